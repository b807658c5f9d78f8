import { witnessBlockRead } from '../../mechanics/harm/evidence.ts';
import { leak } from '../../mechanics/harm/harm.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { type BlockId, NONE, type VmId } from '../../world/ids.ts';
import { isAtLeast } from '../../world/machine/vm.ts';
import { about, inside, vmNote } from '../../world/people/known.ts';
import { find, get } from '../../world/table.ts';
import { defineAttack } from '../attack.ts';
import { ownKernel } from '../needs/container.ts';
import { guestRuns, rootInGuest } from '../needs/guest.ts';
import { blockIsTheirs, foreignResidueBlock, notSealed } from '../needs/storage.ts';

/**
 * B28: residual disk blocks. Root in a guest reads the raw volume it was given and finds what the
 * last owner stored there. Like B27 it breaks nothing: every read is lawful.
 * Source: FACTS B28; CVE-2012-5625 (OpenStack Nova, LVM volumes not wiped).
 */
export const resDiskBlocks = defineAttack({
  id: 'res-disk-blocks',
  catalogue: 'B28',
  targets: [4],
  dumps: true,
  family: 'memory',
  takes: ['vm'],
  brings: 'loot',
  needs: [guestRuns, rootInGuest, ownKernel, blockIsTheirs, foreignResidueBlock, notSealed],
  headline: ['foreign-residue-block'],
  length: (lengths) => lengths.recon + lengths.access + lengths.act,
  resolve: (world, attacker, { vm = 0 }) => {
    const id = attacker.knownVms[vm - 1] ?? NONE;
    const there = find(world.vms, id) && isAtLeast(ringOf(world, attacker.id, id), 'root');
    return there ? { vm: id, attacker: attacker.id } : null;
  },
  // It lists its volume and finds out which blocks its own workload leaves alone; then it reads all
  // of it, from end to end.
  strikes: (world, by, done, length) => {
    const disk = done === length ? (find(world.vms, by.vm ?? NONE)?.disk ?? []) : [];
    return disk.map((block) => ({ ...by, block }));
  },
  // What it tries its reads on holds nothing: the first that there is to see of it.
  opening: (turn, { attacker, operation }, { vm = 0 }) => {
    attacker.notes[vmNote(operation.args.vm ?? 0, 'disk-read')] = 1;
    const row = find(turn.world.vms, vm);
    const empty = row?.disk.find((block) => {
      const { content, residue } = get(turn.world.blocks, block);
      return content === NONE && residue === NONE;
    });
    if (row?.power !== 'running' || empty === undefined) return;
    const actor = { kind: 'attacker', id: attacker.id } as const;
    witnessBlockRead(turn, vm as VmId, empty, { actor, cause: operation.act });
  },
  trace: (turn, { attacker, operation }, { vm = 0, block = 0 }) => {
    if (find(turn.world.vms, vm)?.power !== 'running') return;
    const actor = { kind: 'attacker', id: attacker.id } as const;
    witnessBlockRead(turn, vm as VmId, block as BlockId, { actor, cause: operation.act });
  },
  effect: (turn, { attacker, operation }, { vm = 0, block = 0 }, proof) => {
    const asset = get(turn.world.blocks, block).residue;
    if (asset === NONE) return;
    const args = { vm, block };
    leak(turn, asset, { attacker, attack: operation.attack, vm: vm as VmId, args, proof });
  },
  prospects: (known) =>
    inside(known, 'root')
      .filter(({ number }) => about(known, number, 'disk-read') === undefined)
      .filter(({ number }) => about(known, number, 'technique') !== 'container')
      .map(({ number }) => ({
        attack: 'res-disk-blocks',
        args: { vm: number },
        gain: { kind: 'loot' },
        sure: false,
      })),
  words: {
    name: { ko: '디스크 잔존 데이터 읽기', en: 'Reading residual disk blocks' },
    does: {
      ko: '받은 볼륨을 끝까지 읽어 이전 소유자이 남긴 데이터를 찾습니다. 게스트의 root 권한이 있어야 합니다. 쓰기 전에 읽은 흔적이 남습니다.',
      en: 'Reads its volume from end to end for what an earlier owner left. It takes root in the guest, and leaves blocks that were read before they were written.',
    },
    lead: {
      ko: '공격자는 디스크를 부수지 않았습니다. 지우지 않고 넘겨받은 블록을 처음부터 끝까지 읽었을 뿐입니다. 삭제한 볼륨의 내용은 누군가 덮어쓸 때까지 그 자리에 있습니다.',
      en: 'The attacker broke no disk; they read the blocks they were handed from end to end. What a deleted volume held stays where it is until someone writes over it.',
    },
    title: {
      ko: '{{victim}}의 {{asset}}{이/가} 디스크에 남아 {{tenant}}의 VM으로 새어 나갔습니다',
      en: 'The {{asset}} of {{victim}} stayed on a disk and leaked into a VM of {{tenant}}',
    },
    needs: {
      'guest-runs': { ko: '읽는 VM이 켜져 있었다', en: 'The reading VM was running' },
      'root-in-guest': {
        ko: '공격자가 그 VM의 root 권한으로 볼륨을 통째로 읽을 수 있었다',
        en: 'The attacker was root in it, and could read the raw volume',
      },
      'own-kernel': {
        ko: '그 VM은 컨테이너가 아니어서 볼륨을 블록 장치로 받았다',
        en: 'The VM was no container: it was given its volume as a block device',
      },
      'block-is-theirs': {
        ko: '그 블록이 그 VM의 볼륨에 들어 있었다',
        en: 'The block was in that VM’s volume',
      },
      'foreign-residue-block': {
        ko: '다른 테넌트의 데이터가 지워지지 않고 남아 있었다',
        en: 'Another tenant’s data was still in it, unwiped',
      },
      'not-sealed': {
        ko: '남은 데이터가 암호화되어 있지 않았다',
        en: 'What was left was not encrypted',
      },
    },
  },
});
