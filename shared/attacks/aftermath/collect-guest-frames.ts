import { chargedFor, leak } from '../../mechanics/harm/harm.ts';
import { fact } from '../../world/fact.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { vmNote } from '../../world/people/known.ts';
import { find, get } from '../../world/table.ts';
import { defineAttack } from '../attack.ts';
import type { Need } from '../need.ts';
import {
  belowStrike,
  fromBelow,
  guestsOf,
  holdsForeignContent,
  hostIsTheirs,
  inTurn,
} from '../needs/below.ts';

/** The frame is in use by that VM. `vm`, `host` and `frame` of the strike. */
const frameInUse: Need<'frame-in-use'> = {
  id: 'frame-in-use',
  words: {
    short: { ko: '그 VM이 쓰는 프레임', en: 'a frame in use' },
    failed: {
      ko: '그 프레임은 더는 그 VM의 것이 아니었습니다',
      en: 'the frame was no longer in use by the VM',
    },
  },
  holds: (world, { vm = 0, host = 0, frame = 0 }) => {
    const row = find(world.frames, frame);
    return row !== null && vm !== NONE && row.host === host && row.owner === vm;
  },
  facts: (_, { frame = 0 }) => [fact('frames', frame, 'host'), fact('frames', frame, 'owner')],
  counters: () => [],
};

/** What lies in it in plain text is for whoever maps it. `vm` of the strike. */
const memoryReadable: Need<'memory-readable'> = {
  id: 'memory-readable',
  words: {
    short: { ko: '암호화되지 않은 메모리', en: 'memory not encrypted' },
    failed: {
      ko: '그 VM의 메모리는 암호화되어 있었습니다',
      en: 'the VM’s memory was encrypted',
    },
  },
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.memoryEncrypted === false,
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'memoryEncrypted')],
  counters: (world, { vm = 0 }) => {
    const row = find(world.vms, vm);
    if (!row || find(world.hosts, row.host)?.memoryEncryption !== true) return [];
    const since = fact('vms', vm, 'memoryEncrypted');
    return [{ command: 'encrypt-memory', args: { vm }, moment: 'after', fact: since }];
  },
};

/**
 * What a host that was taken is good for: it maps any frame of its guests and reads it, one VM after another.
 * No guest notices. Only memory that is encrypted with a key which the host never has is out of its reach.
 * Source: FACTS §8.2.2, §28.1 and its correction G9.
 */
export const collectGuestFrames = defineAttack({
  id: 'collect-guest-frames',
  catalogue: '§8.2.2',
  targets: [2],
  dumps: true,
  family: null,
  takes: ['vm'],
  brings: 'loot',
  needs: [hostIsTheirs, frameInUse, memoryReadable, holdsForeignContent],
  headline: ['memory-readable', 'host-is-theirs'],
  length: (lengths) => lengths.access + lengths.act,
  resolve: belowStrike,
  strikes: (world, by, done, length) => {
    // What they rent they need not read.
    const others = guestsOf(world, by.host ?? NONE).filter(
      (vm) => find(world.vms, vm)?.tenant !== by.tenant,
    );
    return inTurn(others, done, length).flatMap((vm) =>
      get(world.vms, vm)
        .memory.filter((frame) => get(world.frames, frame).content !== NONE)
        .map((frame) => ({ ...by, vm, frame })),
    );
  },
  opening: (_, { attacker, operation }) => {
    attacker.notes[vmNote(operation.args.vm ?? 0, 'guests-read')] = 1;
  },
  effect: (turn, { attacker, operation }, { vm = 0, host = 0, frame = 0 }, proof) => {
    const asset = find(turn.world.frames, frame)?.content ?? NONE;
    if (asset === NONE) return;
    const id = vm as VmId;
    const deed = { attacker, attack: operation.attack, vm: id, args: { vm, host, frame }, proof };
    leak(turn, asset, deed, chargedFor(turn, id));
  },
  prospects: (known) =>
    fromBelow(known, 'guests-read', () => ({
      attack: 'collect-guest-frames',
      gain: { kind: 'loot' },
    })),
  words: {
    name: { ko: '장악한 호스트에서 VM 메모리 읽기', en: 'Reading VMs’ memory from the host' },
    does: {
      ko: '장악한 호스트에서 그 위에 있는 VM의 프레임을 하나씩 매핑해 읽습니다. 메모리가 암호화된 VM(SEV-SNP, TDX)은 읽지 못합니다. 게스트도 센서도 알아채지 못합니다.',
      en: 'From a host that is theirs, maps the frames of its VMs and reads them, one VM after another. Memory that is encrypted (SEV-SNP, TDX) stays closed. No guest and no sensor notices.',
    },
    lead: {
      ko: '하이퍼바이저는 게스트의 모든 프레임을 매핑할 수 있고, 공격자는 바로 그 하이퍼바이저에 있었습니다. 게스트 안의 보안은 아무것도 막지 못했습니다. 메모리 암호화만이 호스트로부터 메모리를 지킵니다.',
      en: 'A hypervisor can map any frame of its guests, and the attacker was in the hypervisor. No security inside a guest stands in the way: only memory encryption keeps memory from its own host.',
    },
    title: {
      ko: '{{victim}}의 {{asset}}{이/가} 장악된 {{host}}에서 메모리째 읽혔습니다',
      en: '{{host}}, which had been taken over, read the {{asset}} of {{victim}} from memory',
    },
    needs: {
      'host-is-theirs': {
        ko: '공격자가 그 호스트의 게스트 아래에서 코드를 실행하고 있었다',
        en: 'The attacker ran code below the guests of that host',
      },
      'frame-in-use': {
        ko: '그 프레임은 그 호스트에 있는 VM이 쓰고 있었다',
        en: 'A VM of that host had the frame in use',
      },
      'memory-readable': {
        ko: '그 VM의 메모리는 암호화되어 있지 않았다',
        en: 'The VM’s memory was not encrypted',
      },
      'foreign-content': {
        ko: '다른 테넌트의 데이터가 그 프레임에 있었다',
        en: 'Another tenant’s data was in the frame',
      },
    },
  },
});
