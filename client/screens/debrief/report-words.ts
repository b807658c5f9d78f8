import type { ChainStep, HarmReport, Prevention } from '../../../shared/match/report.ts';
import type { Speaker, Values } from '../../../shared/text/speak.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { worded } from '../../state/wording.ts';

/** The values of a harm for its sentences. */
export function reportValues(say: Speaker, harm: HarmReport): Values {
  const { asset, victim, vm, workload, tenant, host, weight } = harm;
  return worded(say, { asset, victim, vm, workload, tenant, host, weight }, null);
}

/** The sentence of a step: the kind's own, with who did it where a text asks for it. */
export function stepText(say: Speaker, step: ChainStep, nameOf: (seat: number) => string): string {
  const who = step.actor === 'seat' ? nameOf(step.who) : '';
  return say(`reports.steps.${step.kind}`, { who, ...worded(say, step.facts, null) });
}

export function preventionText(
  say: Speaker,
  prevention: Prevention,
  view: BlueView | null,
): string {
  return say(`commands.${prevention.command}.done`, worded(say, prevention.args, view));
}
