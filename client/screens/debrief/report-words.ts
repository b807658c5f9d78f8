import type {
  ChainStep,
  HarmReport,
  NeedInChain,
  OtherHarm,
  Prevention,
  TimelineMark,
} from '../../../shared/match/report.ts';
import { clockOf } from '../../../shared/text/clock.ts';
import type { Speaker, Values } from '../../../shared/text/speak.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { TICKS_PER_SECOND } from '../../../shared/world/ids.ts';
import { commandValues, worded, wordedEvent } from '../../state/match/wording.ts';

/** The values of a harm for its sentences. */
export function reportValues(say: Speaker, harm: HarmReport): Values {
  const { asset, victim, vm, workload, tenant, host, weight } = harm;
  return worded(say, { asset, victim, vm, workload, tenant, host, weight }, null);
}

export function harmTitle(say: Speaker, harm: HarmReport): string {
  return say(`attacks.${harm.attack}.title`, reportValues(say, harm));
}

/** A harm is told by what was lost: data, a whole host, or what was promised. */
const kindOf = ({ kind, facts }: Pick<ChainStep, 'kind' | 'facts'>): string => {
  if (kind !== 'harm' || facts.asset !== '') return kind;
  return facts.from === undefined ? String(facts.kind) : 'takeover-login';
};

/**
 * A filter is of a host or of one VM. A host that fell by its own OS was taken from no VM, and what a host read in the memory of a VM, the VM did
 * not read.
 */
function stepKind(step: ChainStep): string {
  const kind = kindOf(step);
  const { attack } = step.facts;
  if (kind === 'filter-set' && step.facts.vm !== undefined) return 'vm-filter-set';
  if (kind === 'takeover' && attack === 't2-hostos-takeover') return 'taken-from-above';
  return kind === 'harm' && attack === 'collect-guest-frames' ? 'harm-below' : kind;
}

/** The sentence of a step: the kind's own, with who did it where a text asks for it. */
export function stepText(say: Speaker, step: ChainStep, nameOf: (seat: number) => string): string {
  const who = step.actor === 'seat' ? nameOf(step.who) : '';
  const values = wordedEvent(say, kindOf(step), step.facts, null);
  return say(`reports.steps.${stepKind(step)}`, { who, ...values });
}

/** A few words about a mark of the timeline. */
export function markText(say: Speaker, mark: TimelineMark, view: BlueView | null): string {
  return say(`reports.marks.${kindOf(mark)}`, wordedEvent(say, kindOf(mark), mark.facts, view));
}

/**
 * Why an attacker took a step, what they had decided before without one, and what they had in mind after it;
 * '' where nothing is known.
 */
export function whyText(say: Speaker, { facts }: TimelineMark): string {
  const [, ...next] = String(facts.plan ?? '').split(',');
  const plan = next.map((attack) => say(`attacks.${attack}.name`)).join(' → ');
  const reason = String(facts.reason ?? '');
  const before = String(facts.before ?? '').split(',');
  return [
    ...before.map((thought) => (thought === '' ? '' : say(`reports.reasons.${thought}`))),
    reason === '' ? '' : say(`reports.reasons.${reason}`),
    plan === '' ? '' : say('ui.debrief.planOf', { plan }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** A precondition as it read while it was true. */
export function needText(say: Speaker, harm: HarmReport, { attack, need }: NeedInChain): string {
  return say(`attacks.${attack}.needs.${need}`, reportValues(say, harm));
}

/** An order as something that is done. */
export function doneText(
  say: Speaker,
  { command, args }: Pick<Prevention, 'command' | 'args'>,
  view: BlueView | null,
): string {
  return say(`commands.${command}.done`, commandValues(say, args, view));
}

export function preventionText(
  say: Speaker,
  prevention: Prevention,
  view: BlueView | null,
): string {
  const first = doneText(say, prevention, view);
  const { next } = prevention;
  if (next === null) return first;
  return say('ui.debrief.andThen', { first, next: doneText(say, next, view) });
}

/** A harm of another run, in a few words: when, and what is lost. */
export function otherHarmText(say: Speaker, { tick, kind, asset, host }: OtherHarm): string {
  const time = clockOf(tick);
  const values = worded(say, kind === 'leak' ? { asset } : { host }, null);
  return say(`ui.debrief.held.${kind === 'leak' ? 'leaks' : 'falls'}`, { time, ...values });
}

/** How much earlier, in words. */
export function earlierText(say: Speaker, ticks: number): string {
  const all = Math.floor(ticks / TICKS_PER_SECOND);
  const [minutes, seconds] = [Math.trunc(all / 60), all % 60];
  const key = minutes === 0 ? 'seconds' : 'minutes';
  return say(`ui.debrief.held.${key}`, { minutes, seconds });
}
