import type { RowRef } from '../../shared/world/fact.ts';
import { label } from './drawing/labels.ts';
import { DEPTH, type Piece } from './drawing/piece.ts';
import { grow, type Rect, rect } from './drawing/rect.ts';
import { plate } from './drawing/shapes.ts';
import { typeOf } from './drawing/text.ts';
import { columnBox } from './guest/columns.ts';
import { openedColumn } from './guest/opened.ts';
import { blockBox } from './memory/blocks.ts';
import { cellBox } from './memory/frames.ts';
import type { Site, Sketch } from './sketch.ts';

function ring(box: Rect, radius: number, line: string, width: number, id: string): Piece[] {
  return plate(
    grow(box, width / 2 + 0.5),
    { radius, fill: null, line, width },
    { id, depth: DEPTH.mark, lit: 1 },
  );
}

/** The outline of the selected thing, and of the frames that belong to it. */
export function selectionMarks(sketch: Sketch, site: Site): Piece[] {
  const { selection, theme } = sketch;
  return selection === null ? [] : outline(site, selection, 'selected', theme.accent, 2);
}

/** A guest that is open, outlined like what is selected or under the pointer. */
export function openedMarks(sketch: Sketch, site: Site, hover: RowRef | null): Piece[] {
  const { theme, selection } = sketch;
  const opened = openedColumn(sketch, site, hover);
  if (opened === null) return [];
  const { vm, box, pieces } = opened;
  const isSelected = selection === `vms/${vm.id}`;
  const radius = 7 * site.lot.section.scale + 1;
  const line = isSelected ? theme.accent : theme.soft;
  const edge = ring(box, radius, line, isSelected ? 2 : 1, `open/${vm.id}/edge`);
  return [...pieces, ...edge.map((piece) => ({ ...piece, depth: DEPTH.mark + 0.6 }))];
}

/** A subtler outline for what the pointer is on. */
export function hoverMarks(sketch: Sketch, site: Site, hover: RowRef | null): Piece[] {
  const { selection, theme } = sketch;
  if (hover === null || hover === selection) return [];
  return outline(site, hover, 'hover', theme.soft, 1);
}

/** Where teammates point: an outline, and over it who says what. */
export function callMarks({ calls, theme, writer }: Sketch, site: Site): Piece[] {
  return calls.flatMap(({ ref, urgent, text }) => {
    const colour = urgent ? theme.warn : theme.accent;
    const pieces = outline(site, ref, `call/${ref}`, colour, 2);
    const box = boxOf(site, ref);
    if (box === null) return pieces;
    const id = `call/${ref}`;
    const type = typeOf(12, 650);
    const w = Math.round(writer.setter.width(text, type) + 16);
    const top = Math.max(2, Math.round(box.y - 11));
    const badge = rect(Math.max(2, Math.round(box.x + box.w / 2 - w / 2)), top, w, 20);
    return [
      ...pieces,
      ...plate(
        badge,
        { radius: 10, fill: theme.pill, line: colour, width: 1.5 },
        { id: `${id}/badge`, depth: DEPTH.token + 1, lit: 1 },
      ),
      label(
        writer,
        text,
        { type, colour: theme.ink },
        {
          id: `${id}/text`,
          x: badge.x + badge.w / 2,
          y: badge.y + badge.h / 2,
          align: 'center',
          depth: DEPTH.token + 2,
        },
      ),
    ];
  });
}

/** Where a host, a VM or a frame stands in a building; `null` when it is not in this one. */
function boxOf(site: Site, ref: RowRef): Rect | null {
  const { host, lot } = site;
  const [table, number] = ref.split('/');
  const id = Number(number);
  const place = (rows: readonly { readonly id: number }[]): number =>
    rows.findIndex((row) => row.id === id);
  switch (table) {
    case 'hosts':
      return host.row.id === id ? lot.box : null;
    case 'vms':
      return place(host.vms) < 0 ? null : columnBox(site, place(host.vms));
    case 'frames':
      return place(host.frames) < 0 ? null : cellBox(site, place(host.frames));
    default:
      return null;
  }
}

function outline(site: Site, ref: RowRef, name: string, colour: string, width: number): Piece[] {
  const { lot, host } = site;
  const s = lot.section.scale;
  const [table, number] = ref.split('/');
  const id = Number(number);
  const key = `mark/${name}/${host.row.id}`;
  if (table === 'hosts') {
    if (host.row.id !== id) return [];
    return ring(lot.box, Math.round(10 * Math.sqrt(s)), colour, width, key);
  }
  const framesOf = (
    wanted: (frame: { readonly id: number; readonly owner: number }) => boolean,
  ): Piece[] =>
    host.frames.flatMap((frame, i) => {
      const box = wanted(frame) ? cellBox(site, i) : null;
      if (!box) return [];
      return ring(
        grow(box, 0.5),
        Math.max(2, Math.min(box.w, box.h) * 0.22),
        colour,
        Math.max(1, width - 0.5),
        `${key}/frame/${i}`,
      );
    });
  if (table === 'frames') return framesOf((frame) => frame.id === id);
  if (table !== 'vms') return [];
  return host.vms.flatMap((vm, i) => {
    const box = vm.id === id ? columnBox(site, i) : null;
    if (!box) return [];
    return [
      ...ring(box, Math.min(7 * s, box.w / 4) + 1, colour, width, key),
      ...framesOf((frame) => frame.owner === id),
      ...blocksOf(site, id, colour, `${key}/block`),
    ];
  });
}

function blocksOf(site: Site, vm: number, colour: string, key: string): Piece[] {
  return site.host.blocks.flatMap(({ owner }, i) => {
    const box = owner === vm ? blockBox(site, i) : null;
    return box ? ring(box, 2, colour, 1, `${key}/${i}`) : [];
  });
}

/** The free frames that the allocator would hand out, numbered in its order. */
export function offerMarks({ offered, theme, writer }: Sketch, site: Site): Piece[] {
  const { frames } = site.host;
  return offered.flatMap((wanted, order) => {
    const nth = frames.findIndex(({ id }) => id === wanted);
    const box = nth < 0 ? null : cellBox(site, nth);
    if (!box) return [];
    const key = `mark/offer/${wanted}`;
    const pieces = ring(box, Math.max(2, Math.min(box.w, box.h) * 0.22), theme.accent, 2, key);
    const type = typeOf(11, 700);
    const text = String(order + 1);
    const w = Math.max(type.size + 4, writer.setter.width(text, type) + 7);
    if (box.w >= 16) {
      const badge = rect(
        Math.round(box.x + box.w / 2 - w / 2),
        Math.round(box.y - 9),
        Math.round(w),
        15,
      );
      pieces.push(
        ...plate(
          badge,
          { radius: 7.5, fill: theme.accent },
          { id: `${key}/badge`, depth: DEPTH.token, lit: 1 },
        ),
        label(
          writer,
          text,
          { type, colour: theme.chipInk },
          {
            id: `${key}/order`,
            x: badge.x + badge.w / 2,
            y: badge.y + badge.h / 2,
            align: 'center',
            depth: DEPTH.token + 1,
          },
        ),
      );
    }
    return pieces;
  });
}
