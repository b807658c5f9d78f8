import { inDeck } from '../../world/deck.ts';
import { fact, provenanceOf } from '../../world/fact.ts';
import type { Tick, VmId } from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { sharesKeys } from '../images/entropy.ts';
import { lacksSince } from '../images/owners.ts';
import { type Unwanted, unwantedReason } from '../leases.ts';
import { isOver } from './close.ts';
import { raise } from './raise.ts';
import type { Sensor } from './sensor.ts';

/**
 * Sensor S9. It reads the register of VMs in its round and says of each, once, that nobody answers
 * for it or that its time is over. It looks into no guest and at no packet (rule S41). Where owners update their
 * VMs, it says of what lacks a published fix for longer that it does (rule S67).
 */
function readRegister(turn: Turn): void {
  const { world } = turn;
  if (!inDeck(world, 'sensors', 'S9') || world.tick % world.pace.auditEvery !== 0) return;
  for (const vm of rows(world.vms)) {
    readBuilds(turn, vm);
    compareKeys(turn, vm);
    const kind = unwantedReason(world, vm);
    if (kind === null || told(world, vm.id, kind)) continue;
    const field = kind === 'orphan' ? 'owner' : 'leaseEnds';
    const cause = provenanceOf(world, fact('vms', vm.id, field));
    raise(turn, 'S9', { host: vm.host, vm: vm.id }, { kind }, [cause]);
  }
}

/** What the register says of a VM's builds beside what is published. */
function readBuilds(turn: Turn, vm: Vm): void {
  const { world } = turn;
  const { ownerPatches } = world.pace;
  if (ownerPatches === 0) return;
  const since = lacksSince(world, vm);
  const about = [...rows(world.alerts)].filter(
    (alert) => alert.vm === vm.id && alert.seen.kind === 'unpatched',
  );
  if (since === null) {
    for (const alert of about) if (alert.state === 'open') isOver(turn, alert);
    return;
  }
  const late = (since + ownerPatches) as Tick;
  if (world.tick <= late || about.some(({ tick }) => tick > late)) return;
  const cause = provenanceOf(world, fact('vms', vm.id, 'service'));
  raise(turn, 'S9', { host: vm.host, vm: vm.id }, { kind: 'unpatched' }, [cause]);
}

/** Whether a VM shows the same host keys as one that was there before it, whoever's the two are (rule S68). */
function compareKeys(turn: Turn, vm: Vm): void {
  const { world } = turn;
  const twin = twinOf(world, vm);
  let isTold = false;
  for (const alert of rows(world.alerts)) {
    const { vm: id, seen, state } = alert;
    if (id !== vm.id || seen.kind !== 'duplicate-keys' || state === 'over') continue;
    isTold = true;
    if (twin === null && state === 'open') isOver(turn, alert);
  }
  if (twin === null || isTold) return;
  const cause = provenanceOf(world, fact('vms', vm.id, 'keysFrom'));
  const seen = { kind: 'duplicate-keys', peer: twin.id } as const;
  raise(turn, 'S9', { host: vm.host, vm: vm.id }, seen, [cause]);
}

/** The first of the VMs before it with the same keys. */
function twinOf(world: World, vm: Vm): Vm | null {
  for (const one of rows(world.vms)) {
    if (one.id >= vm.id) return null;
    if (sharesKeys(one, vm)) return one;
  }
  return null;
}

/** Whether it has said that of that VM before. */
function told(world: World, vm: VmId, kind: Unwanted): boolean {
  for (const alert of rows(world.alerts)) {
    if (alert.sensor === 'S9' && alert.vm === vm && alert.seen.kind === kind) return true;
  }
  return false;
}

/** S9: who answers for what, and until when. */
export const inventory = {
  name: 'S9',
  watch: readRegister,
  words: {
    name: { ko: 'S9 자산 대조', en: 'S9 inventory' },
    sees: {
      ko: 'VM의 담당자, 임대 기한, 빠진 패치, 겹치는 호스트 키',
      en: 'Owners and leases of VMs, patches that they lack, host keys that are the same',
    },
    blind: {
      ko: 'IDS는 볼 수 없습니다. 트래픽이 없는 VM은 담당자가 없어도 패킷을 남기지 않습니다. S9도 지금 오가는 트래픽은 보지 못합니다.',
      en: 'No IDS could have seen it: a quiet VM sends nothing, owned or not. S9 in turn sees no traffic.',
    },
  },
  says: {
    orphan: {
      title: { ko: '{{vm}}의 담당자가 없음', en: '{{vm}} has no owner' },
      body: {
        ko: '켜져 있지만 패치할 담당자가 없습니다. 담당자가 휴가 중이어도 이렇게 보입니다.',
        en: 'It runs, and there is nobody to patch it. An owner on leave looks the same.',
      },
    },
    'duplicate-keys': {
      title: {
        ko: '{{vm}}{과/와} {{peer}}의 호스트 키가 같음',
        en: '{{vm}} and {{peer}} have the same host keys',
      },
      body: {
        ko: '같은 난수 상태에서 복제된 VM은 같은 키를 만듭니다. 한 테넌트의 서버들이 일부러 키를 함께 쓰는 경우도 이렇게 보입니다.',
        en: 'Clones that start from one random state make the same keys. Servers of one tenant that share a key on purpose look the same.',
      },
    },
    unpatched: {
      title: {
        ko: '{{vm}}에 공개된 패치가 적용되지 않음',
        en: '{{vm}} lacks a fix that is published',
      },
      body: {
        ko: '담당자들이 보통 업데이트를 마치는 시간이 지났습니다.',
        en: 'The time in which owners usually update their VMs is over.',
      },
    },
    'lease-over': {
      title: { ko: '{{vm}}의 임대 기한이 지남', en: 'The lease of {{vm}} is over' },
      body: { ko: '아직 켜져 있습니다.', en: 'It is still running.' },
    },
  },
} satisfies Sensor;
