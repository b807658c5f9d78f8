import type { RowRef } from '../../shared/world/fact.ts';
import { building } from './building.ts';
import { columns } from './columns.ts';
import { frames } from './frames.ts';
import { jobTokens } from './jobs.ts';
import type { Plan } from './layout.ts';
import { hoverMarks, offerMarks, selectionMarks } from './marks.ts';
import type { Piece } from './piece.ts';
import type { Site, Sketch } from './sketch.ts';
import { streets } from './street.ts';
import { wires } from './wires.ts';

/** What a drawing shows, counted from the drawing itself. */
export interface Tally {
  readonly drawnHosts: number;
  readonly drawnVms: number;
  readonly drawnFrames: number;
  readonly residueFrames: number;
}

export interface Drawing {
  readonly pieces: readonly Piece[];
  readonly tally: Tally;
}

/** The whole map as pieces, for one moment. Pure: the same sketch gives the same pieces. */
export function compose(sketch: Sketch, plan: Plan, hover: RowRef | null): Drawing {
  const pieces: Piece[] = streets(sketch, plan);
  const tally = { drawnHosts: 0, drawnVms: 0, drawnFrames: 0, residueFrames: 0 };
  sketch.facts.hosts.forEach((host, i) => {
    const lot = plan.lots[i];
    if (!lot) return;
    const site: Site = { host, lot };
    const cells = frames(sketch, site);
    const guests = columns(sketch, site);
    tally.drawnHosts += 1;
    tally.drawnVms += guests.filter(({ id }) => /^vm\/\d+$/.test(id)).length;
    tally.drawnFrames += cells.length;
    tally.residueFrames += host.frames
      .slice(0, cells.length)
      .filter(({ residue }) => residue !== 0).length;
    pieces.push(
      ...building(sketch, site),
      ...wires(sketch, site),
      ...guests,
      ...cells,
      ...offerMarks(sketch, site),
      ...selectionMarks(sketch, site),
      ...hoverMarks(sketch, site, hover),
      ...jobTokens(sketch, site),
    );
  });
  return { pieces, tally };
}
