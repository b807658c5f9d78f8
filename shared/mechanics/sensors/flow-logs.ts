import { type Alert, isDone, type Observation } from '../../world/alert.ts';
import { inDeck } from '../../world/deck.ts';
import type { Evidence, TrafficNature } from '../../world/evidence.ts';
import { type HostId, NONE, TICKS_PER_SECOND, type VmId } from '../../world/ids.ts';
import { find, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { evidenceAt } from '../harm/evidence.ts';
import { plainFlow } from '../network/plain.ts';
import { raise } from './raise.ts';
import type { Sensor } from './sensor.ts';
import { eventOf } from './witness.ts';

type Packets = Extract<Evidence, { readonly kind: 'traffic' }>;

/** What a record shows of packets: that the two talked, or how much was sent. */
type Shown = 'new-pair' | 'new-bulk';
type Seen = Extract<Observation, { readonly kind: Shown }>;

/**
 * Ticks for which a flow is idle before its record is exported. Source: vSphere Web Services API,
 * VMwareIpfixConfig.idleFlowTimeout, 15 seconds unless set otherwise.
 */
const IDLE = 15 * TICKS_PER_SECOND;

/** Frames of layer 2 are no flow of any service, and have no record. */
const RECORDED: Readonly<Partial<Record<TrafficNature, Shown>>> = {
  probe: 'new-pair',
  exploit: 'new-pair',
  bulk: 'new-bulk',
};

/**
 * Sensor S10. Virtual switches export a record of each flow that they forward: the two ends and how much
 * (rule S99). It is told of once for any two that no service lives on (S100), and of what is in the
 * packets nothing (S101).
 */
function readRecords(turn: Turn): void {
  if (!inDeck(turn.world, 'sensors', 'S10')) return;
  for (const trace of evidenceAt(turn, turn.world.tick - IDLE)) {
    if (trace.kind === 'traffic') read(turn, trace);
  }
}

function read(turn: Turn, packets: Packets): void {
  const { world } = turn;
  const { vm, peer } = packets;
  const kind = RECORDED[packets.nature];
  const [host] = forwarders(packets);
  if (kind === undefined || host === undefined || vm === NONE || peer === NONE) return;
  // From the internet anybody may come to what is open to it; and of what is gone there is nothing to look at.
  if (find(world.vms, vm) === null || find(world.vms, peer) === null) return;
  if (plainFlow(world, vm, peer) !== null || isKnown(world, kind, vm, peer)) return;
  const open = openAlert(world, kind, vm);
  if (open === null) {
    raise(turn, 'S10', { host, vm }, { kind, peer, others: [] }, [eventOf(turn, packets)]);
    return;
  }
  open.alert.seen = { ...open.seen, others: [...open.seen.others, peer] };
  open.alert.latest = world.tick;
}

/** The switches that sent packets on: the last place that they passed is where they ended. */
function forwarders({ switches, fate, uplink }: Packets): readonly HostId[] {
  const arrived = fate.kind === 'delivered' || fate.kind === 'unheard';
  const stoppedOnWire = uplink && fate.kind === 'blocked' && fate.host === NONE;
  return arrived || stoppedOnWire ? switches : switches.slice(0, -1);
}

/** Two that were told of are no news any more. */
function isKnown(world: World, kind: Shown, vm: VmId, peer: VmId): boolean {
  for (const { vm: from, seen } of rows(world.alerts)) {
    if (seen.kind !== kind) continue;
    if (from === vm && isOf(seen, peer)) return true;
    if (kind === 'new-pair' && from === peer && isOf(seen, vm)) return true;
  }
  return false;
}

const isOf = ({ peer, others }: Seen, vm: VmId | 0): boolean =>
  peer === vm || others.some((other) => other === vm);

/** What is told of a VM already, and still looked at: whom it talks to beside is one matter. */
function openAlert(
  world: World,
  kind: Shown,
  vm: VmId,
): { readonly alert: Alert; readonly seen: Seen } | null {
  for (const alert of rows(world.alerts)) {
    const { seen } = alert;
    if (seen.kind === kind && alert.vm === vm && !isDone(alert)) return { alert, seen };
  }
  return null;
}

/** Whether an alert is of a record of those packets. */
export const isRecordOf = ({ vm, seen }: Pick<Alert, 'vm' | 'seen'>, packets: Packets): boolean =>
  (seen.kind === 'new-pair' || seen.kind === 'new-bulk') &&
  RECORDED[packets.nature] === seen.kind &&
  vm === packets.vm &&
  isOf(seen, packets.peer);

/** S10: records of flows, from every virtual switch. */
export const flowLogs = {
  name: 'S10',
  watch: readRecords,
  words: {
    name: { ko: 'S10 플로 로그', en: 'S10 flow logs' },
    sees: {
      ko: '가상 스위치가 전달한 통신의 양 끝과 데이터 양',
      en: 'Who talked to whom through virtual switches',
    },
    blind: {
      ko: '내용이 담기지 않아 점검과 공격을 구별할 수 없고, 통신이 15초 동안 끊겨야 기록이 나옵니다(vSphere 기본값). 서비스로 늘 통신하는 VM 사이의 공격, 스위치가 막은 것, ARP 위장은 나타나지 않습니다. 같은 호스트 안에서 오간 것이라면 물리 IDS(S1)는 볼 수 없습니다.',
      en: 'It holds no content: a check and an attack look alike. A record comes once a flow was idle for 15 s (the default of vSphere). Attacks between two that a service joins, what a switch stops and false ARP do not show. If both ends are on one host, the physical IDS (S1) could not have seen it.',
    },
  },
  says: {
    'new-pair': {
      title: {
        ko: '{{vm}} → {{ends}}: 처음 보는 통신',
        en: '{{vm}} → {{ends}}: never talked before',
      },
      body: {
        ko: '그 사이에는 알려진 서비스가 없습니다. 스캔이든 점검이든 침입이든 기록은 같습니다.',
        en: 'No service that we know of joins them. A scan, a check and an intrusion leave the same record.',
      },
    },
    'new-bulk': {
      title: {
        ko: '{{vm}} → {{ends}}: 처음으로 많은 데이터를 보냄',
        en: '{{vm}} → {{ends}}: much data for the first time',
      },
      body: {
        ko: '누가 빼내는 것일 수도, 백업일 수도 있습니다. 기록에는 양만 있고 내용은 없습니다.',
        en: 'It may be taken out, or backed up. The record has the amount and no content.',
      },
    },
  },
} satisfies Sensor;
