import { playable } from '../../../shared/commands/answers.ts';
import { traits } from '../../../shared/commands/traits.ts';
import type { Speaker, Values } from '../../../shared/text/speak.ts';
import { lacking } from '../../../shared/view/fitness.ts';
import type { VmRow } from '../../../shared/view/machine-rows.ts';
import { rowOf, vmsOn } from '../../../shared/view/reading.ts';
import { endingOf } from '../../../shared/view/signs/faults.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import type { Fault } from '../../../shared/world/machine/fault.ts';
import type { DeviceName } from '../../../shared/world/machine/host.ts';
import { TECHNIQUES } from '../../../shared/world/machine/vm.ts';
import type { Args } from '../../net/link.ts';
import { hostName } from './wording.ts';

/** An order that would end a fault, and what has to be selected to give it. */
export interface Answer {
  readonly command: string;
  readonly args: Args;
  readonly at: RowRef;
}

/** The order that answers a fault, if there is one and it is played with. */
export function answerTo(view: BlueView, vm: VmRow, fault: Fault): Answer | null {
  const ending = endingOf(view, vm, fault);
  if (ending === null) return null;
  const { sign, about } = ending;
  const command = Object.keys(traits).find((name) => traits[name]?.fits.includes(sign));
  if (command === undefined || !playable(rowOf(view, 'match', 1), command)) return null;
  const at: RowRef = 'vm' in about ? `vms/${Number(about.vm)}` : `hosts/${Number(about.host)}`;
  return { command, args: about, at };
}

/** Guests of a host that are not as they would be on real hardware. */
export const faultyOn = (view: BlueView, host: number): readonly VmRow[] =>
  vmsOn(view, host).filter(({ faults }) => faults.length > 0);

/** Devices that a VM would go without if a request were served in that way. */
export function lackingIn(
  view: BlueView | null,
  { request, technique }: Args,
): readonly DeviceName[] {
  const workload = typeof request === 'number' ? rowOf(view, 'requests', request)?.workload : '';
  const known = TECHNIQUES.find((name) => name === technique);
  return workload && known !== undefined ? lacking(workload, known) : [];
}

/** The values of a fault's sentence. */
export function faultValues(say: Speaker, vm: VmRow, fault: Fault): Values {
  return {
    count: vm.cutOff,
    host: hostName(vm.host),
    lag: lagText(say, vm.clockLag),
    device: 'device' in fault ? say(`names.devices.${fault.device}`) : '',
    tool: 'tool' in fault ? say(`names.tools.${fault.tool}`) : '',
    grant: 'grant' in fault ? say(`names.grants.${fault.grant}`) : '',
    trap: 'trap' in fault ? say(`names.traps.${fault.trap}`) : '',
  };
}

/** What has its sentence under `names.faultsInFull`: a clock one for each cause. */
export const sentenceOf = (fault: Fault): string =>
  fault.kind === 'clock-lies' ? fault.cause : fault.kind;

/** How far a clock is behind: 300 ms, 2.4 s, 4 min 10 s. */
export function lagText(say: Speaker, ms: number): string {
  if (ms < 1000) return say('ui.inspector.lagMs', { ms });
  if (ms < 60_000) return say('ui.inspector.lagSeconds', { seconds: Math.round(ms / 100) / 10 });
  const seconds = Math.round(ms / 1000);
  return say('ui.inspector.lagMinutes', {
    minutes: Math.trunc(seconds / 60),
    seconds: seconds % 60,
  });
}
