import { isDone, type Observation } from '../../world/alert.ts';
import { inDeck } from '../../world/deck.ts';
import type { Evidence } from '../../world/evidence.ts';
import type { EventOf } from '../../world/history.ts';
import {
  NONE,
  type RepositoryId,
  type Seq,
  type StoreId,
  TICKS_PER_MINUTE,
} from '../../world/ids.ts';
import { rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { freshEvidence } from '../harm/evidence.ts';
import { raise } from './raise.ts';
import type { Sensor } from './sensor.ts';
import { eventOf } from './witness.ts';

/**
 * Sensor S14. It reads the audit log of datastores: who mounted one that is no host of it, and copied snapshots off it (rule
 * S80). What hosts read is their everyday work, whoever has them (S81).
 */
function auditStorage(turn: Turn): void {
  if (!inDeck(turn.world, 'sensors', 'S14')) return;
  for (const trace of freshEvidence(turn)) {
    if (trace.kind === 'store-read' || trace.kind === 'store-mounted') noteFiles(turn, trace);
    if (trace.kind === 'backup-read') {
      const { repository } = trace;
      noteBackup(turn, { kind: 'mass-read', repository }, eventOf(turn, trace));
    }
  }
  for (let i = turn.history.length - 1; i >= 0; i -= 1) {
    const event = turn.history[i];
    if (!event || event.tick !== turn.world.tick) break;
    if (event.kind === 'setting-changed') noteOpening(turn, event);
    if (event.kind === 'copy-deleted') {
      const repository = subjectOf(event.subjects, 'repositories') as RepositoryId;
      noteBackup(turn, { kind: 'copies-deleted', repository }, event.seq);
    }
  }
}

/** What is done through a backup server (rules S83, S84): once while the alert stands, or in a minute. */
function noteBackup(
  turn: Turn,
  seen: Extract<Observation, { readonly repository: RepositoryId }>,
  seq: Seq,
): void {
  const { world } = turn;
  for (const alert of rows(world.alerts)) {
    if (alert.seen.kind !== seen.kind || alert.seen.repository !== seen.repository) continue;
    if (isDone(alert) || world.tick - alert.tick >= TICKS_PER_MINUTE) continue;
    alert.latest = world.tick;
    return;
  }
  raise(turn, 'S14', { host: NONE, vm: NONE }, seen, [seq]);
}

const subjectOf = (subjects: readonly string[], table: string): number =>
  Number(subjects.find((ref) => ref.startsWith(`${table}/`))?.slice(table.length + 1) ?? NONE);

/** More than its hosts is on the access list of a datastore (rule S82): who put it there is not said. */
function noteOpening(turn: Turn, { seq, subjects, data }: EventOf<'setting-changed'>): void {
  if (data.setting !== 'storeFrom' || data.to !== 'on') return;
  const seen = { kind: 'store-opened', store: subjectOf(subjects, 'stores') as StoreId } as const;
  raise(turn, 'S14', { host: NONE, vm: NONE }, seen, [seq]);
}

/** Somebody who is no host copies snapshots off a store (rule S80), or has it mounted to write to it (rule S95). */
function noteFiles(
  turn: Turn,
  trace: Extract<Evidence, { readonly kind: 'store-read' | 'store-mounted' }>,
): void {
  const { world } = turn;
  const { vm, store } = trace;
  const kind = trace.kind === 'store-read' ? 'snapshot-export' : trace.kind;
  for (const alert of rows(world.alerts)) {
    if (alert.seen.kind !== kind || alert.seen.store !== store) continue;
    if (alert.vm !== vm || isDone(alert) || world.tick - alert.tick >= TICKS_PER_MINUTE) continue;
    alert.latest = world.tick;
    return;
  }
  raise(turn, 'S14', { host: NONE, vm }, { kind, store }, [eventOf(turn, trace)]);
}

/** S14: the audit logs of storage. */
export const storageAudit = {
  name: 'S14',
  watch: auditStorage,
  words: {
    name: { ko: 'S14 스토리지 감사', en: 'S14 storage audit' },
    sees: {
      ko: '호스트가 아닌 곳의 마운트와 스냅샷 내보내기, 접근 목록의 변경, 백업의 대량 읽기와 삭제',
      en: 'Datastores that are mounted by what is no host, snapshots that are copied off them, wider access lists, mass reads and deletions of backups',
    },
    blind: {
      ko: '스토리지 네트워크에는 IDS가 없고, 게스트의 에이전트는 자기 파일이 복사되는 것을 모릅니다. S14도 호스트가 읽는 것은 구별하지 못합니다. 장악된 호스트도 호스트입니다.',
      en: 'No IDS is on the storage network, and no agent in a guest notices that its files are copied. S14 in turn makes nothing of what hosts read: one that fell is a host too.',
    },
  },
  says: {
    'snapshot-export': {
      title: {
        ko: '{{vm}}{이/가} 데이터스토어 {{store}}에서 스냅샷을 복사함',
        en: '{{vm}} copies snapshots off datastore {{store}}',
      },
      body: {
        ko: '호스트가 아닌 곳에서 마운트했습니다. 스냅샷을 내보내 분석하는 관리자도 이렇게 보입니다.',
        en: 'It mounted the store and is no host. An administrator who exports a snapshot for analysis looks the same.',
      },
    },
    'store-mounted': {
      title: {
        ko: '{{vm}}{이/가} 데이터스토어 {{store}}{을/를} 쓰기로 마운트함',
        en: '{{vm}} has datastore {{store}} mounted to write to it',
      },
      body: {
        ko: '호스트가 아닌 곳에서 마운트했습니다. 이미지나 설치 파일을 올리는 관리자도 이렇게 보입니다.',
        en: 'It is no host. An administrator who puts an image or an installation file there looks the same.',
      },
    },
    'mass-read': {
      title: {
        ko: '백업 서버가 모든 VM의 파일을 읽음',
        en: 'The backup server reads the files of all VMs',
      },
      body: {
        ko: '정해진 시각의 백업이 이렇게 보이고, 서버에서 코드를 실행하는 사람도 이렇게 보입니다.',
        en: 'A backup at its hour looks so, and so does whoever runs code on that server.',
      },
    },
    'copies-deleted': {
      title: { ko: '백업의 복원 지점이 삭제됨', en: 'Restore points of the backup were deleted' },
      body: {
        ko: '이제 망가지는 VM은 사본에서 되살릴 수 없습니다. 랜섬웨어는 흔히 이것부터 합니다.',
        en: 'What is destroyed from now on cannot be restored. Ransomware often begins so.',
      },
    },
    'store-opened': {
      title: {
        ko: '데이터스토어 {{store}}의 접근 목록이 넓어짐',
        en: 'The access list of datastore {{store}} was widened',
      },
      body: {
        ko: '이제 호스트가 아닌 곳에서도 마운트합니다. 작업하려고 넣은 뒤 잊는 일이 많습니다. 끝났다면 다시 좁히세요.',
        en: 'It is mounted from elsewhere than its hosts now. It is often done for some work and then forgotten. Narrow it once that is done.',
      },
    },
  },
} satisfies Sensor;
