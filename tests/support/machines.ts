import type { Attack } from '../../shared/attacks/attack.ts';
import { faultsOf } from '../../shared/mechanics/fidelity/faults.ts';
import { traffic } from '../../shared/mechanics/network/traffic.ts';
import { canDrive } from '../../shared/mechanics/technique/devices.ts';
import { misfit } from '../../shared/mechanics/technique/technique.ts';
import { serviceFlaw } from '../../shared/world/flaws/registry.ts';
import { TICKS_PER_SECOND } from '../../shared/world/ids.ts';
import { requirementsOf } from '../../shared/world/machine/category.ts';
import { NIC_MODELS } from '../../shared/world/machine/device.ts';
import { GRANTS, type Grant } from '../../shared/world/machine/grants.ts';
import type { DeviceName } from '../../shared/world/machine/host.ts';
import { TOOLS, type Tool } from '../../shared/world/machine/tools.ts';
import { TECHNIQUES, type Technique, type Vm } from '../../shared/world/machine/vm.ts';
import {
  WORKLOAD_NAMES,
  WORKLOADS,
  type WorkloadName,
} from '../../shared/world/machine/workload.ts';
import { SERVICES } from '../../shared/world/network.ts';
import type { World } from '../../shared/world/world.ts';
import { type Setup, strikeIn } from './necessity.ts';
import { copyOf, hostsWith, tiny, turnOf } from './worlds.ts';

/** What can be chosen about how a workload is run, apart from where, and from what is built around it. */
export interface Machine {
  readonly technique: Technique;
  readonly devices: readonly DeviceName[];
  readonly tools: readonly Tool[];
  readonly grants: readonly Grant[];
  readonly nicModel: Vm['nicModel'];
  readonly nested: boolean;
  /** Whether others may call its service, whether it may call theirs, whether its port takes any MAC address. */
  readonly called: boolean;
  readonly calls: boolean;
  readonly anyMac: boolean;
  /** Whether its port is a trunk. */
  readonly trunk: boolean;
}

const EXTRA = ['floppy', 'xhci', 'svga'] as const satisfies readonly DeviceName[];

/** What an image of that workload is like: a package is a container image, an appliance knows one machine. */
function imagesOf(name: WorkloadName) {
  const image = {
    cpu: 'x86',
    wordSize: 32,
    os: 'open',
    container: false,
    legacyOnly: false,
  } as const;
  const contained = { ...image, container: true };
  const { comesAs } = WORKLOADS[name];
  if (comesAs === 'package') return [contained];
  if (comesAs === undefined) return [image, contained];
  return [
    { ...image, os: 'closed', legacyOnly: true },
    { ...image, cpu: 'foreign' },
  ] as const;
}

type ImageLike = ReturnType<typeof imagesOf>[number];

const host = (technique: Technique) =>
  ({
    platform: technique === 'container' ? 'container' : 'type1',
    year: 2015,
    virtualisationExtension: true,
    filters: [],
  }) as const;

/** Every pair of an image of that workload and a way in which a host can run it, and the cards that it can have then. */
function ways(name: WorkloadName): Pick<Machine, 'technique' | 'nicModel'>[] {
  const found = new Map<string, Pick<Machine, 'technique' | 'nicModel'>>();
  for (const image of imagesOf(name)) {
    for (const technique of TECHNIQUES) {
      if (misfit(host(technique), image, technique) !== null) continue;
      for (const nicModel of cardsOf(technique, image)) {
        found.set(`${technique} ${nicModel}`, { technique, nicModel });
      }
    }
  }
  return [...found.values()];
}

const cardsOf = (technique: Technique, image: ImageLike): Vm['nicModel'][] => {
  if (technique === 'hybrid' || technique === 'para' || technique === 'container') return ['para'];
  return NIC_MODELS.filter((card) => canDrive({ technique }, image, 'nic', card));
};

/** A machine with nothing but what is in the list: what is not cannot be missed. */
const machineWith = (
  way: Pick<Machine, 'technique' | 'nicModel'>,
  has: readonly string[],
): Machine => ({
  ...way,
  devices: ['disk', 'nic', ...EXTRA.filter((device) => has.includes(device))],
  tools: TOOLS.filter((tool) => has.includes(tool)),
  grants: way.technique === 'container' ? GRANTS.filter((grant) => has.includes(grant)) : [],
  nested: has.includes('nesting'),
  called: has.includes('callers'),
  calls: has.includes('peers'),
  anyMac: has.includes('other-mac'),
  trunk: has.includes('trunk'),
});

