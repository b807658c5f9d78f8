import type { Alert, FateCount, Observation } from '../../world/alert.ts';
import { inDeck } from '../../world/deck.ts';
import type { Evidence, Fate } from '../../world/evidence.ts';
import { type HostId, NONE, TICKS_PER_MINUTE } from '../../world/ids.ts';
import type { Watch } from '../../world/network.ts';
import { find, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { freshEvidence } from '../harm/evidence.ts';
import { isOnSwitch } from '../network/card.ts';
import { SATURATED } from '../network/ips.ts';
import { isOver } from './close.ts';
import { type Place, raise } from './raise.ts';
import type { Sensor } from './sensor.ts';
import { eventOf } from './witness.ts';

type Packets = Extract<Evidence, { readonly kind: 'traffic' }>;
type Observed = Pick<Observation, 'kind'>;
type Seen = Extract<Observation, { readonly kind: 'traffic' }>;

/** A place on the way of packets, and what watches it. Host 0 is the physical wire. */
interface Post {
  readonly sensor: string;
  readonly host: HostId | 0;
  readonly watch: Watch;
  /** Its host has no cycles left: an IDS misses what passes, an IPS lets nothing pass (rule N13). */
  readonly busy: boolean;
}

/**
 * Sensors S1 and S2. S1 sees what crosses the physical wire, S2 what passes inside its own switch:
 * packets between two VMs of one host never come by S1 (rule S20). Both tell what packets look like
 * and not what they mean: a lawful scan looks like a scan (S22). S2 sees beside that which MAC address
 * a port of its switch uses (S25).
 */
function networkSensors(turn: Turn): void {
  closeScans(turn);
  for (const trace of freshEvidence(turn)) {
    if (trace.kind === 'traffic') pass(turn, trace);
    else if (trace.kind === 'mac-change') noteMac(turn, trace);
    else if (trace.kind === 'management-claim') noteClaim(turn, trace);
    else if (trace.kind === 'management-access') noteAccess(turn, trace);
  }
}

/** Knocking that has not been heard for a minute is over: nobody is at it any more (rule S22). */
function closeScans(turn: Turn): void {
  const { world } = turn;
  for (const alert of rows(world.alerts)) {
    if (alert.state !== 'open' || alert.seen.kind !== 'traffic') continue;
    if (alert.seen.nature !== 'probe') continue;
    if (alert.latest <= world.tick - TICKS_PER_MINUTE) isOver(turn, alert);
  }
}

/** Whatever watches a place that packets came to tells of them, and of what became of them (S21, S26). */
function pass(turn: Turn, packets: Packets): void {
  for (const { sensor, host, watch, busy } of postsOf(turn.world, packets)) {
    if (watch === 'none' || busy || !inDeck(turn.world, 'sensors', sensor)) continue;
    tell(turn, sensor, { host, vm: packets.vm }, packets);
  }
}

/** A port that uses the MAC address of another is seen by what watches its own switch. */
function noteMac(turn: Turn, trace: Extract<Evidence, { readonly kind: 'mac-change' }>): void {
  const { vm, peer, host } = trace;
  const { watch, busy } = gatePost(turn.world, host);
  if (watch === 'none' || busy || !inDeck(turn.world, 'sensors', 'S2')) return;
  raise(turn, 'S2', { host, vm }, { kind: 'mac-changed', peer }, [eventOf(turn, trace)]);
}

/**
 * A claim of a host's address (rule S62): S2 sees that of a VM of its own switch, S1 what comes to the wire. That a
 * host says where its own addresses are, as it does when its cards fail over, looks no other than a false claim.
 */
function noteClaim(
  turn: Turn,
  trace: Extract<Evidence, { readonly kind: 'management-claim' }>,
): void {
  const { world } = turn;
  const { vm, host, uplink } = trace;
  const posts = vm !== NONE && isOnSwitch(world, vm) ? [gatePost(world, host)] : [];
  if (uplink)
    posts.push({ sensor: 'S1', host, watch: find(world.wires, 1)?.watch ?? 'none', busy: false });
  const kind = vm === NONE ? 'host-claims-host' : 'vm-claims-host';
  for (const { sensor, watch, busy } of posts) {
    if (watch === 'none' || busy || !inDeck(world, 'sensors', sensor)) continue;
    const before = claimTold(world, { sensor, kind, vm, host });
    if (before) before.latest = world.tick;
    else raise(turn, sensor, { host, vm }, { kind }, [eventOf(turn, trace)]);
  }
}

/**
 * Packets to a host's management interface come to the wire (rule S72). Of SSH, which is encrypted, a login now and then is
 * everyday business, and S1 tells only that it is tried again and again; of SLP it tells each request.
 */
function noteAccess(
  turn: Turn,
  trace: Extract<Evidence, { readonly kind: 'management-access' }>,
): void {
  const { world } = turn;
  const { vm, host, service, many } = trace;
  if (find(world.wires, 1)?.watch === 'none' || !inDeck(world, 'sensors', 'S1')) return;
  if (service === 'ssh' && !many) return;
  const kind = service === 'ssh' ? 'ssh-burst' : 'slp-request';
  const before = claimTold(world, { sensor: 'S1', kind, vm, host });
  if (before) before.latest = world.tick;
  else raise(turn, 'S1', { host, vm }, { kind }, [eventOf(turn, trace)]);
}

/** The open alert of the last minute that says so already. */
function claimTold(
  world: World,
  now: Pick<Alert, 'sensor' | 'vm' | 'host'> & Observed,
): Alert | null {
  for (const alert of rows(world.alerts)) {
    if (alert.state !== 'open' || alert.tick <= world.tick - TICKS_PER_MINUTE) continue;
    const same = alert.sensor === now.sensor && alert.seen.kind === now.kind;
    if (same && alert.vm === now.vm && alert.host === now.host) return alert;
  }
  return null;
}

function gatePost(world: World, host: HostId): Post {
  const gate = find(world.switches, host);
  const watch = gate?.watch ?? 'none';
  const idle = (find(world.hosts, host)?.load ?? 0) < SATURATED;
  return { sensor: 'S2', host, watch, busy: watch === 'ips' ? gate?.overloaded === true : !idle };
}

function postsOf(world: World, { vm, switches, uplink }: Packets): Post[] {
  const gates = switches.map((host) => gatePost(world, host));
  if (!uplink) return gates;
  const { watch = 'none' } = find(world.wires, 1) ?? {};
  const wire: Post = { sensor: 'S1', host: NONE, watch, busy: false };
  // What comes from the internet or past a switch meets the wire first, anything else its own switch.
  const first = isOnSwitch(world, vm) ? 1 : 0;
  return [...gates.slice(0, first), wire, ...gates.slice(first)];
}

function tell(turn: Turn, sensor: string, place: Place, packets: Packets): void {
  const { nature, peer, service, fate, uplink } = packets;
  const fates = [[fate.kind, whereOf(fate), 1]] as const;
  const now: Seen = { kind: 'traffic', nature, peer, service, others: [], fates, crossed: uplink };
  const before = openAlert(turn.world, sensor, place, now);
  if (before) {
    before.alert.seen = together(before.seen, now, fate);
    before.alert.latest = turn.world.tick;
  } else raise(turn, sensor, place, now, [eventOf(turn, packets)]);
}

/** What was said already, with one more of the same. */
function together(said: Seen, now: Seen, fate: Fate): Seen {
  const known = said.peer === now.peer || said.others.includes(now.peer);
  return {
    ...said,
    others: known ? said.others : [...said.others, now.peer],
    fates: counted(said.fates, fate),
    crossed: said.crossed || now.crossed,
  };
}

/** One more that came to that end. */
function counted(fates: readonly FateCount[], fate: Fate): FateCount[] {
  const place = whereOf(fate);
  const at = fates.findIndex(([kind, where]) => kind === fate.kind && where === place);
  if (at < 0) return [...fates, [fate.kind, place, 1]];
  return fates.map(([kind, where, count], i) => [kind, where, i === at ? count + 1 : count]);
}

/** The host, the VM or the zone at which packets ended. */
function whereOf(fate: Fate): number {
  if ('host' in fate) return fate.host;
  if ('vm' in fate) return fate.vm;
  return 'zone' in fate ? fate.zone : NONE;
}

/** The open alert of the last minute that says the same, and is only to say it once more. */
function openAlert(
  world: World,
  sensor: string,
  place: Place,
  now: Seen,
): { readonly alert: Alert; readonly seen: Seen } | null {
  for (let i = world.alerts.length - 1; i > 0; i -= 1) {
    const alert = world.alerts[i];
    if (!alert || alert.tick <= world.tick - TICKS_PER_MINUTE) return null;
    const { seen } = alert;
    if (alert.sensor !== sensor || alert.state !== 'open' || seen.kind !== 'traffic') continue;
    if (alert.host === place.host && alert.vm === place.vm && saysTheSame(seen, now)) {
      return { alert, seen };
    }
  }
  return null;
}

/** A scan is one matter, whomever it knocks at; anything else is one for each peer. */
function saysTheSame(a: Seen, b: Seen): boolean {
  if (a.nature !== b.nature) return false;
  return a.nature === 'probe' || a.peer === b.peer;
}

/** S1: it also walks the way of each packet on behalf of S2, since what one of them stops the other never sees. */
export const physicalIds = {
  name: 'S1',
  watch: networkSensors,
  words: {
    name: { ko: 'S1 물리 IDS', en: 'S1 physical IDS' },
    sees: { ko: '물리 네트워크를 지나는 패킷', en: 'Packets on the physical network' },
    blind: {
      ko: '같은 호스트의 VM끼리 주고받는 패킷은 물리 네트워크를 지나지 않아 볼 수 없습니다. 메모리와 하이퍼바이저 안의 일도 보지 못합니다.',
      en: 'Traffic between two VMs on one host never crosses the physical network, so it cannot be seen. Neither can memory, nor anything inside a host.',
    },
  },
  says: {
    traffic: {
      title: {
        ko: '{{vm}} → {{ends}}: {{nature}}',
        en: '{{vm}} → {{ends}}: {{nature}}',
      },
      body: {
        ko: '{{aimed}}: {{fates}}.',
        en: '{{aimed}}: {{fates}}.',
      },
    },
    'ssh-burst': {
      title: {
        ko: '{{vm}} → {{host}}의 관리 인터페이스: SSH 연결이 쉬지 않고 이어짐',
        en: '{{vm}} → management interface of {{host}}: SSH, again and again',
      },
      body: {
        ko: '암호화되어 있어 로그인에 성공했는지는 볼 수 없습니다. 오래된 비밀번호로 계속 접속하는 프로그램도 이렇게 보입니다.',
        en: 'It is encrypted: whether a login succeeds cannot be seen. A program with an old password looks the same.',
      },
    },
    'slp-request': {
      title: {
        ko: '{{vm}} → {{host}}의 관리 인터페이스: SLP(427번 포트)',
        en: '{{vm}} → management interface of {{host}}: SLP (port 427)',
      },
      body: {
        ko: '장비 목록을 만드는 제품도 SLP로 묻습니다. 쓰지 않는다면 이 서비스는 멈춰도 됩니다.',
        en: 'Products that take an inventory ask by SLP too. Where nothing uses it, the service can be stopped.',
      },
    },
    'vm-claims-host': {
      title: {
        ko: '{{vm}}{이/가} 관리 네트워크에서 호스트의 주소를 사칭',
        en: '{{vm}} claims addresses of hosts on their management network',
      },
      body: {
        ko: '이 포트 그룹은 관리 네트워크에 있으면 안 됩니다. VM을 끊고, VLAN을 바로잡고, 마이그레이션을 암호화하세요.',
        en: 'Its port group should not be on that network. Cut the VM off, give the group a VLAN of its own, encrypt migrations.',
      },
    },
    'host-claims-host': {
      title: {
        ko: '{{host}}{이/가} 관리 네트워크에서 주소를 다시 알림',
        en: '{{host}} announces addresses on the management network',
      },
      body: {
        ko: '네트워크 카드가 예비 카드로 넘어갈 때도 이렇게 알립니다. 남의 주소라면 그 호스트가 마이그레이션을 엿보려는 것입니다.',
        en: 'So it does when its network cards fail over. If they are others’ addresses, it is after what is migrated.',
      },
    },
  },
} satisfies Sensor;

/** S2: an eye inside the switch of one host. */
export const virtualIds = {
  name: 'S2',
  words: {
    name: { ko: 'S2 가상 IDS', en: 'S2 virtual IDS' },
    sees: {
      ko: '가상 스위치를 지나는 패킷과 포트의 MAC 주소',
      en: 'Packets in a virtual switch; MAC addresses',
    },
    blind: {
      ko: '같은 호스트 안에서 오간 것이라면 물리 IDS(S1)는 볼 수 없습니다. S2도 다른 호스트와 메모리, 듣기만 하는 포트는 보지 못합니다.',
      en: 'If both ends are on this host, the physical IDS (S1) could not have seen it. S2 itself sees no other host, no memory, and no port that only listens.',
    },
  },
  says: {
    'mac-changed': {
      title: {
        ko: '{{vm}}의 포트가 {{peer}}의 MAC 주소를 씀',
        en: 'The port of {{vm}} uses the MAC address of {{peer}}',
      },
      body: {
        ko: '장애 조치 클러스터도 MAC 주소를 옮기지만, 한 테넌트 안에서만 그렇습니다.',
        en: 'Failover clusters move MAC addresses too, but within one tenant.',
      },
    },
  },
} satisfies Sensor;
