import { leak } from '../../../mechanics/harm/harm.ts';
import { isOnSwitch } from '../../../mechanics/network/card.ts';
import {
  encryptsMigrations,
  endsOfMove,
  managementOf,
  movingVms,
} from '../../../mechanics/network/transit.ts';
import { fact } from '../../../world/fact.ts';
import type { Counter, Proof } from '../../../world/history.ts';
import { type HostId, NONE, TICKS_PER_SECOND, type VmId } from '../../../world/ids.ts';
import { about } from '../../../world/people/known.ts';
import { find } from '../../../world/table.ts';
import type { Turn } from '../../../world/turn.ts';
import type { ReadonlyWorld } from '../../../world/world.ts';
import type { Striker } from '../../attack.ts';
import { noted } from '../../knowing.ts';
import type { Need, Strike } from '../../need.ts';
import { noArpInspection } from '../segment.ts';

/** Somebody moves it, people or the cluster's scheduler: whoever listens cannot tell when. `vm` of the strike. */
export const inTransit: Need<'in-transit'> = {
  id: 'in-transit',
  words: {
    short: { ko: '마이그레이션 중인 VM', en: 'a VM is being migrated' },
    failed: {
      ko: '듣기를 마칠 때 옮겨지는 VM이 없었습니다',
      en: 'no VM was being migrated when we stopped listening',
    },
  },
  holds: (world, { vm = 0 }) => (find(world.vms, vm)?.movingTo ?? NONE) !== NONE,
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'movingTo')],
  counters: () => [],
};

/**
 * The port group of their VM has the VLAN of that host's management network, which is where migrations pass.
 * `from` and `host` of the strike.
 */
export const wiredToManagement: Need<'wired-to-management'> = {
  id: 'wired-to-management',
  words: {
    short: { ko: '관리 네트워크에 연결된 VM', en: 'wired to the management network' },
    failed: {
      ko: '그 VM은 마이그레이션이 지나는 네트워크에 연결되어 있지 않았습니다',
      en: 'the VM is not on the network that the migration crossed',
    },
  },
  known: { around: (known, { from }) => noted(about(known, from, 'hears-hosts')) },
  holds: (world, { from = 0, host = 0 }) => {
    const network = managementOf(world, from);
    return network !== 0 && find(world.hosts, host)?.management === network;
  },
  facts: (world, { from = 0, host = 0 }) => {
    const zone = find(world.vms, from)?.zone ?? NONE;
    return [
      fact('vms', from, 'card'),
      fact('vms', from, 'zone'),
      fact('zones', zone, 'name'),
      fact('segments', zone, 'management'),
      fact('hosts', host, 'management'),
    ];
  },
  counters: (world, { from = 0 }): Counter[] => {
    const zone = find(world.vms, from)?.zone ?? NONE;
    return [
      {
        command: 'port-security',
        args: { segment: zone, setting: 'own-vlan' },
        moment: 'after',
        fact: fact('segments', zone, 'management'),
      },
      {
        command: 'quarantine-vm',
        args: { vm: from },
        moment: 'after',
        fact: fact('vms', from, 'zone'),
      },
    ];
  },
};

/** The frame is the VM's, and that host one end of its way. `vm`, `host` and `frame` of the strike. */
export const passesThere: Need<'passes-there'> = {
  id: 'passes-there',
  words: {
    short: { ko: '그 네트워크를 지나는 메모리', en: 'its memory passes there' },
    failed: {
      ko: '그 VM의 메모리는 그 네트워크를 지나지 않았습니다',
      en: 'the VM’s memory did not pass there',
    },
  },
  holds: (world, { vm = 0, host = 0, frame = 0 }) => {
    const row = find(world.vms, vm);
    if (!row || host === NONE || find(world.frames, frame)?.owner !== vm) return false;
    return row.host === host || row.movingTo === host;
  },
  facts: (_, { vm = 0, frame = 0 }) => [
    fact('frames', frame, 'owner'),
    fact('vms', vm, 'host'),
    fact('vms', vm, 'movingTo'),
  ],
  counters: () => [],
};

/** The same, between two other hosts than that of the strike’s `from`: at an end of it nobody has to listen. */
export const passesBetweenOthers: Need<'passes-there'> = {
  ...passesThere,
  holds: (world, strike) => {
    const row = find(world.vms, strike.vm ?? NONE);
    if (!row || row.host === strike.from || row.movingTo === strike.from) return false;
    return passesThere.holds(world, strike);
  },
};

