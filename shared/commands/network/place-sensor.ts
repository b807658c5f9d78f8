import { z } from 'zod';
import { setFact } from '../../world/fact.ts';
import type { HostId } from '../../world/ids.ts';
import { find, get } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

const PLACED = ['ids', 'ips'] as const;

interface PlaceSensor extends Record<string, number | string> {
  readonly host: HostId;
  readonly watch: (typeof PLACED)[number];
}

/** Whether the switch is watched already, so that only the way it is done changes. */
const watched = (world: ReadonlyWorld, host: HostId): boolean =>
  (find(world.switches, host)?.watch ?? 'none') !== 'none';

/**
 * Puts sensor S2 inside a host's switch: beside the way, or in it (rules S20, S21). One that stands
 * in the way can be taken out of it again, which costs nothing, and forgets its exceptions. It takes
 * cycles and upkeep from then on.
 */
export const placeSensor = define<PlaceSensor>({
  name: 'place-sensor',
  role: 'network',
  key: 'E',
  schema: schemaOf<PlaceSensor>({ host: id, watch: z.enum(PLACED) }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    const gate = find(world.switches, host);
    if (!gate) return [];
    return PLACED.filter((watch) => watch !== gate.watch).map((watch) => ({ host, watch }));
  },
  price: (world, { host, watch }) => {
    const { sensorPrice, ipsPrice } = world.pace;
    return (watched(world, host) ? 0 : sensorPrice) + (watch === 'ips' ? ipsPrice : 0);
  },
  length: (world) => world.pace.sensorLength,
  load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
  claims: (_, { host }) => [`switches/${host}`],
  refusal: (world, { host, watch }) => {
    const gate = find(world.switches, host);
    if (!gate) return refuse('rule.no-such-thing');
    return gate.watch === watch ? refuse('rule.already-so') : null;
  },
  finish: (turn, { host, watch }, order) => {
    const placed = emit(turn, 'sensor-placed', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`switches/${host}`, `hosts/${host}`],
      causes: [order.seq],
      data: { host, watch },
    });
    setFact(turn.world, 'switches', host, 'watch', watch, placed);
    const { exceptions, overloaded } = get(turn.world.switches, host);
    if (exceptions.length > 0) setFact(turn.world, 'switches', host, 'exceptions', [], placed);
    if (overloaded) setFact(turn.world, 'switches', host, 'overloaded', false, placed);
  },
  words: {
    name: { ko: '가상 스위치 감시: {{watch}}', en: 'Watch the switch: {{watch}}' },
    does: {
      ko: '같은 호스트의 VM끼리 주고받는 것까지 봅니다. IPS는 시그니처와 일치하면 막는데, 정상 트래픽도 막을 수 있고 호스트가 포화되면 모두 버립니다. 호스트 사이클의 3%(IPS는 6%, 게임에서 정한 값)와 유지비가 듭니다.',
      en: 'Sees even traffic between VMs of this host. An IPS also blocks what matches a signature, at times legitimate traffic, and drops everything when its host is saturated. It takes 3% of the host’s cycles (an IPS 6%; the game’s own figures) and upkeep.',
    },
    done: {
      ko: '{{host}}의 가상 스위치에 {{watch}}{을/를} 둔다',
      en: 'put {{watch}} in the switch of {{host}}',
    },
    control: { ko: '가상 스위치에 IDS · IPS 설치', en: 'An IDS or IPS on the virtual switch' },
  },
});
