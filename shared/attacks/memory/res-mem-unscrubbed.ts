import { witnessRead } from '../../mechanics/harm/evidence.ts';
import { leak } from '../../mechanics/harm/harm.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { offeredTechniques } from '../../mechanics/technique/technique.ts';
import { type FactRef, fact } from '../../world/fact.ts';
import { type FrameId, NONE, type VmId } from '../../world/ids.ts';
import { about, inside, vmNote } from '../../world/people/known.ts';
import { find, get, rows } from '../../world/table.ts';
import { defineAttack } from '../attack.ts';
import { ALWAYS } from '../knowing.ts';
import type { Need } from '../need.ts';
import { guestRuns, kernelInGuest } from '../needs/guest.ts';

/** A guest reaches the frames that are mapped to it and no others. */
const frameIsTheirs: Need<'frame-is-theirs'> = {
  id: 'frame-is-theirs',
  words: {
    short: { ko: '프레임을 할당받음', en: 'the frame is ours' },
    failed: {
      ko: '그 프레임은 우리 VM의 것이 아니었습니다',
      en: 'the frame was not given to our VM',
    },
  },
  known: ALWAYS,
  holds: (world, { vm = 0, frame = 0 }) => find(world.frames, frame)?.owner === vm,
  facts: (_, { frame = 0 }) => [fact('frames', frame, 'owner')],
  counters: (world, { vm = 0, frame = 0 }) => {
    const row = find(world.vms, vm);
    if (!row || row.request === 0) return [];
    const request = row.request;
    const owned: FactRef = fact('frames', frame, 'owner');
    const image = get(world.images, row.image);
    return [...rows(world.hosts)].flatMap((host) => {
      const [technique] = offeredTechniques(world, host, image, row.workload);
      if (host.id === row.host || host.retired || technique === undefined) return [];
      const args = { request, host: host.id, technique };
      return [{ command: 'create-vm', args, moment: 'instead' as const, fact: owned }];
    });
  },
};

/** Bytes of another tenant are still in it: nobody wiped them, and nobody wrote over them. */
const foreignResidue: Need<'foreign-residue'> = {
  id: 'foreign-residue',
  words: {
    short: { ko: '프레임에 타 테넌트의 잔존 데이터', en: 'others’ residue in frames' },
    failed: {
      ko: '할당받은 프레임에 다른 테넌트의 데이터가 없었습니다',
      en: 'the frames held no one else’s data',
    },
  },
  holds: (world, { vm = 0, frame = 0 }) => {
    const asset = find(world.assets, find(world.frames, frame)?.residue ?? 0);
    return asset !== null && asset.tenant !== find(world.vms, vm)?.tenant;
  },
  facts: (world, { vm = 0, frame = 0 }) => {
    const residue = find(world.frames, frame)?.residue ?? 0;
    return [
      fact('frames', frame, 'residue'),
      ...(residue === 0 ? [] : [fact('assets', residue, 'tenant')]),
      fact('vms', vm, 'tenant'),
    ];
  },
  counters: (world, { frame = 0 }) => {
    const row = find(world.frames, frame);
    if (!row) return [];
    const host = row.host;
    return [
      {
        command: 'scrub-frames',
        args: { host },
        moment: 'after',
        fact: fact('frames', frame, 'residue'),
      },
      {
        command: 'scrub-policy',
        args: { host, policy: 'on-allocate' },
        moment: 'before',
        fact: fact('frames', frame, 'owner'),
      },
      {
        command: 'scrub-policy',
        args: { host, policy: 'on-free' },
        moment: 'before',
        fact: fact('frames', frame, 'residue'),
      },
    ];
  },
};

/**
 * B27: residual memory. The kernel of a guest, rented or taken, reads the frames it was given before it
 * writes them, and finds what the last owner left. It breaks nothing: every one of its loads is lawful.
 * Source: FACTS B27; Linux `init_on_free`, Xen `scrub-domheap`.
 */
