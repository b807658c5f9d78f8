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
});
