import { ruling } from '../../../shared/mechanics/network/policy.ts';
import { misfit } from '../../../shared/mechanics/technique/technique.ts';
import type { Speaker, Values } from '../../../shared/text/speak.ts';
import { lacking } from '../../../shared/view/fitness.ts';
import { rowOf, rowsOf, vmsOn } from '../../../shared/view/reading.ts';
import type { FlowRow, VmRow } from '../../../shared/view/rows.ts';
import { versionsBehind } from '../../../shared/view/upkeep.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import type { ZoneId } from '../../../shared/world/ids.ts';
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
  const answer = bestFor(view, vm, fault);
  const deck = rowOf(view, 'match', 1)?.deck ?? null;
  const played = answer === null || deck === null || deck.commands.includes(answer.command);
  return played ? answer : null;
}

function bestFor(view: BlueView, vm: VmRow, fault: Fault): Answer | null {
  switch (fault.kind) {
    case 'cut-off':
      return reconnecting(view, vm);
    case 'device-missing': {
      const has = rowOf(view, 'images', vm.image)?.devices.includes(fault.device) === true;
      return has ? onVm('rebuild-vm', vm) : null;
    }
    case 'exit-refused':
      return onHost('exit-filter', vm.host, { device: fault.device, action: 'emulate' });
    case 'clock-lies':
      // It is set by whoever keeps it; what starves it can be left behind.
      return fault.cause === 'starved' ? movingAway(view, vm) : null;
    case 'device-unsupported':
      return null;
  }
}

const onVm = (command: string, { id }: VmRow): Answer => ({
  command,
  args: { vm: id },
  at: `vms/${id}`,
});

const onHost = (command: string, host: number, more: Args = {}): Answer => ({
  command,
  args: { host, ...more },
  at: `hosts/${host}`,
});

/** Permille of load up to which a host has CPU time for one more. */
const ROOMY = 600;

/** Another host that can run it and has room and CPU time for it, the idlest first. */
function movingAway(view: BlueView, vm: VmRow): Answer | null {
  const image = rowOf(view, 'images', vm.image);
  if (image === null) return null;
  const fits = rowsOf(view, 'hosts').filter(
    (host) =>
      host.id !== vm.host &&
      host.load <= ROOMY &&
      host.free.length >= vm.memory.length &&
      host.freeBlocks.length >= vm.disk.length &&
      misfit(host, image, vm.technique) === null,
  );
  const [best] = fits.sort((a, b) => a.load - b.load || a.id - b.id);
  return best === undefined
    ? null
    : { ...onVm('migrate-vm', vm), args: { vm: vm.id, host: best.id } };
}

/** What lets a flow through again that is meant to be: out of quarantine, or the policy where it is old. */
function reconnecting(view: BlueView, vm: VmRow): Answer | null {
  if (rowOf(view, 'zones', vm.zone)?.name === 'quarantine') return onVm('release-vm', vm);
  for (const flow of rowsOf(view, 'flows')) {
    const ours = (flow.from === 0 ? flow.to : flow.from) === vm.id;
    if (!ours || flow.state === 'delivered' || !meant(view, flow)) continue;
    const hosts = [flow.to, flow.from].map((end) => rowOf(view, 'vms', end)?.host ?? 0);
    const old = hosts.find((host) => versionsBehind(view, host) > 0);
    if (old !== undefined) return onHost('push-policy', old);
  }
  return null;
}

/** Whether the intended policy allows a flow. */
function meant(view: BlueView, { from, to, service }: FlowRow): boolean {
  const zone = (end: number): ZoneId | 0 =>
    (end === 0
      ? (rowsOf(view, 'zones').find(({ name }) => name === 'internet')?.id ?? 0)
      : (rowOf(view, 'vms', end)?.zone ?? 0)) as ZoneId | 0;
  const rules = rowOf(view, 'policies', 1)?.rules ?? [];
  return ruling(rules, zone(from), zone(to), service) === 'allow';
}

/** Guests of a host that are not as they would be on real hardware. */
export const faultyOn = (view: BlueView, host: number): readonly VmRow[] =>
  vmsOn(view, host).filter(({ faults }) => faults.length > 0);

/** Whether an order answers a fault of some VM. */
export function answersFault(view: BlueView, command: string, args: Args): boolean {
  return rowsOf(view, 'vms').some((vm) =>
    vm.faults.some((fault) => {
      const answer = answerTo(view, vm, fault);
      return (
        answer?.command === command &&
        Object.entries(answer.args).every(([key, value]) => args[key] === value)
      );
    }),
  );
}

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
