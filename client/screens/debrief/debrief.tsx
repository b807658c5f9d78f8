import '../../style/inspector.css';
import './debrief.css';
import { useSignal } from '@preact/signals';
import type { HarmReport, Debrief as Report } from '../../../shared/match/report.ts';
import { clockOf } from '../../../shared/text/clock.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { SILENCE_MS } from '../../net/trouble.ts';
import { useLate } from '../../parts/arriving.tsx';
import { Logo } from '../../parts/page/logo.tsx';
import { PageSettings } from '../../parts/page/page-settings.tsx';
import { Chain } from './chain.tsx';
import { ControlQuiz } from './control-quiz.tsx';
import { Duties } from './duties.tsx';
import { Figures } from './figures.tsx';
import { FinalScore } from './final-score.tsx';
import { Halves } from './halves.tsx';
import { anyCredit, Held } from './held.tsx';
import { Luck, Needless } from './honest.tsx';
import { harmTitle, reportValues } from './report-words.ts';
import { heldIn, isPeaceful, knownIn } from './stored.ts';
import { Timeline } from './timeline.tsx';
import { Wastes } from './wastes.tsx';
import { WhatIf } from './what-if.tsx';

/** What happened and why: for each harm its chain, and what would have prevented it. */
export function Debrief() {
  const { words } = useApp();
  const { debrief, match } = useGame();
  const report = debrief.value;
  const t = (key: string) => words.say(`ui.debrief.${key}`);
  return (
    <div class="page debrief">
      <header class="page-top">
        <Logo />
        <span class="page-name">{t('title')}</span>
        <PageSettings />
      </header>
      {report === null ? (
        <main class="debrief-main" aria-busy="true">
          <section class="debrief-story">
            <h1>{t('title')}</h1>
            <Working />
          </section>
          <aside class="debrief-side">
            {match.value !== null && <FinalScore total={match.value.score} />}
          </aside>
        </main>
      ) : (
        <Told report={report} />
      )}
    </div>
  );
}

/** What it is being run again for. A long match, or a server with many of them, takes its time. */
function Working() {
  const { words } = useApp();
  const { solo, link } = useGame();
  const late = useLate(SILENCE_MS);
  return (
    <>
      <p class="lead" role="status">
        {words.say(`ui.debrief.${late ? 'workingLong' : 'working'}`)}
      </p>
      {late && !solo && (
        <button type="button" class="button" onClick={link.retry}>
          {words.say('ui.common.retry')}
        </button>
      )}
    </>
  );
}

/** The worst first, then the earliest. */
function byWeight(harms: readonly HarmReport[]): readonly HarmReport[] {
  return [...harms].sort((a, b) => b.weight - a.weight || a.tick - b.tick);
}

function Told({ report }: { report: Report }) {
  const { words } = useApp();
  const { side } = useGame();
  const harms = byWeight(report.harms);
  // The same match, told to those who attacked: what was a wall to one side was a door to the other.
  const t = (key: string, values = {}) =>
    words.say(`ui.debrief.${key}${side.value === 'red' ? 'Red' : ''}`, values);
  const [only] = harms;
  /** The harm whose story is unfolded, by its place; -1 is none. */
  const chosen = useSignal(0);
  const shown = harms[chosen.value] ?? null;
  return (
    <main class="debrief-main">
      <section class="debrief-story">
        {only === undefined ? (
          <Unharmed report={report} />
        ) : harms.length === 1 ? (
          <>
            <h1>{harmTitle(words.say, only)}</h1>
            <Story harm={only} proved={report.proved} />
          </>
        ) : (
          <>
            <h1>{t('fell', { count: harms.length })}</h1>
            <ol class="harm-list">
              {harms.map((harm, i) => (
                <HarmItem
                  key={harm.seq}
                  harm={harm}
                  proved={report.proved}
                  open={i === chosen.value}
                  toggle={() => {
                    chosen.value = i === chosen.value ? -1 : i;
                  }}
                />
              ))}
            </ol>
          </>
        )}
        <KeptOff report={report} />
      </section>
      <aside class="debrief-side">
        <FinalScore
          total={report.total}
          won={report.won}
          known={side.value === 'red' ? null : (knownIn(report)?.total ?? null)}
        />
        <Halves />
        <Duties minutes={report.minutes} known={knownIn(report)?.bars ?? null} />
        <Figures report={report} />
      </aside>
      <Timeline report={report} at={shown?.tick ?? report.overAt} />
    </main>
  );
}

