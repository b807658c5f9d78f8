import { record } from '../../mechanics/harm/evidence.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { takesAnyMac } from '../../mechanics/network/card.ts';
import type { DeviceSign } from '../../world/evidence.ts';
import { fact } from '../../world/fact.ts';
import type { Counter } from '../../world/history.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { type Card, isOwn } from '../../world/machine/card.ts';
import type { Host } from '../../world/machine/host.ts';
import {
  about,
  actKey,
  inside,
  type Known,
  needNote,
  type Prospect,
} from '../../world/people/known.ts';
import { type Deep, find } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { type Attack, type AttackWords, atTheEnd, type Striker } from '../attack.ts';
import type { Need, NeedWords } from '../need.ts';
import { onThisHost } from './device.ts';
import { originOf, seize } from './escape.ts';
import { guestRuns, kernelInGuest } from './guest.ts';
import { behindSwitch } from './network.ts';

/** A device of the host's is the guest's own: it programs the device's DMA itself. `vm` of the strike. */
const hasOwnDevice: Need<'has-own-device'> = {
  id: 'has-own-device',
  words: {
    short: { ko: '직접 할당된 장치', en: 'a device passed through' },
    failed: {
      ko: '그 VM에 직접 할당된 장치가 없었습니다',
      en: 'the VM has no device of its own',
    },
  },
  known: {
    inside: (known, { vm }) => {
      const card = about(known, vm, 'card');
      return card === undefined ? undefined : isOwn(card as Card);
    },
  },
  holds: (world, { vm = 0 }) => isOwn(find(world.vms, vm)?.card ?? 'none'),
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'card')],
  counters: (world, { vm = 0 }) => [behindSwitch(vm, find(world.vms, vm)?.host ?? NONE)],
};

/** A virtual function of the host's card is the network card of the attacker's VM. `from` of the strike. */
export const hasFunction: Need<'has-vf'> = {
  id: 'has-vf',
  words: {
    short: { ko: '출발지 VM의 VF', en: 'the source has a VF' },
    failed: {
      ko: '출발지 VM에 VF가 없었습니다',
      en: 'the VM it starts from has no VF',
    },
  },
  known: {
    inside: (known, { from }) => {
      const card = about(known, from, 'card');
      return card === undefined ? undefined : card === 'vf';
    },
  },
  holds: (world, { from = 0 }) => find(world.vms, from)?.card === 'vf',
  facts: (_, { from = 0 }) => [fact('vms', from, 'card')],
  counters: (world, { from = 0 }) => [behindSwitch(from, find(world.vms, from)?.host ?? NONE)],
};

/** The card of the host drops nothing for its MAC address (rule N16). `from` of the strike. */
export const macUnchecked: Need<'mac-unchecked'> = {
  id: 'mac-unchecked',
  words: {
    short: { ko: 'NIC이 MAC을 검사하지 않음', en: 'the NIC checks no MAC' },
    failed: {
      ko: 'NIC의 스푸프 검사가 위조한 MAC 주소를 버렸습니다',
      en: 'the NIC’s spoof check dropped the forged MAC address',
    },
  },
  holds: (world, { from = 0 }) => {
    const host = find(world.hosts, find(world.vms, from)?.host ?? NONE);
    return host !== null && takesAnyMac(host);
  },
  facts: (world, { from = 0 }) => {
    const host = find(world.hosts, find(world.vms, from)?.host ?? NONE);
    const own = fact('vms', from, 'host');
    if (!host) return [own];
    const check = fact('hosts', host.id, 'spoofCheck');
    return host.spoofCheck ? [own, check, fact('hosts', host.id, 'vfTrust')] : [own, check];
  },
  counters: (world, { from = 0 }): Counter[] => {
    const host = find(world.hosts, find(world.vms, from)?.host ?? NONE);
    if (!host) return [];
    const since = fact('hosts', host.id, host.spoofCheck ? 'vfTrust' : 'spoofCheck');
    return [{ command: 'check-spoofing', args: { host: host.id }, moment: 'after', fact: since }];
  },
};

/** The victim is found by the same switch inside the card, which goes by MAC addresses. `vm` of the strike. */
export const victimHasFunction: Need<'victim-has-vf'> = {
  id: 'victim-has-vf',
  words: {
    short: { ko: '대상도 VF를 씀', en: 'it has a VF too' },
    failed: {
      ko: '대상의 프레임은 NIC 안의 스위치가 VF로 나르는 것이 아니었습니다',
      en: 'its frames are not delivered to a VF by the switch inside the NIC',
    },
  },
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.card === 'vf',
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'card')],
  counters: (world, { vm = 0 }) => [behindSwitch(vm, find(world.vms, vm)?.host ?? NONE)],
};

/** A need that a host does not remap something of its devices'. `host` of the strike. */
function unremapped<Id extends string>(
  id: Id,
  field: 'iommu' | 'interruptRemapping',
  words: NeedWords,
  order: (host: Deep<Host>) => string | null,
): Need<Id> {
  return {
    id,
    words,
    holds: (world, { host = 0 }) => find(world.hosts, host)?.[field] === false,
    facts: (_, { host = 0 }) => [fact('hosts', host, field)],
    counters: (world, { host = 0 }): Counter[] => {
      const row = find(world.hosts, host);
      const command = row && order(row);
      if (!command) return [];
      return [{ command, args: { host }, moment: 'after', fact: fact('hosts', host, field) }];
    },
  };
}

