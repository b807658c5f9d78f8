import { figure } from '../../../shared/text/figure.ts';
import type { ExitRow } from '../../../shared/view/machine-rows.ts';
import type { DeviceName } from '../../../shared/world/machine/host.ts';
import { callText } from '../../../shared/world/machine/hypercall.ts';
import { arrowDown, cross } from '../drawing/glyphs.ts';
import { label, type Writer } from '../drawing/labels.ts';
import { DEPTH, type Piece, type Trip } from '../drawing/piece.ts';
import { pill, pillWidth } from '../drawing/pills.ts';
import { bottom, rect, right } from '../drawing/rect.ts';
import { badge, bar } from '../drawing/shapes.ts';
import { type Type, typeOf } from '../drawing/text.ts';
import { columnBox } from '../guest/columns.ts';
import type { Site, Sketch } from '../sketch.ts';

/** Down through the platform and back. Milliseconds. */
const DROP = 600;
/** An exit older than this is history: it is marked, and moves no more. Ticks. */
const FRESH = 10;
/** What is left of a platform's width beside its name. */
const MOST_OF_PLATFORM = 0.5;
/** The data register of the floppy controller, in the ISA map of every PC since 1981. */
const PORTS: Partial<Record<DeviceName, string>> = { floppy: '0x3F5' };

/** A recorded exit: a token under its column, and what it asked for. */
export interface ExitPlace {
  readonly exit: ExitRow;
  readonly over: boolean;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly text: string;
  readonly type: Type;
  /**
   * The part of the platform that is kept for them: its end, always as much, unless the operand is too
   * long.
   */
  readonly from: number;
  readonly to: number;
}

/** An operand that is longer than the buffer it is meant for. */
const isOver = ({ operand, bound }: ExitRow): boolean => bound > 0 && operand > bound;

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
  const left = lot.box.x + section.platform.x + 8 * s;
  const end = lot.box.x + right(section.platform) - 11 * s;
  const top = lot.box.y + section.platform.y;
  const x = Math.round(column.x + column.w / 2);
  const shared = host.row.platform === 'container';
  const words = wordsOf(writer, exit, shared, over);
  const place = { exit, over, x };
  if (!over) {
    // Everyday exits come once a second: nothing in the platform makes way for them.
    const type = typeOf(11.5 * s, 500);
    const room = section.density === 'overview' ? 0 : (end - left) * MOST_OF_PLATFORM;
    const text = words.find((one) => writer.setter.width(one, type) <= room) ?? '';
    const radius = Math.min(Math.round(5 * s), Math.max(2, section.platform.h / 2));
    return { ...place, y: top, radius, text, type, from: end - room, to: end };
  }
  const type = typeOf(11.5 * s, 650);
  const y = Math.round(top + section.platform.h * (shared ? 0.3 : 0.5));
  const radius = Math.min(Math.round(8 * s), Math.max(2, section.platform.h / 2));
  const gap = radius + 7 * s;
  const room = section.density === 'overview' ? 0 : Math.max(end - x, x - left) - gap;
  const text = words.find((one) => pillWidth(writer, one, s, type) <= room) ?? '';
  const w = text === '' ? 0 : pillWidth(writer, text, s, type);
  const after = x + gap + w <= end;
  const from = after || w === 0 ? x - radius : x - gap - w;
  const to = after && w > 0 ? x + gap + w : x + radius;
  return { ...place, y, radius, text, type, from, to };
}

/** From all that is known of an exit to the least that says something. */
function wordsOf({ say }: Writer, exit: ExitRow, shared: boolean, over: boolean): string[] {
  const { device, call, operand, bound, reason, verdict } = exit;
  const join = (...parts: readonly string[]): string =>
    parts.filter((part) => part !== '').join(' · ');
  const port = device !== '' && reason === 'io' ? PORTS[device] : undefined;
  const why = say(shared ? 'ui.map.syscall' : `names.exits.${reason}`);
  const what =
    port !== undefined
      ? say('ui.map.port', { port })
      : device === ''
        ? call === ''
          ? ''
          : callText(call)
        : say(`names.devices.${device}`);
  // What a mapping asks too much of is KiB; of no other hypercall is it a length.
  const unit = call === 'mmu_update' ? ' KiB' : '';
  const measured = call === '' ? bound !== 0 : over;
  const size = measured ? `${figure(operand)} ${over ? '>' : '≤'} ${figure(bound)}${unit}` : '';
  const refused = verdict === 'emulated' ? '' : say(`ui.map.${verdict}`);
  if (over) {
    return [join(what || why, size, refused), join(what || why, size), join(size, refused), size];
  }
  const vm = say('ui.map.vm', { id: exit.vm });
  return [
    join(vm, why, what, size, refused),
    join(vm, why, what, refused),
    join(vm, why, refused),
    join(why, refused),
    why,
  ];
}

