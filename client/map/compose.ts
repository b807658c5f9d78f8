import type { RowRef } from '../../shared/world/fact.ts';
import type { Piece, Trip } from './drawing/piece.ts';
import { columns } from './guest/columns.ts';
import { building } from './host/building.ts';
import { exits, exitTrips } from './host/exits.ts';
import { jobTokens } from './jobs.ts';
import type { Plan } from './layout.ts';
import { callMarks, hoverMarks, offerMarks, openedMarks, selectionMarks } from './marks.ts';
import { blocks, blockWord } from './memory/blocks.ts';
import { frames } from './memory/frames.ts';
import { promise } from './memory/promise.ts';
import { traffic } from './network/flows.ts';
import { homeOf } from './network/routes.ts';
import { streets } from './network/street.ts';
import { transfers } from './network/transfers.ts';
import { wires } from './network/wires.ts';
import type { Site, Sketch } from './sketch.ts';
import { blastMarks } from './trust/blast-marks.ts';
import { files } from './trust/files.ts';

/** What a drawing shows, counted from the drawing itself. */
export interface Tally {
  readonly drawnHosts: number;
  readonly drawnVms: number;
  readonly drawnFrames: number;
  readonly residueFrames: number;
  readonly drawnBlocks: number;
  readonly residueBlocks: number;
  /** Wires of VMs, and those of them that their switch was never told of. */
  readonly drawnPorts: number;
  readonly loosePorts: number;
  /** Exits shown, in the layer that shows them; flows on their way and stopped, in theirs. */
  readonly drawnExits: number;
  readonly flowing: number;
  readonly brokenFlows: number;
}

export const NOTHING_DRAWN: Tally = {
  drawnHosts: 0,
  drawnVms: 0,
  drawnFrames: 0,
  residueFrames: 0,
  drawnBlocks: 0,
  residueBlocks: 0,
  drawnPorts: 0,
  loosePorts: 0,
  drawnExits: 0,
  flowing: 0,
  brokenFlows: 0,
};

export interface Drawing {
  readonly pieces: readonly Piece[];
  /** What passes once and is gone. */
  readonly trips: readonly Trip[];
  readonly tally: Tally;
}

/** The whole map as pieces, for one moment. Pure: the same sketch gives the same pieces. */
export function compose(sketch: Sketch, plan: Plan, hover: RowRef | null): Drawing {
  const flows = traffic(sketch, plan);
  const pieces: Piece[] = [...streets(sketch, plan), ...transfers(sketch, plan), ...flows.pieces];
  const trips: Trip[] = [...flows.trips];
  const tally: Writable<Tally> = {
    ...NOTHING_DRAWN,
    flowing: flows.flowing,
    brokenFlows: flows.broken,
  };
  sketch.facts.hosts.forEach((host, i) => {
    const lot = plan.lots[i];
    if (!lot) return;
    const site: Site = { host, lot };
    const cells = frames(sketch, site);
    const disk = blocks(sketch, site);
    const guests = columns(sketch, site, homeOf(site, plan));
    const net = wires(sketch, site);
    const traps = exits(sketch, site);
    count(tally, site, { cells, disk, guests, net, traps });
    pieces.push(
      ...building(sketch, site),
      ...net,
      ...guests,
      ...cells,
      ...promise(sketch, site),
      ...blockWord(sketch, site),
      ...disk,
      ...files(sketch, site),
      ...traps,
      ...blastMarks(sketch, site),
      ...offerMarks(sketch, site),
      ...selectionMarks(sketch, site),
      ...hoverMarks(sketch, site, hover),
      ...openedMarks(sketch, site, hover),
      ...callMarks(sketch, site),
      ...jobTokens(sketch, site),
    );
    trips.push(...exitTrips(sketch, site));
  });
  return { pieces, trips, tally };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface Drawn {
  readonly cells: readonly Piece[];
  readonly disk: readonly Piece[];
  readonly guests: readonly Piece[];
  readonly net: readonly Piece[];
  readonly traps: readonly Piece[];
}

const named = (pieces: readonly Piece[], pattern: RegExp): number =>
  pieces.filter(({ id }) => pattern.test(id)).length;

function count(tally: Writable<Tally>, { host }: Site, drawn: Drawn): void {
  const { cells, disk, guests, net, traps } = drawn;
  const dirty = (rows: readonly { readonly residue: number }[], shown: number): number =>
    rows.slice(0, shown).filter(({ residue }) => residue !== 0).length;
  tally.drawnHosts += 1;
  tally.drawnVms += named(guests, /^vm\/\d+$/);
  tally.drawnFrames += cells.length;
  tally.residueFrames += dirty(host.frames, cells.length);
  tally.drawnBlocks += disk.length;
  tally.residueBlocks += dirty(host.blocks, disk.length);
  tally.drawnPorts += named(net, /\/wire@\d+\/node$/);
  tally.loosePorts += named(net, /\/wire@\d+~0$/);
  tally.drawnExits += named(traps, /^exit\/\d+\/vm\d+$/);
}