/** Nothing stands between a device and any frame of the machine. */
export const dmaUnremapped = unremapped(
  'dma-unremapped',
  'iommu',
  {
    short: { ko: 'IOMMU 꺼짐', en: 'no IOMMU in the way' },
    failed: { ko: 'IOMMU가 장치의 DMA를 막았습니다', en: 'the IOMMU stopped the DMA' },
  },
  ({ remaps }) => (remaps === 'nothing' ? null : 'enable-iommu'),
);

/** A write to the address of interrupts is an interrupt, whoever makes it and whichever it names. */
export const interruptsUnremapped = unremapped(
  'interrupts-unremapped',
  'interruptRemapping',
  {
    short: { ko: '인터럽트 재매핑 꺼짐', en: 'no interrupt remapping' },
    failed: {
      ko: '인터럽트 재매핑이 위조한 인터럽트를 막았습니다',
      en: 'interrupt remapping stopped the forged interrupt',
    },
  },
  // It goes on top of the other: where that is off this alone cannot be switched on.
  ({ remaps, iommu }) => (remaps === 'interrupts' && iommu ? 'remap-interrupts' : null),
);

/** What hardware stopped of what that guest's device did: it is in the log of the host. */
function noteFault(turn: Turn, by: Striker, vm: number, shows: DeviceSign): void {
  const row = find(turn.world.vms, vm);
  if (row?.power !== 'running' || ringOf(turn.world, by.attacker.id, vm) !== 'kernel') return;
  record(turn, { kind: 'own-device', vm: row.id, host: row.host, shows }, originOf(by));
}

/** What every escape by a device of one's own rests on. */
type Rests = 'guest-runs' | 'kernel-in-guest' | 'on-this-host' | 'has-own-device';

interface DeviceEscape<Id extends string> {
  readonly id: string;
  readonly catalogue: string;
  /** What the host does not remap, and what its log shows of it once it does. */
  readonly open: Need<Id>;
  readonly field: 'iommu' | 'interruptRemapping';
  readonly shows: DeviceSign;
  readonly words: AttackWords<Rests | NoInfer<Id>>;
}

/**
 * An escape by a device that is the guest's own: what it writes and where, the guest's kernel decides, and no
 * code of the host's is asked. What stops it is hardware.
 */
export function ownDeviceEscape<Id extends string>(way: DeviceEscape<Id>): Attack {
  const { id, catalogue, open, field, shows, words } = way;
  return {
    id,
    catalogue,
    targets: [1],
    family: 'hardware',
    takes: ['vm'],
    brings: 'host',
    needs: [guestRuns, kernelInGuest, onThisHost, hasOwnDevice, open],
    headline: [open.id],
    words,
    length: (lengths) => lengths.privilege + lengths.act,
    resolve: (world, attacker, { vm = 0 }) => {
      const row = find(world.vms, attacker.knownVms[vm - 1] ?? NONE);
      return row ? { attacker: attacker.id, vm: row.id, host: row.host } : null;
    },
    strikes: atTheEnd,
    trace: (turn, by, { vm = 0 }) => {
      const row = find(turn.world.vms, vm);
      if (!row || !isOwn(row.card)) return;
      if (find(turn.world.hosts, row.host)?.[field]) noteFault(turn, by, vm, shows);
    },
    effect: seize,
    prospects: (known) =>
      withOwn(known)
        // What a chipset does about it stays as it was found when it was tried.
        .filter((vm) => known.notes[needNote(actKey(id, { vm }), open.id)] !== 0)
        .map((vm) => ({
          attack: id,
          args: { vm },
          gain: { kind: 'host' },
          sure: false,
        })),
  };
}

/** VMs in whose kernel they are, with hardware of their own; what the host does about it they cannot see. */
const withOwn = (known: Known): number[] =>
  inside(known, 'kernel')
    .map(({ number }) => number)
    .filter((vm) => isOwn((about(known, vm, 'card') ?? 'none') as Card))
    .filter((vm) => about(known, vm, 'below') === undefined);

/** What a function that sends as another leaves where the card checks: its count of what it dropped. */
export function noteSpoof(turn: Turn, by: Striker, from: number): void {
  const { world } = turn;
  const row = find(world.vms, from as VmId);
  const host = find(world.hosts, row?.host ?? NONE);
  if (row?.card === 'vf' && host !== null && !takesAnyMac(host)) noteFault(turn, by, from, 'mac');
}

/** The prospects of an act from a VM with a virtual function, against each of these. */
export const fromFunction = (
  known: Known,
  attack: string,
  pairs: readonly { readonly from: number; readonly vm: number }[],
): Prospect[] => {
  const own = inside(known, 'kernel')
    .map(({ number }) => number)
    .filter((vm) => about(known, vm, 'card') === 'vf');
  return pairs
    .filter(({ from }) => own.includes(from))
    .map((args) => ({ attack, args, gain: { kind: 'loot' }, sure: false }));
};
