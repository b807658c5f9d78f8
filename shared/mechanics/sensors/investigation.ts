import { fact, provenanceOf } from '../../world/fact.ts';
import { type AssetId, NONE, type Seq, type VmId } from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { find, get, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { discover } from '../harm/breaches.ts';
import { footingOf } from '../processor/kernel-ring.ts';
import { raise } from './raise.ts';
import type { Sensor } from './sensor.ts';

/**
 * What a close look at a VM finds, from the hypervisor's side: which of its frames and blocks hold
 * data that it never wrote, which of those it has read, and whether code of someone else runs in it.
 * The hypervisor can tell a read because nested page tables mark a page "accessed" and "dirty"
 * separately: accessed and not dirty is read before written (rule S8). Code that a tenant runs in
 * what it rents is its own affair, and looks like it (rule T1). A hypervisor that somebody else runs code
 * in shows what they like: nothing.
 */
export function investigate(turn: Turn, id: VmId, cause: Seq): void {
  const { world } = turn;
  const vm = get(world.vms, id);
  const place = { host: vm.host, vm: id };
  if (get(world.hosts, vm.host).intruder !== NONE) {
    raise(turn, 'investigation', place, { kind: 'nothing-found' }, [cause]);
    return;
  }
  let found = intruderIn(turn, vm, cause);
  for (const [asset, { places, read, causes }] of foreignIn(world, vm)) {
    const seen = { kind: 'foreign-residue', asset, frames: places.size, read } as const;
    raise(turn, 'investigation', place, seen, [cause, ...causes]);
    found = true;
  }
  const frames = found ? 0 : readsOf(world, id);
  if (frames > 0) raise(turn, 'investigation', place, { kind: 'searching', frames }, [cause]);
  else if (!found) raise(turn, 'investigation', place, { kind: 'nothing-found' }, [cause]);
  for (const breach of rows(world.breaches)) if (breach.vm === id) discover(turn, breach, cause);
}

function intruderIn(turn: Turn, vm: Vm, cause: Seq): boolean {
  const { world } = turn;
  const intruder = find(world.attackers, vm.intruder);
  if (vm.foothold === 'none' || intruder?.tenant === vm.tenant) return false;
  const ring = footingOf(vm.foothold, vm.technique, vm.wordSize);
  const seen = { kind: 'code-found', ring } as const;
  const since = provenanceOf(world, fact('vms', vm.id, 'foothold'));
  raise(turn, 'investigation', { host: vm.host, vm: vm.id }, seen, [cause, since]);
  return true;
}

/** Reads of memory and disk that the VM had never written. */
function readsOf(world: World, vm: VmId): number {
  let reads = 0;
  for (const trace of rows(world.evidence)) {
    const read = trace.kind === 'read-before-write' || trace.kind === 'block-read-before-write';
    if (read && trace.vm === vm) reads += 1;
  }
  return reads;
}

interface Foreign {
  /** Frames and blocks that hold it, or held it when they were read. */
  readonly places: Set<string>;
  read: number;
  readonly causes: Seq[];
}

function foreignIn(world: World, vm: Vm): Map<AssetId, Foreign> {
  const foreign = new Map<AssetId, Foreign>();
  const entry = (asset: AssetId | 0): Foreign | null => {
    if (asset === NONE || get(world.assets, asset).tenant === vm.tenant) return null;
    const known = foreign.get(asset) ?? { places: new Set(), read: 0, causes: [] };
    foreign.set(asset, known);
    return known;
  };
  for (const id of vm.memory) {
    const found = entry(get(world.frames, id).residue);
    found?.places.add(`frames/${id}`);
    found?.causes.push(provenanceOf(world, fact('frames', id, 'residue')));
  }
  for (const id of vm.disk) {
    const { residue, sealed } = get(world.blocks, id);
    const found = sealed ? null : entry(residue);
    found?.places.add(`blocks/${id}`);
    found?.causes.push(provenanceOf(world, fact('blocks', id, 'residue')));
  }
  for (const trace of rows(world.evidence)) {
    if (trace.kind !== 'read-before-write' && trace.kind !== 'block-read-before-write') continue;
    const found = trace.vm === vm.id ? entry(trace.held) : null;
    if (!found) continue;
    found.places.add(
      trace.kind === 'read-before-write' ? `frames/${trace.frame}` : `blocks/${trace.block}`,
    );
    found.read += 1;
  }
  return foreign;
}

/** A look at a guest (here) or at a host (`host-investigation.ts`) that somebody orders. */
export const investigation = {
  name: 'investigation',
  people: true,
  words: {
    name: { ko: '조사', en: 'Investigation' },
    sees: {
      ko: '하이퍼바이저에서 들여다본 게스트와 호스트',
      en: 'A guest or a host, inspected from the hypervisor',
    },
    blind: {
      ko: '게스트 안의 에이전트로는 알 수 없습니다. 읽기는 정상적인 명령이고, 커널이 장악되면 에이전트도 믿을 수 없습니다.',
      en: 'An agent inside the guest could not tell: reading is an ordinary instruction, and with its kernel taken the agent cannot be trusted.',
    },
  },
  says: {
    'foreign-residue': {
      title: {
        ko: '{{vm}}의 메모리·디스크 {{frames}}곳에 다른 테넌트의 {{asset}}',
        en: 'Another tenant’s {{asset}} in {{vm}} (frames and blocks: {{frames}})',
      },
      body: {
        ko: '이 VM이 쓴 것이 아닙니다. 그중 {{read}}곳은 이미 읽었습니다.',
        en: 'This VM did not write it. It has read {{read}} of them.',
      },
    },
    searching: {
      title: {
        ko: '{{vm}}{이/가} 쓰지 않은 메모리·디스크 {{frames}}곳을 읽음',
        en: '{{vm}} read what it never wrote (frames and blocks: {{frames}})',
      },
      body: {
        ko: '다른 테넌트의 데이터는 없었습니다.',
        en: 'Nothing of another tenant was in them.',
      },
    },
    'code-found': {
      title: {
        ko: '{{vm}}의 {{ring}}에 침입자 코드',
        en: 'Intruder’s code in {{ring}} of {{vm}}',
      },
      body: {
        ko: '이 VM의 테넌트가 실행한 코드가 아닙니다.',
        en: 'The VM’s tenant did not put it there.',
      },
    },
    'device-process': {
      title: {
        ko: '{{vm}}의 장치 프로세스에 침입자 코드',
        en: 'Intruder code in the device process of {{vm}}',
      },
      body: {
        ko: 'VM을 재시작하거나 마이그레이션하면 그 프로세스가 끝납니다.',
        en: 'A restart or a migration of the VM ends that process.',
      },
    },
    'host-compromised': {
      title: {
        ko: '{{host}}의 게스트 아래에 침입자 코드',
        en: 'An intruder’s code below the guests of {{host}}',
      },
      body: {
        ko: '이 호스트의 모든 VM을 읽고 바꿀 수 있습니다. 신뢰할 수 있는 매체로 다시 설치해야 합니다.',
        en: 'It can read and change every VM of this host. The host must be reinstalled from trusted media.',
      },
    },
    'user-code': {
      title: {
        ko: '{{host}}에서 사용자 권한으로 실행 중인 침입자 프로그램',
        en: 'An intruder’s program runs as a user of {{host}}',
      },
      body: {
        ko: 'Type 2 호스트에서는 그 사용자의 VM을 모두 읽고 바꿀 수 있습니다. 호스트를 VM 전용으로 바꾸거나 다시 설치하면 사라집니다.',
        en: 'On a type 2 host it reaches every VM of that user. Making the host one for VMs alone ends it, and so does a reinstall.',
      },
    },
    'nothing-found': {
      title: { ko: '조사한 곳에 이상 없음', en: 'Looked, and found nothing' },
      body: { ko: '{{looked}}.', en: '{{looked}}.' },
    },
  },
} satisfies Sensor;
