import { isDone } from '../../world/alert.ts';
import { inDeck } from '../../world/deck.ts';
import type { Evidence } from '../../world/evidence.ts';
import { TICKS_PER_MINUTE } from '../../world/ids.ts';
import { find, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { freshEvidence } from '../harm/evidence.ts';
import { raise } from './raise.ts';
import type { Sensor } from './sensor.ts';
import { eventOf } from './witness.ts';

type Seen = Extract<Evidence, { kind: 'host-process' }>;

/**
 * Sensor S11. An agent on a host's OS, where one was put: it sees what processes of the host do, those that
 * emulate devices and start containers among them (rule S52). It sees nothing that stays in a guest, no
 * packet, and nothing of a host without it. What somebody lawful does there looks no different.
 */
function watchProcesses(turn: Turn): void {
  if (!inDeck(turn.world, 'sensors', 'S11')) return;
  for (const trace of freshEvidence(turn)) {
    if (trace.kind !== 'host-process') continue;
    const host = find(turn.world.hosts, trace.host);
    // Whoever owns the host's kernel shows it what they like.
    if (host?.edr && host.intruder === 0) tell(turn, trace);
  }
}

/** What it has said it does not say again while the alert stands, within a minute. */
function tell(turn: Turn, trace: Seen): void {
  const { world } = turn;
  const { host, vm, shows } = trace;
  for (const alert of rows(world.alerts)) {
    if (alert.sensor !== 'S11' || alert.host !== host || alert.vm !== vm) continue;
    if (alert.seen.kind !== shows || isDone(alert)) continue;
    if (world.tick - alert.tick >= TICKS_PER_MINUTE) continue;
    alert.latest = world.tick;
    return;
  }
  raise(turn, 'S11', { host, vm }, { kind: shows }, [eventOf(turn, trace)]);
}

/** S11: an agent on the host's OS. */
export const hostEdr = {
  name: 'S11',
  watch: watchProcesses,
  words: {
    name: { ko: 'S11 호스트 EDR', en: 'S11 host EDR' },
    sees: {
      ko: '호스트 OS의 프로세스와, 그것이 여는 파일',
      en: 'Processes of the host’s OS and the files that they open',
    },
    blind: {
      ko: 'IDS(S1·S2)와 게스트 안의 에이전트(S3)는 볼 수 없습니다. 패킷도 게스트 안의 일도 아니기 때문입니다. 백업 에이전트나 관리자의 exec도 똑같이 보입니다. ESXi 같은 하이퍼바이저에는 보통 설치할 수 없습니다.',
      en: 'No IDS (S1, S2) and no agent in a guest (S3) could have seen it: it is no packet, and not in the guest. A backup agent or an administrator’s exec looks the same. A hypervisor like ESXi normally takes no such agent.',
    },
  },
  says: {
    'device-child': {
      title: {
        ko: '{{vm}}의 장치 프로세스가 다른 프로그램을 시작',
        en: 'The device process of {{vm}} starts a program',
      },
      body: {
        ko: '{{host}}에서 장치를 에뮬레이션하는 프로세스는 평소에 아무것도 시작하지 않습니다.',
        en: 'What emulates devices on {{host}} has no everyday reason to start anything.',
      },
    },
    'odd-path': {
      title: {
        ko: '{{vm}}의 프로세스가 공유 폴더 밖의 경로에 접근',
        en: 'The process of {{vm}} reaches outside its shared folder',
      },
      body: {
        ko: '경로에 “..”이 숨어 있습니다. {{host}}의 다른 파일로 이어집니다.',
        en: 'A “..” hides in the path, which leads to other files of {{host}}.',
      },
    },
    'clipboard-taken': {
      title: {
        ko: '{{vm}}{이/가} 호스트의 클립보드를 가져감',
        en: '{{vm}} takes the clipboard of its host',
      },
      body: {
        ko: '누가 붙여 넣을 때마다 이렇게 보입니다. 무엇을 가져갔는지는 보이지 않습니다.',
        en: 'Every paste looks like this. What was taken does not show.',
      },
    },
    'mail-child': {
      title: {
        ko: '{{host}}의 메일 프로그램이 다른 프로그램을 시작',
        en: 'Mail on {{host}} starts a program',
      },
      body: {
        ko: '첨부 파일을 열 때마다 이렇게 보입니다. 무해한 문서일 수도 있습니다.',
        en: 'Opening an attachment looks like this each time; it may be a harmless document.',
      },
    },
    'vm-files-read': {
      title: {
        ko: '{{host}}에서 한 프로그램이 VM 파일을 읽음',
        en: 'A program on {{host}} reads the files of VMs',
      },
      body: {
        ko: '하이퍼바이저가 아닙니다. 백업 에이전트도 이렇게 합니다.',
        en: 'It is not the hypervisor. A backup agent does the same.',
      },
    },
    'edge-crossed': {
      title: {
        ko: '{{vm}} 컨테이너의 경계를 넘는 프로세스',
        en: 'A process crosses the edge of container {{vm}}',
      },
      body: {
        ko: '관리자가 exec으로 들어갈 때도 이렇게 보입니다. 방향은 알 수 없습니다.',
        en: 'An administrator’s exec looks the same. Which way it went does not show.',
      },
    },
    'runtime-written': {
      title: {
        ko: '{{vm}}에서 {{host}}의 runc를 쓰기로 엶',
        en: 'From {{vm}} the runc of {{host}} is opened for writing',
      },
      body: {
        ko: '업데이트가 아니라 컨테이너 안의 프로세스가 열었습니다.',
        en: 'It is no update: a process in the container opened it.',
      },
    },
  },
} satisfies Sensor;
