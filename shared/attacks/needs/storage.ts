import { offeredTechniques } from '../../mechanics/technique/technique.ts';
import { fact } from '../../world/fact.ts';
import { NONE } from '../../world/ids.ts';
import { about, hasServiceFlaw } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import { ALWAYS, isNoted } from '../knowing.ts';
import type { Need } from '../need.ts';

/** A guest reaches the blocks of its own volume and no others. `vm` and `block` of the strike. */
export const blockIsTheirs: Need<'block-is-theirs'> = {
  id: 'block-is-theirs',
  words: {
    short: { ko: '블록을 할당받음', en: 'the block is ours' },
    failed: {
      ko: '그 블록은 우리 볼륨의 것이 아니었습니다',
      en: 'the block was not given to our volume',
    },
  },
  known: ALWAYS,
  holds: (world, { vm = 0, block = 0 }) => find(world.blocks, block)?.owner === vm,
  facts: (_, { block = 0 }) => [fact('blocks', block, 'owner')],
  counters: () => [],
};

/** Another tenant's data is still in the block: nobody wiped it, and nobody wrote over it. */
export const foreignResidueBlock: Need<'foreign-residue-block'> = {
  id: 'foreign-residue-block',
  words: {
    short: {
      ko: '블록에 타 테넌트의 잔존 데이터',
      en: 'others’ residual data in blocks',
    },
    failed: {
      ko: '할당받은 블록에 다른 테넌트의 데이터가 없었습니다',
      en: 'the blocks held no one else’s data',
    },
  },
  holds: (world, { vm = 0, block = 0 }) => {
    const asset = find(world.assets, find(world.blocks, block)?.residue ?? NONE);
    return asset !== null && asset.tenant !== find(world.vms, vm)?.tenant;
  },
  facts: (world, { vm = 0, block = 0 }) => {
    const residue = find(world.blocks, block)?.residue ?? NONE;
    return [
      fact('blocks', block, 'residue'),
      ...(residue === NONE ? [] : [fact('assets', residue, 'tenant')]),
      fact('vms', vm, 'tenant'),
    ];
  },
  counters: (world, { block = 0 }) => {
    const row = find(world.blocks, block);
    if (!row) return [];
    const { host } = row;
    const since = fact('blocks', block, 'residue');
    return [
      { command: 'wipe-blocks', args: { host }, moment: 'after', fact: since },
      {
        command: 'wipe-policy',
        args: { host, policy: 'on-delete' },
        moment: 'before',
        fact: since,
      },
    ];
  },
};

/** What is left can be read: it is no ciphertext whose key went with its volume. */
export const notSealed: Need<'not-sealed'> = {
  id: 'not-sealed',
  words: {
    short: { ko: '암호화되지 않음', en: 'not encrypted' },
    failed: {
      ko: '남은 데이터가 암호화되어 있어 읽을 수 없었습니다',
      en: 'what was left was encrypted',
    },
  },
  holds: (world, { block = 0 }) => find(world.blocks, block)?.sealed === false,
  facts: (_, { block = 0 }) => [fact('blocks', block, 'sealed')],
  counters: () => [],
};

/** It had the fix and lost it: it was rolled back to before it. `vm` and `flaw` of the strike. */
export const wasReverted: Need<'was-reverted'> = {
  id: 'was-reverted',
  words: {
    short: { ko: '패치 전 스냅샷으로 돌아감', en: 'rolled back past a patch' },
    failed: {
      ko: '그 서비스는 패치 전으로 되돌려진 적이 없었습니다',
      en: 'the service had not been rolled back past its patch',
    },
  },
  known: {
    // It once had the fix, and has it no more.
    around: (known, { vm }) => {
      const now = hasServiceFlaw(known, vm);
      const was = hasServiceFlaw(known, vm, 'service-was');
      return now === true && was === false ? true : undefined;
    },
  },
  holds: (world, { vm = 0, flaw = 0 }) => {
    const fixedIn = find(world.flaws, flaw)?.fixedIn;
    return fixedIn !== undefined && (find(world.vms, vm)?.revertedFrom ?? 0) >= fixedIn;
  },
  facts: (_, { vm = 0, flaw = 0 }) => [
    fact('vms', vm, 'revertedFrom'),
    fact('flaws', flaw, 'fixedIn'),
  ],
  counters: (_, { vm = 0 }) => {
    const since = fact('vms', vm, 'revertedFrom');
    return [{ command: 'patch-guest', args: { vm }, moment: 'after', fact: since }];
  },
};

