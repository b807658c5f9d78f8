import type { ExitRow } from '../../shared/view/rows.ts';
import type { DeviceName } from '../../shared/world/host.ts';
import { columnBox } from './columns.ts';
import { arrowDown, cross } from './glyphs.ts';
import { label, type Writer } from './labels.ts';
import { DEPTH, type Piece, type Trip } from './piece.ts';
import { pill, pillWidth } from './pills.ts';
import { bottom, rect, right } from './rect.ts';
import { badge, bar } from './shapes.ts';
import type { Site, Sketch } from './sketch.ts';
import { type Type, typeOf } from './text.ts';

/** Down through the slab and back. Milliseconds. */
const DROP = 600;
/** An exit older than this is history: it is marked, and moves no more. Ticks. */
const FRESH = 10;
/** The data register of the floppy controller, in the ISA map of every PC since 1981. */
const PORTS: Partial<Record<DeviceName, string>> = { floppy: '0x3F5' };

/** A recorded exit in its slab: a token, and beside it what it asked for. */
export interface ExitPlace {
  readonly exit: ExitRow;
  readonly over: boolean;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly text: string;
  readonly type: Type;
  /** Left end of the text, and all that it takes up in the slab. */
  readonly textX: number;
  readonly from: number;
  readonly to: number;
}

/** An operand that is longer than the buffer it is meant for. */
export const isOver = ({ operand, bound }: ExitRow): boolean => bound > 0 && operand > bound;

/** Where the latest exit of a host is shown, in the layer that shows exits. */
export function exitOn({ look, writer }: Sketch, site: Site): ExitPlace | null {
  const { host, lot } = site;
  const { exit } = host;
  const { section } = lot;
  if (!look.exits || !exit) return null;
  const nth = host.vms.findIndex(({ id }) => id === exit.vm);
  const column = nth < 0 ? null : columnBox(site, nth);
  if (!column) return null;
  const s = section.scale;
  const over = isOver(exit);
  const left = lot.box.x + section.slab.x + 8 * s;
  const end = lot.box.x + right(section.slab) - 8 * s;
  const x = Math.round(column.x + column.w / 2);
  const shared = host.row.platform === 'container';
  const y = Math.round(lot.box.y + section.slab.y + section.slab.h * (shared ? 0.3 : 0.5));
  const radius = Math.min(Math.round((over ? 8 : 5) * s), Math.max(2, section.slab.h / 2));
  const type = typeOf(11.5 * s, over ? 650 : 500);
  const gap = 7 * s;
  const widthOf = (text: string): number =>
    over ? pillWidth(writer, text, s, type) : writer.setter.width(text, type);
  const after = end - x - radius - gap;
  const before = x - radius - gap - left;
  const room = section.density === 'overview' ? 0 : Math.max(after, before);
  const text = wordsOf(writer, exit, shared, over).find((one) => widthOf(one) <= room) ?? '';
  const w = text === '' ? 0 : widthOf(text);
  const toRight = w <= after;
  const textX = toRight ? x + radius + gap : x - radius - gap - w;
  return {
    exit,
    over,
    x,
    y,
    radius,
    text,
    type,
    textX,
    from: toRight || w === 0 ? x - radius : textX,
    to: toRight && w > 0 ? textX + w : x + radius,
  };
}

/** From all that is known of an exit to the least that says something. */
function wordsOf({ say }: Writer, exit: ExitRow, shared: boolean, over: boolean): string[] {
  const { device, operand, bound, reason, verdict } = exit;
  const join = (...parts: readonly string[]): string =>
    parts.filter((part) => part !== '').join(' · ');
  const port = device !== '' && reason === 'io' ? PORTS[device] : undefined;
  const figure = (value: number): string => value.toLocaleString('en-US');
  const why = say(shared ? 'ui.map.syscall' : `names.exits.${reason}`);
  const what =
    port !== undefined
      ? say('ui.map.port', { port })
      : device === ''
        ? ''
        : say(`names.devices.${device}`);
  const size = bound === 0 ? '' : `${figure(operand)} ${over ? '>' : '≤'} ${figure(bound)}`;
  const refused = verdict === 'refused' ? say('ui.map.refused') : '';
  if (over) {
    return [join(what || why, size, refused), join(what || why, size), join(size, refused), size];
  }
  return [join(why, what, size, refused), join(why, what, refused), join(why, refused), why, what];
}

/** The token of the latest exit: it rests in the slab until the next record. */
export function exits(sketch: Sketch, site: Site): Piece[] {
  const place = exitOn(sketch, site);
  if (!place) return [];
  const { theme, writer } = sketch;
  const { over, x, y, radius, text, type, textX, exit } = place;
  const s = site.lot.section.scale;
  const id = `exit/${site.host.row.id}`;
  const refused = exit.verdict === 'refused';
  const ink = over ? theme.harmGround : refused ? theme.warn : theme.slab;
  const pieces: Piece[] = [
    badge(
      rect(x - radius, y - radius, radius * 2, radius * 2),
      {
        glyph: refused ? cross : arrowDown,
        name: refused ? 'cross' : 'down',
        ink,
        radius,
        fill: over ? theme.harm : refused ? theme.building : theme.accent,
        line: over ? theme.harm : refused ? theme.warn : theme.accent,
      },
      { id, depth: DEPTH.mark, lit: 1, comes: 'late' },
    ),
  ];
  if (text === '') return pieces;
  if (!over) {
    const style = { type, colour: refused ? theme.warn : theme.slabInk };
    const at = { id: `${id}/text`, x: textX, y, depth: DEPTH.label };
    return [...pieces, label(writer, text, style, at)];
  }
  const toRight = textX > x;
  const joint = toRight
    ? rect(x, y - 1, textX - x, 2)
    : rect(place.to - radius * 2 - 8 * s, y - 1, radius + 8 * s, 2);
  const look = { ink: theme.harmInk, fill: theme.harmGround, line: theme.harm };
  return [
    ...pieces,
    bar(joint, theme.harm, { id: `${id}/joint`, depth: DEPTH.label, lit: 1 }),
    ...pill(writer, text, s, look, { id: `${id}/label`, x: textX, y, depth: DEPTH.mark }, type)
      .pieces,
  ];
}

/** It drops from its column through the slab, and climbs back unless something is wrong with it. */
export function exitTrips(sketch: Sketch, site: Site): Trip[] {
  const place = sketch.still ? null : exitOn(sketch, site);
  if (!place || sketch.clock - place.exit.tick > FRESH) return [];
  const { theme } = sketch;
  const nth = site.host.vms.findIndex(({ id }) => id === place.exit.vm);
  const column = columnBox(site, nth);
  if (!column) return [];
  const { slab, scale } = site.lot.section;
  const side = Math.round(12 * Math.sqrt(scale));
  const colour = place.over ? theme.harm : theme.accent;
  const top = bottom(column) - Math.min(column.h * 0.4, 26 * scale);
  const floor = site.lot.box.y + bottom(slab) - side / 2;
  const stamp = badge(
    rect(0, 0, side, side),
    { glyph: arrowDown, name: 'down', ink: theme.ground, radius: side / 2, fill: colour },
    { id: '', depth: 0, lit: 1 },
  ).stamp;
  return [
    {
      id: `exit/${site.host.row.id}@${place.exit.tick}`,
      stamp,
      path: place.over
        ? [
            [place.x, top],
            [place.x, place.y],
          ]
        : [
            [place.x, top],
            [place.x, floor],
            [place.x, top],
          ],
      length: DROP,
      depth: DEPTH.token,
    },
  ];
}