/** The headline where nothing was lost: what came, and whether that was anybody's doing. */
function Unharmed({ report }: { report: Report }) {
  const { words } = useApp();
  const { side } = useGame();
  const held = heldIn(report);
  const t = (key: string, values = {}) => words.say(`ui.debrief.${key}`, values);
  if (isPeaceful(report)) return <Wastes report={report} />;
  if (side.value === 'red' || held === null) {
    const red = side.value === 'red' ? 'Red' : '';
    return (
      <>
        <h1>{t(`noHarm${red}`)}</h1>
        <p class="lead">{t(`noHarmBody${red}`)}</p>
      </>
    );
  }
  const { attempts } = held;
  const time = clockOf(report.overAt);
  return (
    <>
      <h1>{attempts > 0 ? t('held.came', { count: attempts }) : t('held.nobody')}</h1>
      <p class="lead" role="status">
        {attempts === 0 && t('held.nobodyBody', { time })}{' '}
        {report.counts.orders === 0
          ? t('held.nothingOrdered')
          : !report.proved
            ? t('held.proving')
            : anyCredit(held)
              ? t('held.credited')
              : attempts > 0 && t('held.uncredited')}
      </p>
    </>
  );
}

/** Below everything that was lost: what was not, and why. */
function KeptOff({ report }: { report: Report }) {
  const { words } = useApp();
  const held = heldIn(report);
  if (held === null) return null;
  const { lines, luck, needless } = held;
  return (
    <>
      {report.harms.length > 0 && lines.length > 0 && (
        <h2 class="held-title">{words.say('ui.debrief.held.title')}</h2>
      )}
      <Held held={held} overAt={report.overAt} proved={report.proved} />
      {(luck !== null || needless !== null) && (
        <div class="honests">
          {luck !== null && <Luck luck={luck} />}
          {needless !== null && <Needless needless={needless} total={report.total} />}
        </div>
      )}
    </>
  );
}

/** What it was about, every step of it, and what would have prevented it. */
function Story({ harm, proved }: { harm: HarmReport; proved: boolean }) {
  const { words } = useApp();
  const { side } = useGame();
  const whatIf = <WhatIf harm={harm} proved={proved} />;
  return (
    <>
      <p class="lead">{words.say(`attacks.${harm.attack}.lead`, reportValues(words.say, harm))}</p>
      <Chain harm={harm} />
      {side.value === 'red' ? (
        <>
          <ControlQuiz harm={harm} />
          {/* It answers the question above: whoever wants to think first can. */}
          <details class="folded">
            <summary>{words.say('ui.debrief.whatIf')}</summary>
            {whatIf}
          </details>
        </>
      ) : (
        whatIf
      )}
    </>
  );
}

interface HarmItemProps {
  readonly harm: HarmReport;
  readonly proved: boolean;
  readonly open: boolean;
  readonly toggle: () => void;
}

/** One of several harms: its headline, and its story when it is unfolded. */
function HarmItem({ harm, proved, open, toggle }: HarmItemProps) {
  const { words } = useApp();
  return (
    <li class={`harm-item${open ? ' open' : ''}`}>
      <h2>
        <button type="button" class="harm-head" aria-expanded={open} onClick={toggle}>
          <time>{clockOf(harm.tick)}</time>
          <span class="harm-title">{harmTitle(words.say, harm)}</span>
          <span class="harm-weight">{words.say('ui.debrief.weight', { weight: harm.weight })}</span>
        </button>
      </h2>
      {open && <Story harm={harm} proved={proved} />}
    </li>
  );
}
