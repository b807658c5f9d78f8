import './chain.css';
import type { ChainStep, HarmReport, NeedInChain } from '../../../shared/match/report.ts';
import { works } from '../../../shared/match/worth.ts';
import { clockOf } from '../../../shared/text/clock.ts';
import { NO_PHRASE, phraseOf } from '../../../shared/world/people/phrase.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Dump } from '../../parts/dump.tsx';
import { whoAt } from '../../state/match/team.ts';
import { needText, stepText } from './report-words.ts';

/** The steps that led to a harm, in order, and the harm with everything that was true then. */
export function Chain({ harm }: { harm: HarmReport }) {
  const { words } = useApp();
  const steps = harm.chain.filter((step) => step.kind !== 'harm');
  return (
    <section aria-label={words.say('ui.debrief.chain')}>
      <ol class="chain">
        {steps.map((step) => (
          <Step key={step.seq} harm={harm} step={step} />
        ))}
        <Harm harm={harm} />
      </ol>
    </section>
  );
}

/** Whose doing a step was decides its mark: a seat's own doing is what could have been otherwise. */
const MARKS: Readonly<Record<ChainStep['actor'], string>> = {
  seat: 'defenders',
  tenant: 'world',
  nature: 'world',
  scenario: 'world',
  attacker: 'attacker',
  instructor: 'world',
};

function Step({ harm, step }: { harm: HarmReport; step: ChainStep }) {
  const { words } = useApp();
  const { session, solo, world } = useGame();
  const nameOf = (place: number): string =>
    solo
      ? words.say('ui.common.you')
      : (whoAt(session.value, world.value, place)?.nickname ?? words.say('ui.talk.someone'));
  const lane = MARKS[step.actor];
  return (
    <li class="link">
      <div class="step">
        <time>{clockOf(step.tick)}</time>
        <b class="step-title">{stepText(words.say, step, nameOf)}</b>
        <Needs harm={harm} step={step.seq} />
        <span class={`actor ${lane}`}>{words.say(`ui.debrief.${lane}`)}</span>
      </div>
    </li>
  );
}

function Harm({ harm }: { harm: HarmReport }) {
  const { words } = useApp();
  const phrase = phraseOf(harm.phrase ?? NO_PHRASE);
  const t = (key: string, values = {}) => words.say(`ui.debrief.${key}`, values);
  return (
    <li class="link last">
      <div class="step harm">
        <time>{clockOf(harm.tick)}</time>
        <b class="step-title">{words.say(`attacks.${harm.attack}.name`)}</b>
        <Needs harm={harm} step={harm.seq} />
        {phrase !== null && <Dump phrase={phrase} />}
        <p class="step-foot">
          {t('weight', { weight: harm.weight })} ·{' '}
          {harm.discoveredAt === 0
            ? t('undiscovered')
            : t('discovered', { time: clockOf(harm.discoveredAt) })}
        </p>
        {[harm.target, ...(harm.also === undefined ? [] : [harm.also])].map((number) => (
          <p class="step-foot" key={number}>
            {t('target', { number, name: words.say(`names.targets.${number}`) })}
          </p>
        ))}
      </div>
    </li>
  );
}

/** What had to be true for one hostile step; every one of them had to be. */
function Needs({ harm, step }: { harm: HarmReport; step: number }) {
  const { words } = useApp();
  const needs = harm.needs.filter((need) => need.step === step);
  if (needs.length === 0) return null;
  return (
    <div>
      <p class="step-label">{words.say('ui.debrief.needs')}</p>
      <ul class="needs">
        {needs.map((need) => (
          <Need key={need.need} harm={harm} need={need} />
        ))}
      </ul>
    </div>
  );
}

function Need({ harm, need }: { harm: HarmReport; need: NeedInChain }) {
  const { words } = useApp();
  const { side } = useGame();
  // Those who attacked are asked for it below the chain.
  const told = side.value === 'blue';
  const yours = told && need.preventions.some(works);
  return (
    <li class={yours ? 'yours' : ''}>
      {needText(words.say, harm, need)}
      <small>
        {need.since === 0
          ? words.say('ui.debrief.fromStart')
          : words.say('ui.debrief.since', { time: clockOf(need.since) })}
      </small>
    </li>
  );
}