/** What is copied of it can be read by whoever has it, and its memory as well. `vm` of the strike. */
export const inPlainText: Need<'in-plain-text'> = {
  id: 'in-plain-text',
  words: {
    short: { ko: '평문 마이그레이션', en: 'migrated in plain text' },
    failed: {
      ko: '마이그레이션이 암호화되어 있어 읽을 수 없었습니다',
      en: 'the migration was encrypted, and nothing of it could be read',
    },
  },
  holds: (world, { vm = 0 }) => {
    const row = find(world.vms, vm);
    return row !== null && !row.moveEncrypted && !row.memoryEncrypted;
  },
  facts: (world, { vm = 0 }) => {
    const sealed = fact('vms', vm, 'moveEncrypted');
    return find(world.vms, vm)?.moveEncrypted
      ? [sealed]
      : [sealed, fact('vms', vm, 'memoryEncrypted')];
  },
  // What is under way goes on as it began: it has to be set before.
  counters: (world, { vm = 0 }) =>
    encryptsMigrations(world)
      ? []
      : [
          {
            command: 'encrypt-migration',
            args: {},
            moment: 'before',
            fact: fact('vms', vm, 'moveEncrypted'),
          },
        ],
};

/** Nothing binds addresses to the port that they claim a host’s from. `from` of the strike. */
export const claimNotInspected: Need<'no-arp-inspection'> = {
  ...noArpInspection,
  holds: (world, { from = 0 }) => noArpInspection.holds(world, { from, vm: from }),
  facts: (world, { from = 0 }) => [...new Set(noArpInspection.facts(world, { from, vm: from }))],
  counters: (world, { from = 0 }) => noArpInspection.counters(world, { from, vm: from }),
};

/** No IPS stands where such a claim passes: in the switch of their VM, where it has one, or on the wire. */
export const nothingBlocksClaim: Need<'nothing-blocks'> = {
  id: 'nothing-blocks',
  words: {
    short: { ko: '막는 IPS 없음', en: 'no IPS stops it' },
    failed: { ko: '경로의 IPS가 막았습니다', en: 'an IPS on the path stopped it' },
  },
  holds: (world, { from = 0 }) => {
    const row = find(world.vms, from);
    if (!row || find(world.wires, 1)?.watch === 'ips') return false;
    if (!isOnSwitch(world, from as VmId)) return true;
    const watch = find(world.switches, row.host)?.watch;
    return watch !== undefined && watch !== 'ips';
  },
  facts: (world, { from = 0 }) => {
    const host = find(world.vms, from)?.host ?? NONE;
    const wire = fact('wires', 1, 'watch');
    if (!isOnSwitch(world, from as VmId)) return [wire, fact('vms', from, 'card')];
    return [
      wire,
      fact('vms', from, 'card'),
      fact('vms', from, 'host'),
      fact('switches', host, 'watch'),
    ];
  },
  counters: (world, { from = 0 }): Counter[] => {
    const host = find(world.vms, from)?.host ?? NONE;
    if (!isOnSwitch(world, from as VmId)) return [];
    return [
      {
        command: 'place-sensor',
        args: { host, watch: 'ips' },
        moment: 'after',
        fact: fact('switches', host, 'watch'),
      },
    ];
  },
};

/** The same of a host: its frames meet no switch of VMs. */
export const wireBlocksNothing: Need<'nothing-blocks'> = {
  ...nothingBlocksClaim,
  holds: (world) => find(world.wires, 1)?.watch !== 'ips',
  facts: () => [fact('wires', 1, 'watch')],
  counters: () => [],
};

/**
 * Once their claims have been believed, everything that passes is theirs to read: a strike a second for each VM
 * that is moved then, about a frame of it with others' data, and one about nobody where none was.
 * @param network the management network that they are on
 * @param besides a host at which nobody has to listen: what comes to it, or leaves it, is theirs there
 */
export function watchMoves(
  world: ReadonlyWorld,
  about: Strike,
  {
    done,
    length,
    network,
    besides,
  }: {
    readonly done: number;
    readonly length: number;
    readonly network: number;
    readonly besides: HostId | 0;
  },
): readonly Strike[] {
  const now = done * 2 >= length && done % TICKS_PER_SECOND === 0;
  if (!now && done !== length) return [];
  const strikes = movingVms(world)
    .filter(({ tenant }) => tenant !== about.tenant)
    .flatMap((vm) => {
      const ends: readonly (HostId | 0)[] = endsOfMove(vm);
      const host = ends.find((end) => find(world.hosts, end)?.management === network);
      const frame = vm.memory.find((id) => (find(world.frames, id)?.content ?? NONE) !== NONE);
      const there = host !== undefined && (besides === NONE || !ends.includes(besides));
      return there && frame !== undefined ? [{ ...about, vm: vm.id, host, frame }] : [];
    });
  if (strikes.length > 0 || done !== length) return strikes;
  return [{ ...about, vm: NONE, host: NONE, frame: NONE }];
}

/** They have what was in that frame. */
export function readMove(
  turn: Turn,
  { attacker, operation }: Striker,
  strike: Strike,
  proof: Proof,
  by: VmId,
): void {
  const { from = 0, vm = 0, host = 0, frame = 0 } = strike;
  const asset = find(turn.world.frames, frame)?.content ?? NONE;
  if (asset === NONE) return;
  const args = { from, vm, host, frame };
  leak(turn, asset, { attacker, attack: operation.attack, vm: by, args, proof });
}
