import { type Alert, isDone, type Observation } from '../../world/alert.ts';
import { inDeck } from '../../world/deck.ts';
import { fact, provenanceOf } from '../../world/fact.ts';
import { type HostId, NONE, type Seq } from '../../world/ids.ts';
import { get, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { dirtyBlocks } from '../disk.ts';
import { dirtyFrames } from '../memory.ts';
import { isOver } from './close.ts';
import { raise } from './raise.ts';
import type { Sensor } from './sensor.ts';

/** Something that lies where nobody owns it, and the events that left it there. */
interface Finding {
  readonly seen: Residue;
  readonly causes: readonly Seq[];
}

type Residue = Extract<
  Observation,
  { readonly kind: 'residue-free' | 'residue-blocks' | 'scrubbed-not-empty' }
>;

/**
 * Sensor S7. It samples the memory and the disk that nobody owns, on every host in its round, and
 * says what is left there. It cannot see data that a VM still owns, nor who will get a frame next
 * (rule S7). Of what was cleared as it was freed it says when it is not empty all the same (S40).
 */
function auditResidue(turn: Turn): void {
  const { world } = turn;
  if (!inDeck(world, 'sensors', 'S7') || world.tick % world.pace.auditEvery !== 0) return;
  for (const host of rows(world.hosts)) {
    const found = auditOf(world, host.id);
    for (const alert of rows(world.alerts)) {
      if (alert.sensor !== 'S7' || alert.host !== host.id || isDone(alert)) continue;
      const key = keyOf(alert.seen);
      const now = found.get(key);
      found.delete(key);
      if (now) update(turn, alert, now.seen);
      else isOver(turn, alert);
    }
    for (const { seen, causes } of found.values()) {
      raise(turn, 'S7', { host: host.id, vm: NONE }, seen, causes);
    }
  }
}

/** Two findings of one key are one matter: how much of it there is may change. */
function keyOf(seen: Observation): string {
  return 'asset' in seen ? `${seen.kind}/${seen.asset}` : seen.kind;
}

function update({ world }: Turn, alert: Alert, seen: Residue): void {
  if (JSON.stringify(seen) === JSON.stringify(alert.seen)) return;
  alert.seen = seen;
  alert.latest = world.tick;
}

/** Orders that clear blocks: where none is played with, what lies on disks is no work for anybody. */
const CLEARING = ['wipe-blocks', 'wipe-policy'] as const;

function auditOf(world: World, host: HostId): Map<string, Finding> {
  const found = new Map<string, Finding>();
  const add = (seen: Residue, cause: Seq): void => {
    const key = keyOf(seen);
    const before = found.get(key);
    found.set(key, {
      seen: before ? plus(before.seen) : seen,
      causes: [...(before?.causes ?? []), cause],
    });
  };
  const cleared = get(world.hosts, host).scrub === 'on-free';
  const since = provenanceOf(world, fact('hosts', host, 'scrub'));
  for (const id of dirtyFrames(world, host)) {
    const { residue } = get(world.frames, id);
    const cause = provenanceOf(world, fact('frames', id, 'residue'));
    if (residue === NONE) continue;
    // What lay there before the policy was set was never cleared by it, and is plain residue.
    if (cleared && cause > since) add({ kind: 'scrubbed-not-empty', frames: 1 }, cause);
    else add({ kind: 'residue-free', asset: residue, frames: 1 }, cause);
  }
  for (const id of CLEARING.some((name) => inDeck(world, 'commands', name))
    ? dirtyBlocks(world, host)
    : []) {
    const { residue, sealed } = get(world.blocks, id);
    if (residue === NONE || sealed) continue;
    const cause = provenanceOf(world, fact('blocks', id, 'residue'));
    add({ kind: 'residue-blocks', asset: residue, blocks: 1 }, cause);
  }
  return found;
}

function plus(seen: Residue): Residue {
  return seen.kind === 'residue-blocks'
    ? { ...seen, blocks: seen.blocks + 1 }
    : { ...seen, frames: seen.frames + 1 };
}

/** S7: samples of what nobody owns. */
export const residueAuditor = {
  name: 'S7',
  watch: auditResidue,
  words: {
    name: { ko: 'S7 잔존 데이터 감사', en: 'S7 residue auditor' },
    sees: {
      ko: '할당되지 않은 곳의 잔존 데이터(residual data)',
      en: 'Residual data that nobody owns',
    },
    blind: {
      ko: '이미 VM에 할당된 메모리는 볼 수 없습니다. IDS도 이 일은 보지 못합니다. 네트워크를 지나지 않기 때문입니다.',
      en: 'It cannot see memory that a VM already owns. No IDS could have seen this: nothing crosses a network.',
    },
  },
  says: {
    'residue-free': {
      title: {
        ko: '빈 프레임 {{frames}}개에 {{asset}} 잔존',
        en: '{{frames}} free {frame/frames} still {holds/hold} {{asset}}',
      },
      body: {
        ko: '다음에 할당받는 테넌트가 읽을 수 있습니다.',
        en: 'Whoever is given them next can read it.',
      },
      several: {
        ko: '{{host}}의 빈 프레임에 남은 데이터',
        en: 'Data left in free frames of {{host}}',
      },
    },
    'residue-blocks': {
      title: {
        ko: '빈 디스크 블록 {{blocks}}개에 {{asset}} 잔존',
        en: '{{blocks}} free disk {block/blocks} still {holds/hold} {{asset}}',
      },
      body: {
        ko: '새 볼륨은 블록을 있는 그대로 넘겨받습니다.',
        en: 'A new volume is given its blocks as they are.',
      },
      several: {
        ko: '{{host}}의 빈 디스크 블록에 남은 데이터',
        en: 'Data left in free disk blocks of {{host}}',
      },
    },
    'scrubbed-not-empty': {
      title: {
        ko: '소거한 프레임 {{frames}}개가 비어 있지 않음',
        en: '{{frames}} scrubbed {frame/frames} {is/are} not empty',
      },
      body: {
        ko: '소거한 뒤에 누군가 다시 썼습니다.',
        en: 'Something wrote to them after they were scrubbed.',
      },
    },
  },
} satisfies Sensor;
