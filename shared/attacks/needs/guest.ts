import { snapshotsOf } from '../../mechanics/disk.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { fact } from '../../world/fact.ts';
import type { Counter } from '../../world/history.ts';
import { NONE } from '../../world/ids.ts';
import { isAtLeast } from '../../world/machine/vm.ts';
import { between } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { ringKnown, runs } from '../knowing.ts';
import type { Need } from '../need.ts';

/** Only a running guest executes anything (rule V2). `vm` of the strike. */
export const guestRuns: Need<'guest-runs'> = {
  id: 'guest-runs',
  words: {
    short: { ko: 'VM 켜짐', en: 'VM is on' },
    failed: { ko: '대상 VM이 꺼져 있었습니다', en: 'the VM was not running' },
  },
  known: {
    certain: (known, { vm }) => runs(known, vm),
    // Who answered was running.
    around: (known, { from, vm }) => (between(known, from, vm, 'reach') === 1 ? true : undefined),
  },
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.power === 'running',
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'power')],
  counters: (_, { vm = 0 }) => [
    { command: 'stop-vm', args: { vm }, moment: 'after', fact: fact('vms', vm, 'power') },
  ],
};

/**
 * What throws an intruder out of a VM again: making it anew, or going back to before they came. Shutting
 * its network off throws nobody out (rule N7).
 */
function evictions(world: ReadonlyWorld, vm: number): Counter[] {
  const row = find(world.vms, vm);
  const theirs = find(world.attackers, row?.intruder ?? 0)?.tenant === row?.tenant;
  if (!row || theirs) return [];
  const since = fact('vms', vm, 'foothold');
  const clean = snapshotsOf(world, row.id).at(-1)?.intruder === NONE;
  return [
    { command: 'rebuild-vm', args: { vm }, moment: 'after', fact: since },
    ...(clean
      ? [{ command: 'rollback-vm', args: { vm }, moment: 'after' as const, fact: since }]
      : []),
  ];
}

/** The attacker runs code in the guest, as anybody. `vm` and `attacker` of the strike. */
export const codeInGuest: Need<'code-in-guest'> = {
  id: 'code-in-guest',
  words: {
    short: { ko: 'VM 안에서 코드 실행', en: 'code runs in the VM' },
    failed: {
      ko: '그 VM 안에 발판이 남아 있지 않았습니다',
      en: 'we had no code left in that VM',
    },
  },
  known: { certain: (known, { vm }) => ringKnown(known, vm) !== 'none' },
  holds: (world, { vm = 0, attacker = 0 }) => ringOf(world, attacker, vm) !== 'none',
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'intruder'), fact('vms', vm, 'foothold')],
  counters: (world, { vm = 0 }) => evictions(world, vm),
};

/**
 * The attacker may touch the guest's I/O ports: in its kernel, or as root, who asks for them by `ioperm`.
 * Anyone else's access faults inside the guest and never leaves it (FACTS B01).
 */
export const portsInGuest: Need<'ports-in-guest'> = {
  id: 'ports-in-guest',
  words: {
    short: { ko: 'I/O 포트 권한(root·커널)', en: 'I/O permission (root, kernel)' },
    failed: {
      ko: '그 VM에서 I/O 포트를 쓸 권한(root·커널)이 없었습니다',
      en: 'we had no I/O permission in that VM',
    },
  },
  known: { certain: (known, { vm }) => isAtLeast(ringKnown(known, vm), 'root') },
  holds: (world, { vm = 0, attacker = 0 }) => isAtLeast(ringOf(world, attacker, vm), 'root'),
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'intruder'), fact('vms', vm, 'foothold')],
  counters: (world, { vm = 0 }) => evictions(world, vm),
};

/**
 * The attacker is root in the guest, or in its kernel: root opens its raw volume as a block device (FACTS
 * B28). Anyone else sees files, and only those that they may read.
 */