/** What can be taken from a machine or given to it, each by itself. */
export const PARTS = [
  ...EXTRA,
  ...TOOLS,
  ...GRANTS,
  'nesting',
  'callers',
  'peers',
  'other-mac',
  'trunk',
] as const;
export type Part = (typeof PARTS)[number];

/** Every machine of those parts on which somebody could try to run a workload. */
export const machinesOf = (name: WorkloadName, has: readonly Part[]): Machine[] =>
  ways(name).map((way) => machineWith(way, has));

/** Everything that the workload requires that is a part. */
export const partsFor = (name: WorkloadName): Part[] => {
  const { grant } = WORKLOADS[name];
  const required: readonly string[] = [...requirementsOf(name), ...(grant ? [grant] : [])];
  return PARTS.filter((part) => required.includes(part));
};

/**
 * Whether the work has the right result on that machine, in a world where all else is well: nothing is wrong
 * with its VM, and whoever calls it gets through to it.
 */
export function worksOn(name: WorkloadName, machine: Machine): boolean {
  const user = WORKLOAD_NAMES.find((other) => WORKLOADS[other].uses.includes(name));
  const others = [...WORKLOADS[name].uses, ...(user === undefined ? [] : [user])];
  const [plain] = tiny().vms;
  if (plain === undefined) throw new Error('the tiny world has a VM');
  const turn = turnOf(
    tiny({
      hosts: hostsWith({ nested: true, frames: 12 }),
      vms: [plain, ...others.map(() => ({ ...plain, zone: 'data' as const }))],
    }),
  );
  const { world } = turn;
  world.vms.forEach((vm, i) => {
    if (vm)
      Object.assign(vm, { workload: i === 1 ? name : others[i - 2], devices: ['disk', 'nic'] });
  });
  become(world, 1, name, machine);
  if (!machine.calls) {
    for (const gate of world.switches) if (gate) letOut(gate, 1, 2, false);
  }
  world.tick = TICKS_PER_SECOND;
  traffic(turn);
  return [1, ...others.flatMap((other, i) => (other === user ? [i + 2] : []))].every((vm) => {
    const row = world.vms[vm];
    return row != null && faultsOf(world, row).every(({ kind }) => vm !== 1 && kind !== 'cut-off');
  });
}

/** Whether what is in one zone gets to another, whatever the rules say else. */
const letOut = (
  gate: World['switches'][number] & object,
  from: number,
  to: number,
  allow: boolean,
): void => {
  Object.assign(gate, { rules: [{ from, to, service: 'any', allow }, ...gate.rules] });
};

/** Makes a VM that machine, with that work. */
function become(world: World, vm: number, name: WorkloadName, machine: Machine): void {
  const row = world.vms[vm];
  if (!row) throw new Error(`no VM ${vm}`);
  const { called, calls: _, anyMac, ...own } = machine;
  Object.assign(row, { ...own, accel3d: false, vhost: false, workload: name });
  const { zone } = row;
  for (const gate of world.switches) {
    if (!gate || called) continue;
    Object.assign(gate, {
      rules: [{ from: 0, to: zone, service: 'any', allow: false }, ...gate.rules],
    });
  }
  const segment = world.segments[zone];
  if (segment) Object.assign(segment, { macChanges: anyMac, forgedTransmits: anyMac });
}

/** Whether an attack works in its setup when what is struck at is that machine with that work. */
export function meets(attack: Attack, setup: Setup, name: WorkloadName, machine: Machine): boolean {
  const { vm, peer, service, flaw } = setup.strike;
  if (vm === undefined) return true;
  const world = copyOf(setup.turn.world);
  become(world, vm, name, machine);
  const work = WORKLOADS[name];
  const strike: Record<string, number> = { ...setup.strike };
  const [used] = work.uses;
  if (peer !== undefined && used !== undefined) {
    Object.assign(world.vms[peer] ?? {}, { workload: used });
    const [from = 0, to = 0] = [vm, peer].map((one) => world.vms[one]?.zone);
    for (const gate of world.switches) if (gate) letOut(gate, from, to, machine.calls);
  }
  if (service !== undefined) {
    strike.service = SERVICES.indexOf(work.serves);
    if (flaw !== undefined)
      Object.assign(world.flaws[flaw] ?? {}, { name: serviceFlaw(work.serves) });
  }
  const turn = { ...setup.turn, world };
  return strikeIn({ ...setup, turn, strike }, attack).worked;
}