export const resMemUnscrubbed = defineAttack({
  id: 'res-mem-unscrubbed',
  catalogue: 'B27',
  targets: [1],
  dumps: true,
  family: 'memory',
  takes: ['vm'],
  brings: 'loot',
  needs: [guestRuns, kernelInGuest, frameIsTheirs, foreignResidue],
  headline: ['foreign-residue'],
  length: (lengths) => lengths.recon + lengths.access + lengths.act,
  resolve: (world, attacker, { vm = 0 }) => {
    const id = attacker.knownVms[vm - 1] ?? NONE;
    const there = find(world.vms, id) && ringOf(world, attacker.id, id) === 'kernel';
    return there ? { vm: id, attacker: attacker.id } : null;
  },
  // It maps its memory and finds out which pages its own workload leaves alone; then it walks
  // through all of them, from end to end.
  strikes: (world, by, done, length) => {
    const memory = done === length ? (find(world.vms, by.vm ?? NONE)?.memory ?? []) : [];
    return memory.map((frame) => ({ ...by, frame }));
  },
  // What it tries its reads on holds nothing: a page that was read before it was written, and the
  // first that there is to see of it.
  opening: (turn, { attacker, operation }, { vm = 0 }) => {
    attacker.notes[vmNote(operation.args.vm ?? 0, 'memory-read')] = 1;
    const row = find(turn.world.vms, vm);
    const empty = row?.memory.find((frame) => {
      const { content, residue } = get(turn.world.frames, frame);
      return content === NONE && residue === NONE;
    });
    if (row?.power !== 'running' || empty === undefined) return;
    const actor = { kind: 'attacker', id: attacker.id } as const;
    witnessRead(turn, vm as VmId, empty, { actor, cause: operation.act });
  },
  trace: (turn, { attacker, operation }, { vm = 0, frame = 0 }) => {
    if (find(turn.world.vms, vm)?.power !== 'running') return;
    const actor = { kind: 'attacker', id: attacker.id } as const;
    witnessRead(turn, vm as VmId, frame as FrameId, { actor, cause: operation.act });
  },
  effect: (turn, { attacker, operation }, { vm = 0, frame = 0 }, proof) => {
    const asset = get(turn.world.frames, frame).residue;
    if (asset === NONE) return;
    const deed = { attacker, attack: operation.attack, vm: vm as VmId, args: { vm, frame }, proof };
    leak(turn, asset, deed);
  },
  prospects: (known) =>
    inside(known, 'kernel')
      .filter(({ number }) => about(known, number, 'memory-read') === undefined)
      .map(({ number }) => ({
        attack: 'res-mem-unscrubbed',
        args: { vm: number },
        gain: { kind: 'loot' },
        sure: false,
      })),
  words: {
    name: { ko: '메모리 잔존 데이터 읽기', en: 'Reading residual memory' },
    does: {
      ko: '받은 메모리를 끝까지 읽어 이전 소유자이 남긴 데이터를 찾습니다. 지우지 않은 프레임을 받았어야 합니다. 쓰기 전에 읽은 흔적이 남습니다.',
      en: 'Reads its memory from end to end for what an earlier owner left. It takes frames that nobody wiped, and leaves pages that were read before they were written.',
    },
    lead: {
      ko: '공격자는 아무것도 깨뜨리지 않았습니다. 지우지 않고 넘겨받은 프레임을 읽었을 뿐입니다. 아래 조건 가운데 하나만 없었어도 이 일은 일어나지 않았을 것입니다.',
      en: 'The attacker broke nothing; they read what they were handed unwiped. Without any one of the conditions below it could not have happened.',
    },
    title: {
      ko: '{{victim}}의 {{asset}}{이/가} {{tenant}}의 VM으로 새어 나갔습니다',
      en: 'The {{asset}} of {{victim}} leaked into a VM of {{tenant}}',
    },
    needs: {
      'guest-runs': { ko: '읽는 VM이 켜져 있었다', en: 'The reading VM was running' },
      'kernel-in-guest': {
        ko: '공격자가 그 VM의 커널을 장악하고 있어 받은 메모리를 그대로 읽을 수 있었다',
        en: 'The attacker had the VM’s kernel, and so could read the memory it was given',
      },
      'frame-is-theirs': {
        ko: '그 프레임이 그 VM에 할당되어 있었다',
        en: 'The frame had been given to that VM',
      },
      'foreign-residue': {
        ko: '다른 테넌트의 데이터가 지워지지 않고 남아 있었다',
        en: 'Another tenant’s data was still in it, unwiped',
      },
    },
  },
});
