import { mostPromised } from '../../../shared/mechanics/overcommit.ts';
import { promisedOn } from '../../../shared/view/reading.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { bottom, rect, right } from '../drawing/rect.ts';
import { bar, dashes, type Placed } from '../drawing/shapes.ts';
import { told } from '../facts.ts';
import type { Site, Sketch } from '../sketch.ts';

/** How it stands under the frames, in CSS pixels at scale 1: its height, and what its end mark has beyond it. */
const HEIGHT = 2;
const MARK = 1;
const DASHES = [3, 2] as const;

/**
 * Under the memory of a host that promises more than it has (rule R10) a line as long as all that it may promise: whole
 * as far as there are frames, dashed beyond. It is filled as far as there are promises, in amber where they
 * go beyond. It has room wherever frames have.
 */
export function promise({ facts, theme, look }: Sketch, { host, lot }: Site): Piece[] {
  const { row, frames } = host;
  const { cells, blocks, scale } = lot.section;
  if (!row.overcommit || !told(row) || cells.length === 0) return [];
  const left = Math.min(...cells.map(({ x }) => x));
  const end = Math.max(...cells.map(right));
  const floor = Math.max(...cells.map(bottom));
  const h = Math.round(HEIGHT * scale);
  // In the middle of what is between the frames and the disk, yet near to the frames.
  const room = Math.min((blocks[0]?.y ?? floor + 4 * h) - floor, 4 * h);
  const y = Math.round(lot.box.y + floor + (room - h) / 2);
  const most = mostPromised(frames.length);
  const at = (count: number): number =>
    Math.round(lot.box.x + left + ((end - left) * Math.min(count, most)) / most);
  const line = (from: number, to: number) => rect(at(from), y, at(to) - at(from), h);
  const promised = promisedOn(facts.view, row.id);
  const placed = (name: string): Placed => ({
    id: `host/${row.id}/promise/${name}`,
    depth: DEPTH.frame,
    lit: Math.max(0.8, look.lights.frame),
  });
  const there = frames.length;
  const mark = Math.round(MARK * scale);
  return [
    bar(line(0, there), theme.frameLine, placed('there')),
    ...dashes(line(there, most), theme.soft, DASHES, placed('beyond')),
    ...(promised > 0 ? [bar(line(0, Math.min(promised, there)), theme.soft, placed('kept'))] : []),
    ...(promised > there ? [bar(line(there, promised), theme.warn, placed('over'))] : []),
    bar(rect(at(there) - 1, y - mark, 2, h + mark * 2), theme.soft, placed('end')),
  ];
}