export const rootInGuest: Need<'root-in-guest'> = {
  id: 'root-in-guest',
  words: {
    short: { ko: 'VM의 root 권한', en: 'root in the VM' },
    failed: {
      ko: '그 VM의 root 권한이 없었습니다',
      en: 'we were not root in that VM',
    },
  },
  known: { certain: (known, { vm }) => isAtLeast(ringKnown(known, vm), 'root') },
  holds: (world, { vm = 0, attacker = 0 }) => isAtLeast(ringOf(world, attacker, vm), 'root'),
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'intruder'), fact('vms', vm, 'foothold')],
  counters: (world, { vm = 0 }) => evictions(world, vm),
};

/** The attacker runs code in the guest's kernel: page tables, mapped devices and raw frames are open to it. */
export const kernelInGuest: Need<'kernel-in-guest'> = {
  id: 'kernel-in-guest',
  words: {
    short: { ko: 'VM의 커널 장악', en: 'its kernel is ours' },
    failed: {
      ko: '게스트 커널까지 들어가 있지 않았습니다',
      en: 'the guest’s kernel was not ours',
    },
  },
  known: { certain: (known, { vm }) => ringKnown(known, vm) === 'kernel' },
  holds: (world, { vm = 0, attacker = 0 }) => ringOf(world, attacker, vm) === 'kernel',
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'intruder'), fact('vms', vm, 'foothold')],
  counters: (world, { vm = 0 }) => evictions(world, vm),
};

/** The same of the VM that packets are sent from: `from` of the strike. */
export const sourceRuns: Need<'source-runs'> = {
  id: 'source-runs',
  words: {
    short: { ko: '출발지 VM 켜짐', en: 'source VM is on' },
    failed: { ko: '출발지 VM이 꺼져 있었습니다', en: 'the VM it starts from was off' },
  },
  known: { certain: (known, { from }) => from === NONE || runs(known, from) },
  holds: (world, { from = 0 }) => find(world.vms, from)?.power === 'running',
  facts: (_, { from = 0 }) => [fact('vms', from, 'power')],
  counters: (_, { from = 0 }) => [
    { command: 'stop-vm', args: { vm: from }, moment: 'after', fact: fact('vms', from, 'power') },
  ],
};

/**
 * They are root in it, or in its kernel: frames of one's own making take a raw socket, another MAC address or
 * promiscuous mode a right over its network card. Root has both (Linux: CAP_NET_RAW, CAP_NET_ADMIN).
 */
export const rootInSource: Need<'root-in-source'> = {
  id: 'root-in-source',
  words: {
    short: { ko: '출발지 VM의 root 권한', en: 'root in the source' },
    failed: {
      ko: '출발지 VM의 root 권한이 없었습니다',
      en: 'we were not root in the VM it starts from',
    },
  },
  known: { certain: (known, { from }) => isAtLeast(ringKnown(known, from), 'root') },
  holds: (world, { from = 0, attacker = 0 }) => isAtLeast(ringOf(world, attacker, from), 'root'),
  facts: (_, { from = 0 }) => [fact('vms', from, 'intruder'), fact('vms', from, 'foothold')],
  counters: (world, { from = 0 }) => evictions(world, from),
};

export const codeInSource: Need<'code-in-source'> = {
  id: 'code-in-source',
  words: {
    short: { ko: '출발지 VM에서 코드 실행', en: 'code runs in the source' },
    failed: {
      ko: '출발지 VM에 발판이 남아 있지 않았습니다',
      en: 'we had no code left in the VM it starts from',
    },
  },
  known: { certain: (known, { from }) => from === NONE || ringKnown(known, from) !== 'none' },
  holds: (world, { from = 0, attacker = 0 }) => ringOf(world, attacker, from) !== 'none',
  facts: (_, { from = 0 }) => [fact('vms', from, 'intruder'), fact('vms', from, 'foothold')],
  counters: (world, { from = 0 }) => evictions(world, from),
};
