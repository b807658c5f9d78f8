import { label } from '../drawing/labels.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { bottom, grow, type Rect, rect } from '../drawing/rect.ts';
import { plate } from '../drawing/shapes.ts';
import { typeOf } from '../drawing/text.ts';
import { columnBox } from '../guest/columns.ts';
import { placed } from '../host/platform.ts';
import type { Site, Sketch } from '../sketch.ts';

/** What is somebody's to begin with, and what could fall from there, each with the number of its road. */
export function blastMarks(sketch: Sketch, site: Site): Piece[] {
  const { blast, look } = sketch;
  if (!look.trust || !blast) return [];
  const { host, lot } = site;
  const { row } = host;
  const slab = row.platform === 'native' ? null : placed(site, lot.section.platform);
  const pieces = host.vms.flatMap((vm, i) => {
    const box = columnBox(site, i);
    if (box === null) return [];
    const begins = blast.startVms.includes(vm.id);
    // At its foot, where nothing is written.
    const foot = [box.x + box.w / 2, bottom(box) + 1] as const;
    return mark(
      sketch,
      site,
      { box, at: foot },
      `vm/${vm.id}/blast`,
      begins,
      blast.roadToVm.get(vm.id),
    );
  });
  if (slab === null || !blast.fallenHosts.includes(row.id)) return pieces;
  const begins = blast.startHosts.includes(row.id);
  const road = blast.roadToHost.get(row.id);
  const at = [slab.x, slab.y + slab.h / 2] as const;
  return [
    ...pieces,
    ...mark(sketch, site, { box: slab, at }, `host/${row.id}/blast`, begins, road),
  ];
}

function mark(
  sketch: Sketch,
  { lot }: Site,
  { box, at: [x, y] }: { readonly box: Rect; readonly at: readonly [x: number, y: number] },
  id: string,
  begins: boolean,
  road: number | undefined,
): Piece[] {
  const { theme, writer } = sketch;
  if (!begins && road === undefined) return [];
  const s = lot.section.scale;
  const colour = begins ? theme.accent : theme.warn;
  const radius = Math.min(7 * s, box.w / 4, box.h / 3) + 1;
  const rim = plate(
    grow(box, 1),
    { radius, fill: null, line: colour, width: 2 },
    { id, depth: DEPTH.mark, lit: 1, comes: 'fade', goes: 'fade' },
  );
  if (road === undefined) return rim;
  const side = Math.round(16 * Math.min(1.2, s));
  const at = rect(Math.round(x - side / 2), Math.round(y - side / 2), side, side);
  const text = String(road);
  const type = typeOf(12 * Math.min(1.2, s), 750);
  return [
    ...rim,
    ...plate(
      at,
      { radius: side / 2, fill: theme.warn, line: theme.building, width: 1.5 },
      { id: `${id}/badge`, depth: DEPTH.token, lit: 1, comes: 'fade', goes: 'fade' },
    ),
    label(
      writer,
      text,
      { type, colour: theme.ground },
      {
        id: `${id}/number`,
        x: at.x + at.w / 2,
        y: at.y + at.h / 2,
        align: 'center',
        depth: DEPTH.token + 1,
      },
    ),
  ];
}
