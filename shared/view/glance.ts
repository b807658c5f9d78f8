import type { GameEvent } from '../world/history.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { drawn, NO_METERS, type Source, TABLES } from './blue.ts';
import type { BlueRows } from './rows.ts';
import type { BlueView } from './view.ts';

type Tables = BlueView['tables'];

/** A table as it was last drawn up, and at which tick. */
interface Drawn {
  readonly rows: unknown;
  readonly tick: number;
}

/** Tables of a view, each of which is drawn up when it is first read. */
class Glance {
  private readonly source: Source;
  private readonly tick: number;
  private readonly last: Map<string, Drawn>;

  constructor(source: Source, last: Map<string, Drawn>) {
    this.source = source;
    this.tick = source.world.tick;
    this.last = last;
  }

  read(table: keyof BlueRows): unknown {
    const { last, source, tick } = this;
    if (source.world.tick !== tick) throw new Error(`${table} of tick ${tick}: read too late`);
    const known = last.get(table);
    if (known?.tick === tick) return known.rows;
    const rows = drawn(source, table, known?.rows);
    last.set(table, { rows, tick });
    return rows;
  }
}

for (const table of TABLES) {
  Object.defineProperty(Glance.prototype, table, {
    get(this: Glance) {
      return this.read(table);
    },
  });
}

/**
 * The defenders' view for one who looks again and again and mostly at little: a table that is not read is not
 * drawn up. It is to be read before the world goes on, and throws after that.
 */
export function glances(): (world: ReadonlyWorld, history: readonly GameEvent[]) => BlueView {
  const last = new Map<string, Drawn>();
  return (world, history) => {
    const tables = new Glance({ world, history, meters: NO_METERS }, last);
    return { tick: world.tick, tables: tables as unknown as Tables };
  };
}