/** Its kernel maps its own page tables: only a paravirtual guest keeps a stale entry of them. */
export const isParavirtual: Need<'is-paravirtual'> = {
  id: 'is-paravirtual',
  words: {
    short: { ko: '반가상화', en: 'paravirtual' },
    failed: {
      ko: '그 VM은 반가상화로 실행되고 있지 않았습니다',
      en: 'the VM is not paravirtual',
    },
  },
  known: { inside: isNoted('technique', 'para') },
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.technique === 'para',
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'technique')],
  counters: (world, { vm = 0 }) => {
    const row = find(world.vms, vm);
    const place = find(world.hosts, row?.host ?? 0);
    const image = find(world.images, row?.image ?? 0);
    if (!row || !place || !image) return [];
    const [technique] = offeredTechniques(world, place, image, row.workload).filter(
      (other) => other !== 'para',
    );
    if (technique === undefined) return [];
    const since = fact('vms', vm, 'technique');
    return [{ command: 'convert-vm', args: { vm, technique }, moment: 'after', fact: since }];
  },
};

/** The host clears frames as they are freed: that is what the race is run against. */
export const scrubsOnFree: Need<'scrubs-on-free'> = {
  id: 'scrubs-on-free',
  words: {
    short: { ko: '해제 시 소거하는 호스트', en: 'host scrubs on free' },
    failed: {
      ko: '그 호스트는 해제 시 소거하지 않고 있었습니다',
      en: 'that host does not scrub on free',
    },
  },
  holds: (world, { host = 0 }) => find(world.hosts, host)?.scrub === 'on-free',
  facts: (_, { host = 0 }) => [fact('hosts', host, 'scrub')],
  counters: (_, { host = 0 }) => [
    {
      command: 'scrub-policy',
      args: { host, policy: 'on-allocate' },
      moment: 'after',
      fact: fact('hosts', host, 'scrub'),
    },
  ],
};

/** The guest has the frame to give back, and its tenant's data is in it. */
export const frameIsWritten: Need<'frame-is-written'> = {
  id: 'frame-is-written',
  words: {
    short: { ko: '반납할 프레임에 데이터 있음', en: 'returned frames hold data' },
    failed: {
      ko: '반납할 프레임에 써 둘 데이터가 없었습니다',
      en: 'the frames held nothing to write back',
    },
  },
  holds: (world, { vm = 0, frame = 0 }) => {
    const row = find(world.frames, frame);
    return row !== null && row.owner === vm && row.content !== NONE;
  },
  facts: (_, { frame = 0 }) => [fact('frames', frame, 'owner'), fact('frames', frame, 'content')],
  counters: () => [],
};

/** What the guest works with belongs to someone else than the attacker. */
export const foreignData: Need<'foreign-data'> = {
  id: 'foreign-data',
  words: {
    short: { ko: '타 테넌트의 데이터를 다룸', en: 'works with others’ data' },
    failed: {
      ko: '그 VM은 다른 테넌트의 데이터를 다루지 않았습니다',
      en: 'the VM works with no data of others',
    },
  },
  known: {
    // Whose VM it is tells whose data it works with.
    around: (known, { vm }) => !(known.vms[vm - 1]?.own ?? false),
  },
  holds: (world, { vm = 0, tenant = 0 }) => {
    const asset = find(world.assets, find(world.vms, vm)?.asset ?? NONE);
    return asset !== null && find(world.tenants, tenant) !== null && asset.tenant !== tenant;
  },
  facts: (world, { vm = 0 }) => {
    const asset = find(world.vms, vm)?.asset ?? NONE;
    return [fact('vms', vm, 'asset'), ...(asset === NONE ? [] : [fact('assets', asset, 'tenant')])];
  },
  counters: () => [],
};

/** Nothing caps what the device models of the host log. `host` of the strike. */
export const logsUncapped: Need<'logs-uncapped'> = {
  id: 'logs-uncapped',
  words: {
    short: { ko: '로그 크기 제한 없음', en: 'logs uncapped' },
    failed: {
      ko: '호스트가 장치 모델의 로그 크기를 제한하고 있었습니다',
      en: 'its host caps the logs of device models',
    },
  },
  holds: (world, { host = 0 }) => find(world.hosts, host)?.logCap === false,
  facts: (_, { host = 0 }) => [fact('hosts', host, 'logCap')],
  counters: (_, { host = 0 }) => [
    {
      command: 'cap-logs',
      args: { host },
      moment: 'after',
      fact: fact('hosts', host, 'logCap'),
    },
  ],
};

/** The host's disk has a block for the log to take: full is full. `host` of the strike. */
export const diskHasRoom: Need<'disk-has-room'> = {
  id: 'disk-has-room',
  words: {
    short: { ko: '호스트 디스크에 빈 블록 있음', en: 'room on the host’s disk' },
    failed: {
      ko: '호스트의 디스크에 빈 블록이 없었습니다',
      en: 'the disk of its host had no free block',
    },
  },
  // They cannot see it; but what they have filled themselves they need not fill again.
  known: { inside: (known, { vm }) => (about(known, vm, 'floods') === 1 ? false : undefined) },
  holds: (world, { host = 0 }) => (find(world.hosts, host)?.freeBlocks.length ?? 0) > 0,
  facts: (_, { host = 0 }) => [fact('hosts', host, 'freeBlocks')],
  counters: () => [],
};
