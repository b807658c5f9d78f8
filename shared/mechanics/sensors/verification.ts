import { type Alert, isDone, type Observation } from '../../world/alert.ts';
import { fact, provenanceOf } from '../../world/fact.ts';
import { type HostId, NONE, type Seq, type VmId } from '../../world/ids.ts';
import { rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { type Door, doors } from '../network/drift.ts';
import { POLICY } from '../network/edit.ts';
import { isOver } from './close.ts';
import { raise } from './raise.ts';
import type { Sensor } from './sensor.ts';

type OpenDoor = Extract<Observation, { readonly kind: 'open-door' | 'past-switch' }>;

/**
 * Compares what a host's switch really does with what is meant, and says of each VM how many ways
 * into it stand open and why (rule S24). Whoever walked through one is not in it.
 */
export function verify(turn: Turn, host: HostId, cause: Seq): void {
  const { world } = turn;
  const found = byVmAndCause(doors(world, host));
  const clean = found.size === 0;
  for (const alert of rows(world.alerts)) {
    if (alert.sensor !== 'verification' || alert.host !== host || isDone(alert)) continue;
    const key = keyOf(alert);
    const now = found.get(key);
    found.delete(key);
    if (now) {
      alert.seen = now.seen;
      alert.latest = world.tick;
    } else isOver(turn, alert);
  }
  for (const { vm, seen } of found.values()) {
    raise(turn, 'verification', { host, vm }, seen, [cause, ...behind(world, host, vm, seen)]);
  }
  if (clean) {
    raise(turn, 'verification', { host, vm: NONE }, { kind: 'nothing-found' }, [cause]);
  }
}

interface Finding {
  readonly vm: VmId;
  readonly seen: OpenDoor;
}

function byVmAndCause(all: readonly Door[]): Map<string, Finding> {
  const found = new Map<string, Finding>();
  for (const { to, service, why } of all) {
    const key = `${to}/${why}`;
    const ways = (found.get(key)?.seen.doors ?? 0) + 1;
    const seen: OpenDoor =
      why === 'past-switch'
        ? { kind: 'past-switch', service, doors: ways }
        : { kind: 'open-door', service, doors: ways, why };
    found.set(key, { vm: to, seen });
  }
  return found;
}

const keyOf = ({ vm, seen }: Alert): string =>
  seen.kind === 'open-door' ? `${vm}/${seen.why}` : `${vm}/${seen.kind}`;

/** The events that left it open. */
function behind(world: World, host: HostId, vm: VmId, seen: OpenDoor): Seq[] {
  const policy = provenanceOf(world, fact('policies', POLICY, 'rules'));
  if (seen.kind === 'past-switch') return [provenanceOf(world, fact('vms', vm, 'card'))];
  const { why } = seen;
  if (why === 'unbound-port') return [provenanceOf(world, fact('switches', host, 'ports'))];
  return why === 'any-any'
    ? [policy]
    : [policy, provenanceOf(world, fact('switches', host, 'rules'))];
}

/** A comparison that somebody orders. */
export const verification = {
  name: 'verification',
  people: true,
  words: {
    name: { ko: '정책 검증', en: 'Verification' },
    sees: {
      ko: '정책 원본과 스위치가 실제로 적용하는 정책의 차이',
      en: 'Intended vs enforced policy',
    },
    blind: {
      ko: 'IDS는 볼 수 없습니다. 열린 경로는 누가 쓰기 전까지 패킷을 남기지 않습니다.',
      en: 'No IDS could have seen it: an open path leaves no packet until somebody uses it.',
    },
  },
  says: {
    'past-switch': {
      title: {
        ko: '{{vm}}: 스위치를 거치지 않는 의도하지 않은 경로 {{doors}}개',
        en: '{{vm}}: unintended paths past the switch: {{doors}}',
      },
      body: {
        ko: '{{service}} 서비스. 네트워크 카드가 직접 할당되어 스위치의 규칙이 적용되지 않습니다.',
        en: 'To its {{service}} service. Its network card is passed through: no rule of a switch applies.',
      },
      several: {
        ko: '{{host}}: 스위치를 거치지 않는 의도하지 않은 경로',
        en: 'Unintended paths past the switch of {{host}}',
      },
    },
    'open-door': {
      title: {
        ko: '{{vm}}{으로/로} 가는 의도하지 않은 경로 {{doors}}개',
        en: 'Unintended paths to {{vm}}: {{doors}}',
      },
      body: {
        ko: '{{service}} 서비스. 원인: {{why}}.',
        en: 'To its {{service}} service. Cause: {{why}}.',
      },
      several: {
        ko: '{{host}}의 VM으로 가는 의도하지 않은 경로',
        en: 'Unintended paths to VMs of {{host}}',
      },
    },
  },
} satisfies Sensor;
