import { isDone } from '../../world/alert.ts';
import { inDeck } from '../../world/deck.ts';
import type { Evidence } from '../../world/evidence.ts';
import type { EventOf, GameEvent } from '../../world/history.ts';
import { type HostId, NONE, TICKS_PER_MINUTE, type VmId } from '../../world/ids.ts';
import { HOST_SERVICES } from '../../world/machine/management.ts';
import { find, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { PORT_SETTINGS } from '../../world/zone.ts';
import { freshEvidence } from '../harm/evidence.ts';
import { POLICY } from '../network/edit.ts';
import { isAnyAny } from '../network/policy.ts';
import { isOver } from './close.ts';
import { raise } from './raise.ts';
import type { Sensor } from './sensor.ts';
import { eventOf } from './witness.ts';

/**
 * Sensor S5. It reads the log of the management plane: who is moved or rolled back, what the policy
 * becomes and what ports accept, unless the team has ordered it itself. No packet carries any of that, and nothing
 * that is done inside a guest is in it (rule S23).
 */
function readLog(turn: Turn): void {
  const { world, history } = turn;
  if (!inDeck(world, 'sensors', 'S5')) return;
  closeEdits(turn);
  let first = history.length;
  while (first > 0 && history[first - 1]?.tick === world.tick) first -= 1;
  for (const event of history.slice(first)) {
    if (event.actor.kind !== 'seat') note(turn, event);
  }
  noteLogins(turn);
}

/** Logins from one host to another (rule S55): the log names the account, which is lawful, and where it came from. */
function noteLogins(turn: Turn): void {
  for (const trace of freshEvidence(turn)) {
    if (trace.kind !== 'login') continue;
    const { from, host, taken } = trace;
    const seen = { kind: taken ? 'host-login' : 'host-login-refused', from } as const;
    raise(turn, 'S5', { host, vm: NONE }, seen, [eventOf(turn, trace)]);
  }
  for (const trace of freshEvidence(turn)) {
    if (trace.kind !== 'management-access' || trace.service !== 'ssh') continue;
    const { vm, host, taken } = trace;
    // What is done at a host itself is in its own records alone, and they are sent nowhere by themselves (rule S71).
    if (find(turn.world.hosts, host)?.hostAudit !== true) continue;
    const kind = taken ? 'admin-login' : 'admin-login-refused';
    raise(turn, 'S5', { host, vm }, { kind }, [eventOf(turn, trace)]);
  }
  for (const trace of freshEvidence(turn)) {
    if (trace.kind !== 'server-session') continue;
    raise(turn, 'S5', { host: NONE, vm: trace.vm }, { kind: 'server-session' }, [
      eventOf(turn, trace),
    ]);
  }
  for (const trace of freshEvidence(turn)) {
    if (trace.kind === 'api-calls') noteTenant(turn, trace, 'api-calls');
    if (trace.kind === 'short-lived') noteTenant(turn, trace, 'launch-burst');
  }
}

/**
 * A tenant calls the API over and over (rule S54), or launches VMs and gives them back within a minute (rule S90): it is
 * said once while the alert stands, or in a minute.
 */
function noteTenant(
  turn: Turn,
  trace: Extract<Evidence, { kind: 'api-calls' | 'short-lived' }>,
  kind: 'api-calls' | 'launch-burst',
): void {
  const { tenant } = trace;
  const { world } = turn;
  for (const alert of rows(world.alerts)) {
    const { seen } = alert;
    if (seen.kind !== kind || seen.tenant !== tenant || isDone(alert)) continue;
    if (alert.state !== 'open' && world.tick - alert.tick >= TICKS_PER_MINUTE) continue;
    alert.latest = world.tick;
    return;
  }
  raise(turn, 'S5', { host: NONE, vm: NONE }, { kind, tenant }, [eventOf(turn, trace)]);
}

/**
 * An edit of the policy asks for nothing more once every switch enforces what is meant, unless a rule
 * that joins everything with everything is in it.
 */
function closeEdits(turn: Turn): void {
  const { world } = turn;
  const { version = 0, rules = [] } = find(world.policies, POLICY) ?? {};
  if (rules.some(isAnyAny)) return;
  for (const gate of rows(world.switches)) if (gate.version < version) return;
  for (const alert of rows(world.alerts)) {
    if (alert.state === 'open' && alert.seen.kind === 'policy-edited') isOver(turn, alert);
  }
}

function note(turn: Turn, event: GameEvent): void {
  switch (event.kind) {
    case 'vm-moved': {
      const { from, to } = event.data;
      raise(turn, 'S5', placeOf(turn, event), { kind: 'moved', from, to }, [event.seq]);
      return;
    }
    case 'vm-reverted': {
      const [from, to] = event.data.service;
      raise(turn, 'S5', placeOf(turn, event), { kind: 'reverted', from, to }, [event.seq]);
      return;
    }
    case 'rules-edited': {
      const { version } = event.data;
      const place = { host: NONE, vm: NONE } as const;
      raise(turn, 'S5', place, { kind: 'policy-edited', version }, [event.seq]);
      return;
    }
    case 'config-edited':
      raise(turn, 'S5', placeOf(turn, event), { kind: 'config-edited' }, [event.seq]);
      return;
    case 'setting-changed':
      notePort(turn, event);
      noteService(turn, event);
      return;
    default:
  }
}

/** Somebody started a service of a host (rule S73): who it was is not said. */
function noteService(turn: Turn, { seq, subjects, data }: EventOf<'setting-changed'>): void {
  const service = HOST_SERVICES.find((one) => one === data.setting);
  const id = subjects.find((ref) => ref.startsWith('hosts/'))?.slice('hosts/'.length);
  if (service === undefined || data.to !== 'on') return;
  const place = { host: Number(id ?? NONE) as HostId, vm: NONE } as const;
  raise(turn, 'S5', place, { kind: 'service-started', service }, [seq]);
}

/** A port group accepts what it refused, or the reverse: who changed it is not said. */
function notePort(turn: Turn, { seq, subjects, data }: EventOf<'setting-changed'>): void {
  const segment = subjects.find((ref) => ref.startsWith('segments/'))?.slice('segments/'.length);
  const setting = PORT_SETTINGS.find((one) => one === data.setting);
  const zone = find(turn.world.segments, Number(segment ?? NONE))?.zone;
  if (setting === undefined || zone === undefined) return;
  const to = data.to === 'accept' ? 'accept' : 'reject';
  const place = { host: NONE, vm: NONE } as const;
  raise(turn, 'S5', place, { kind: 'port-setting', zone, setting, to }, [seq]);
}

/** The VM that an event is about, and where it is now. */
function placeOf({ world }: Turn, { subjects }: GameEvent): Parameters<typeof raise>[2] {
  const id = subjects.find((ref) => ref.startsWith('vms/'))?.slice('vms/'.length);
  const vm = Number(id ?? NONE) as VmId;
  return { host: find(world.vms, vm)?.host ?? NONE, vm };
}

/** S5: the log of the management plane. */
export const auditLog = {
  name: 'S5',
  watch: readLog,
  words: {
    name: { ko: 'S5 관리 감사 로그', en: 'S5 audit log' },
    sees: {
      ko: '관리 작업: 마이그레이션, 롤백, 정책, 포트, VM 설정, 포털 호출, 호스트 로그인',
      en: 'Management: moves, rollbacks, policy, ports, VM settings, portal calls, logins',
    },
    blind: {
      ko: 'IDS는 볼 수 없습니다. 설정 변경은 테넌트의 네트워크를 지나지 않습니다. 게스트 안에서 한 일은 여기에도 남지 않습니다.',
      en: 'No IDS could have seen it: a change of settings crosses no tenant’s network. What is done inside a guest is not logged here either.',
    },
  },
  says: {
    'api-calls': {
      title: {
        ko: '{{tenant}}{이/가} 셀프서비스 포털을 쉬지 않고 호출',
        en: '{{tenant}} calls the self-service API without pause',
      },
      body: {
        ko: '남은 자원과 자기 한도를 거듭 조회합니다. 배포 스크립트도 이렇게 보입니다.',
        en: 'It asks again and again what is free and how much it may have. A rollout script looks the same.',
      },
    },
    'launch-burst': {
      title: {
        ko: '{{tenant}}{이/가} VM을 만들었다가 1분 안에 반납',
        en: '{{tenant}} launches VMs and gives them back within a minute',
      },
      body: {
        ko: '어느 호스트에 놓이는지 알아보려는 것일 수 있습니다. 부하에 맞춰 늘렸다 줄이는 오토스케일링도 이렇게 보입니다.',
        en: 'Somebody may be looking where they land. A service that scales with its load looks the same.',
      },
    },
    moved: {
      title: {
        ko: '{{vm}}{이/가} {{from}}에서 {{to}}{으로/로} 옮겨짐',
        en: '{{vm}} was moved from {{from}} to {{to}}',
      },
      body: {
        ko: '도착한 호스트의 스위치는 정책을 배포해야 이 포트를 알게 됩니다.',
        en: 'The switch there knows its port once the policy is pushed.',
      },
    },
    'config-edited': {
      title: {
        ko: '{{vm}}의 설정이 관리 서버에서 변경됨',
        en: 'The configuration of {{vm}} was changed at the management server',
      },
      body: {
        ko: '로그인한 관리자가 바꿨습니다. 아직 승인한 사람은 없습니다. 켤 때 검사하는 데이터스토어에서는 승인할 때까지 켜지지 않습니다.',
        en: 'An administrator who had logged in did it, and nobody has approved it yet. On a datastore that is checked at power-on the VM does not start until then.',
      },
    },
    reverted: {
      title: {
        ko: '{{vm}}{이/가} 스냅샷으로 되돌아감',
        en: '{{vm}} was rolled back to a snapshot',
      },
      body: {
        ko: '서비스 빌드 {{from}} → {{to}}.',
        en: 'Its service went from build {{from}} to {{to}}.',
      },
    },
    'policy-edited': {
      title: {
        ko: '정책 원본이 v{{version}}{으로/로} 바뀜',
        en: 'The policy is now version {{version}}',
      },
      body: {
        ko: '배포하기 전까지 스위치는 이전 규칙을 적용합니다.',
        en: 'Until it is pushed, switches keep to their old rules.',
      },
    },
    'host-login': {
      title: {
        ko: '{{from}}에서 {{host}}{으로/로} 관리자 로그인',
        en: 'Administrator login to {{host}} from {{from}}',
      },
      body: {
        ko: '두 호스트가 같은 자격 증명을 씁니다. 로그는 계정만 알 뿐, 누가 쓰는지는 모릅니다. {{host}}의 자격 증명을 교체하면 이 로그인은 끊깁니다.',
        en: 'Both hosts take the same credential. The log knows the account, not who uses it. A new credential for {{host}} ends the login.',
      },
    },
    'host-login-refused': {
      title: {
        ko: '{{from}}에서 {{host}}{으로/로} 로그인 거부됨',
        en: 'Login to {{host}} from {{from}} refused',
      },
      body: {
        ko: '{{from}}의 자격 증명은 이 호스트에서 통하지 않습니다. 호스트가 다른 호스트에 로그인할 이유는 없습니다.',
        en: 'The credential of {{from}} does not open this host. A host has no reason to log in to another.',
      },
    },
    'admin-login': {
      title: {
        ko: '{{vm}}에서 {{host}}에 관리자 로그인(SSH)',
        en: 'Administrator login to {{host}} from {{vm}} (SSH)',
      },
      body: {
        ko: '로그는 계정과 출발지만 압니다. 밤에 일하는 관리자와 백업 제품도 이렇게 로그인합니다.',
        en: 'The log knows the account and where it came from. An administrator at night and a backup product log in the same way.',
      },
    },
    'admin-login-refused': {
      title: {
        ko: '{{vm}}에서 {{host}}{으로/로} SSH 로그인이 거부됨',
        en: 'SSH login to {{host}} from {{vm}} refused',
      },
      body: {
        ko: '비밀번호가 틀렸거나, 잠금 모드이거나, 두 번째 인증 요소가 없었습니다.',
        en: 'The password was wrong, the host is in lockdown mode, or the second factor was missing.',
      },
    },
    'server-session': {
      title: {
        ko: '{{vm}}에서 관리 서버에 세션이 열림',
        en: 'A session at the management server from {{vm}}',
      },
      body: {
        ko: '관리자의 데스크톱에서 온 세션도 이렇게 보입니다. 다른 곳에서 올 이유는 없습니다.',
        en: 'One from an administrator’s desktop looks the same. From elsewhere there is no reason for any.',
      },
    },
    'service-started': {
      title: {
        ko: '{{host}}의 {{service}} 서비스가 시작됨',
        en: 'The {{service}} service of {{host}} was started',
      },
      body: {
        ko: '점검하려고 켠 뒤 잊는 일이 많습니다. 끝났다면 멈추세요.',
        en: 'It is often started for some work and then forgotten. Stop it once that is done.',
      },
    },
    'port-setting': {
      title: {
        ko: '{{zone}} 구역의 포트 그룹: {{setting}} {{to}}',
        en: 'Port group of the {{zone}} zone: {{setting}} {{to}}',
      },
      body: {
        ko: '이 구역의 모든 포트에 적용됩니다.',
        en: 'It holds for every port of the zone.',
      },
    },
  },
} satisfies Sensor;
