import { secureRepository } from '../mechanics/stores/backups.ts';
import type { RepositoryId } from '../world/ids.ts';
import type { Repository } from '../world/machine/store.ts';
import type { Pace } from '../world/pace.ts';
import { type Deep, find, rows } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { type Command, define, id, idIn, type OrderRef, schemaOf, type Traits } from './command.ts';
import { refuse } from './refusal.ts';

interface OnRepository extends Record<string, number | string> {
  readonly repository: RepositoryId;
}

interface RepositoryCommand extends Traits {
  readonly price: (pace: Pace) => number;
  readonly length: (pace: Pace) => number;
  /** Whether there is nothing to do any more. */
  readonly done: (row: Deep<Repository>, world: ReadonlyWorld) => boolean;
  readonly finish: (turn: Turn, repository: RepositoryId, order: OrderRef) => void;
}

/** A command about a backup server. It stands where any host of the room does: hosts are what a reader looks at. */
export function repositoryCommand(command: RepositoryCommand): Command {
  return define<OnRepository>({
    ...command,
    schema: schemaOf<OnRepository>({ repository: id }),
    offers: (world, subject) =>
      find(world.hosts, idIn(subject, 'hosts')) === null
        ? []
        : [...rows(world.repositories)]
            .filter((row) => !command.done(row, world))
            .map(({ id: repository }) => ({ repository: repository as RepositoryId })),
    price: (world) => command.price(world.pace),
    length: (world) => command.length(world.pace),
    load: () => ({ host: 0, cycles: 0 }),
    claims: (_, { repository }) => [`repositories/${repository}`],
    refusal: (world, { repository }) => {
      const row = find(world.repositories, repository);
      if (!row) return refuse('rule.no-such-thing');
      return command.done(row, world) ? refuse('rule.already-so') : null;
    },
    finish: (turn, { repository }, order) => command.finish(turn, repository, order),
  });
}

/** What of it is set once and for all. */
export const securing =
  (field: Parameters<typeof secureRepository>[2]): RepositoryCommand['finish'] =>
  (turn, repository, order) =>
    secureRepository(turn, repository, field, {
      actor: { kind: 'seat', id: order.seat },
      cause: order.seq,
    });
