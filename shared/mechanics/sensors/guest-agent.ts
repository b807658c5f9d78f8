import { isDone, type Observation } from '../../world/alert.ts';
import { inDeck } from '../../world/deck.ts';
import type { Evidence } from '../../world/evidence.ts';
import { NONE, TICKS_PER_MINUTE, type VmId } from '../../world/ids.ts';
import { find, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { freshEvidence } from '../harm/evidence.ts';
import { raise } from './raise.ts';
import type { Sensor } from './sensor.ts';
import { eventOf } from './witness.ts';

type Kind = Extract<Observation['kind'], 'guest-process' | 'files-read' | 'gateway-changed'>;

/**
 * Sensor S3. An agent in a guest, where one was put: processes, files and system calls, as the guest's
 * kernel tells of them (rule S53). Of what is below that kernel it knows nothing, and whoever has the kernel
 * has it say nothing: a container's is its host's.
 */
function watchGuests(turn: Turn): void {
  if (!inDeck(turn.world, 'sensors', 'S3')) return;
  for (const trace of freshEvidence(turn)) {
    const kind = kindOf(trace);
    if (kind !== null && 'vm' in trace && trace.vm !== NONE) tell(turn, trace, trace.vm, kind);
  }
}

/** What of a trace happens among the processes and files of the guest itself. */
function kindOf(trace: Evidence): Kind | null {
  switch (trace.kind) {
    case 'intrusion':
    case 'syscall':
      return 'guest-process';
    case 'host-process':
      return trace.shows === 'edge-crossed' ? 'guest-process' : null;
    case 'gateway-change':
      return 'gateway-changed';
    case 'traffic':
      // A copy of everything begins with reading it.
      return trace.nature === 'bulk' ? 'files-read' : null;
    default:
      return null;
  }
}

function tell(turn: Turn, trace: Evidence, id: VmId, kind: Kind): void {
  const { world } = turn;
  const vm = find(world.vms, id);
  const fallen = find(world.hosts, vm?.host ?? NONE)?.intruder !== NONE;
  if (!vm?.agent || vm.foothold === 'kernel' || (vm.technique === 'container' && fallen)) return;
  for (const alert of rows(world.alerts)) {
    if (alert.sensor !== 'S3' || alert.vm !== id || alert.seen.kind !== kind) continue;
    if (isDone(alert) || world.tick - alert.tick >= TICKS_PER_MINUTE) continue;
    alert.latest = world.tick;
    return;
  }
  raise(turn, 'S3', { host: vm.host, vm: id }, { kind }, [eventOf(turn, trace)]);
}

/** S3: an agent in the guest. */
export const guestAgent = {
  name: 'S3',
  watch: watchGuests,
  words: {
    name: { ko: 'S3 게스트 에이전트', en: 'S3 guest agent' },
    sees: {
      ko: '그 게스트의 프로세스·파일·시스템 콜·게이트웨이',
      en: 'Processes, files, system calls and the gateway of that guest',
    },
    blind: {
      ko: '게스트 커널 아래는 볼 수 없고, 커널을 빼앗기면 아무 말도 하지 않습니다. IDS(S1·S2)와 하이퍼바이저 로그(S4)는 게스트 안의 파일을 볼 수 없습니다. 백업과 관리자의 명령도 똑같이 보입니다.',
      en: 'It sees nothing below the guest’s kernel, and with the kernel taken it says nothing. No IDS (S1, S2) and no hypervisor log (S4) sees files in a guest. Backups and an administrator’s commands look the same.',
    },
  },
  says: {
    'guest-process': {
      title: {
        ko: '{{vm}}에서 평소에 없던 프로세스',
        en: 'An unusual process in {{vm}}',
      },
      body: {
        ko: '서비스가 시작한 것이 아닙니다. 관리자가 들어갔을 수도 있습니다.',
        en: 'The service did not start it. It may be an administrator.',
      },
    },
    'gateway-changed': {
      title: {
        ko: '{{vm}}의 게이트웨이가 바뀜',
        en: 'Another gateway for {{vm}}',
      },
      body: {
        ko: '주소를 새로 받을 때(DHCP) 함께 바뀌었습니다. 누가 응답했는지는 게스트 안에서 알 수 없습니다.',
        en: 'It came with a new address by DHCP. Who answered cannot be told from inside the guest.',
      },
    },
    'files-read': {
      title: {
        ko: '{{vm}}의 프로그램 하나가 파일을 모두 읽음',
        en: 'One program in {{vm}} reads all its files',
      },
      body: {
        ko: '백업도 이렇게 합니다. 누구의 지시인지는 알 수 없습니다.',
        en: 'A backup does the same. On whose behalf does not show.',
      },
    },
  },
} satisfies Sensor;