/** The token of the latest exit stays until the next record. */
export function exits(sketch: Sketch, site: Site): Piece[] {
  const place = exitOn(sketch, site);
  if (!place) return [];
  const { theme, writer } = sketch;
  const { over, x, y, radius, text, type, exit, from, to } = place;
  const s = site.lot.section.scale;
  const id = `exit/${site.host.row.id}`;
  const refused = exit.verdict === 'refused';
  const held = exit.verdict === 'held';
  const ink = over ? theme.harmGround : refused ? theme.warn : theme.platform;
  const line = over ? theme.harm : refused || held ? theme.warn : theme.accent;
  const token = badge(
    rect(x - radius, y - radius, radius * 2, radius * 2),
    {
      glyph: refused ? cross : arrowDown,
      name: refused ? 'cross' : 'down',
      ink,
      radius,
      fill: refused && !over ? theme.building : line,
      line,
    },
    // One for each guest, so that it does not slide from one to the next.
    { id: `${id}/vm${exit.vm}`, depth: DEPTH.mark, lit: 1, comes: 'fade', goes: 'fade' },
  );
  if (text === '') return [token];
  if (!over) {
    const shared = site.host.row.platform === 'container';
    const { platform } = site.lot.section;
    const at = {
      id: `${id}/text`,
      x: to,
      y: site.lot.box.y + platform.y + platform.h * (shared ? 0.3 : 0.5),
      align: 'right' as const,
    };
    const style = { type, colour: refused || held ? theme.warn : theme.platformSoft };
    return [token, label(writer, text, style, at)];
  }
  const after = to > x + radius;
  const w = pillWidth(writer, text, s, type);
  const pillX = after ? to - w : from;
  const joint = after ? rect(x, y - 1, pillX - x, 2) : rect(from + w, y - 1, x - from - w, 2);
  const look = { ink: theme.harmInk, fill: theme.harmGround, line: theme.harm };
  const at = { id: `${id}/label`, x: pillX, y, depth: DEPTH.mark };
  return [
    token,
    bar(joint, theme.harm, { id: `${id}/joint`, depth: DEPTH.label, lit: 1 }),
    ...pill(writer, text, s, look, at, type).pieces,
  ];
}

/** It drops from its column through the platform, and climbs back unless something is wrong with it. */
export function exitTrips(sketch: Sketch, site: Site): Trip[] {
  const place = sketch.still ? null : exitOn(sketch, site);
  if (!place || sketch.clock - place.exit.tick > FRESH) return [];
  const { theme } = sketch;
  const nth = site.host.vms.findIndex(({ id }) => id === place.exit.vm);
  const column = columnBox(site, nth);
  if (!column) return [];
  const { platform, scale } = site.lot.section;
  const side = Math.round(12 * Math.sqrt(scale));
  const colour = place.over ? theme.harm : theme.accent;
  const top = bottom(column) - Math.min(column.h * 0.4, 26 * scale);
  const floor = site.lot.box.y + bottom(platform) - side / 2;
  const stamp = badge(
    rect(0, 0, side, side),
    { glyph: arrowDown, name: 'down', ink: theme.ground, radius: side / 2, fill: colour },
    { id: '', depth: 0, lit: 1 },
  ).stamp;
  return [
    {
      id: `exit/${site.host.row.id}@${place.exit.tick}`,
      stamp,
      path:
        place.over || place.exit.verdict === 'held'
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
      // At high speed they come faster than they go: one at a time, but none too long is left out.
      ...(place.over ? {} : { lane: `exit/${site.host.row.id}` }),
      depth: DEPTH.token,
    },
  ];
}
