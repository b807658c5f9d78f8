import { asks } from '../../../shared/commands/badges.ts';
import { openToL1tf } from '../../../shared/view/fitness.ts';
import { mergedOn } from '../../../shared/view/reading.ts';
import { label } from '../drawing/labels.ts';
import { panel } from '../drawing/paint.ts';
import { type MapTheme, tenantColour } from '../drawing/palette.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { rect } from '../drawing/rect.ts';
import { plate } from '../drawing/shapes.ts';
import { type Type, typeOf } from '../drawing/text.ts';
import { told } from '../facts.ts';
import type { Site, Sketch } from '../sketch.ts';
import { type CacheLook, type PaintSign, paintCache, SIGNS } from './strip-signs.ts';

/** What of the hardware is in common, and whether it is. */
interface Cell {
  readonly name: 'smt' | 'llc' | 'pages' | 'rows';
  readonly on: boolean;
  readonly count: number;
  /** Somebody can order that it be otherwise, and there is a reason to. */
  readonly amber: boolean;
}

const LENGTHS = ['long', 'usual', 'short'] as const;
/** The cache is drawn as wide as this at the least, and no wider than that. CSS pixels at scale 1. */
const LEAST_CACHE = 22;
const MOST_CACHE = 120;

/** The four things that guests have in common below them, in the order in which they are drawn. */
function cellsOf({ facts }: Sketch, { host }: Site): readonly Cell[] {
  const { row } = host;
  const ask = (badge: Parameters<typeof asks>[1]): boolean => asks(facts.view, badge);
  const shares = !row.cachePartition;
  return [
    {
      name: 'smt',
      on: row.smt,
      count: 0,
      amber: row.smt && openToL1tf(row) && ask('shares-cores'),
    },
    { name: 'llc', on: shares, count: 0, amber: shares && ask('shares-cache') },
    {
      name: 'pages',
      on: row.dedup,
      count: mergedOn(facts.view, row.id),
      amber: row.dedup && ask('shares-pages'),
    },
    // Memory is as its modules were made: nobody can order another.
    { name: 'rows', on: !row.rowGuard, count: 0, amber: false },
  ];
}

interface Written {
  readonly cell: Cell;
  readonly text: string;
  readonly width: number;
}

/** At the greatest length at which all have room, else those first that do. */
function writtenIn(sketch: Sketch, site: Site, type: Type, room: number): readonly Written[] {
  const { say, setter } = sketch.writer;
  const s = site.lot.section.scale;
  const { sign, gap, between } = sizes(site);
  const at = (length: (typeof LENGTHS)[number]): readonly Written[] =>
    cellsOf(sketch, site).map((cell) => {
      const way = cell.on ? 'on' : 'off';
      const text = say(`ui.map.strip.${cell.name}.${way}.${length}`, { count: cell.count });
      const drawn = cell.name === 'llc' ? LEAST_CACHE * s : sign;
      return { cell, text, width: Math.ceil(drawn + gap + setter.width(text, type)) };
    });
  const wide = (all: readonly Written[]): number =>
    all.reduce((sum, { width }) => sum + width + between, -between);
  const all = LENGTHS.map(at);
  const whole = all.find((one) => wide(one) <= room);
  if (whole !== undefined) return whole;
  let some = all.at(-1) ?? [];
  while (some.length > 0 && wide(some) > room) some = some.slice(0, -1);
  return some;
}

function sizes({ lot: { section } }: Site) {
  const s = section.scale;
  const h = section.strip?.h ?? 0;
  const full = section.density === 'full';
  return {
    inset: Math.round((full ? 8 : 4) * s),
    sign: Math.round(Math.min(h - 5, 14 * s)),
    gap: Math.round(4 * s),
    between: Math.round((full ? 14 : 8) * s),
  };
}

/**
 * What guests share below them, whoever separates them above: the threads of a core over its first cache,
 * the last-level cache with walls or without, pages that were merged, and rows of memory that can flip.
 */
export function strip(sketch: Sketch, site: Site): Piece[] {
  const { theme, writer, look } = sketch;
  const { lot, host } = site;
  const place = lot.section.strip;
  if (place === null || !told(host.row)) return [];
  const s = lot.section.scale;
  const id = `host/${host.row.id}/strip`;
  const box = rect(lot.box.x + place.x, lot.box.y + place.y, place.w, place.h);
  const { inset, sign, gap, between } = sizes(site);
  const type = typeOf(11.5 * s, 500);
  const lit = Math.max(0.8, look.lights.features);
  const room = box.w - inset * 2;
  const written = writtenIn(sketch, site, type, room);
  const used = written.reduce((sum, { width }) => sum + width + between, -between);
  // What is over goes to the cache, which is one for all.
  const cache = Math.min(MOST_CACHE * s, LEAST_CACHE * s + Math.max(0, room - used));
  const pieces = plate(
    box,
    { radius: Math.round(4 * s), fill: null, line: theme.line },
    { id, depth: DEPTH.platform, lit },
  );
  let x = box.x + inset;
  const mid = box.y + box.h / 2;
  for (const { cell, text, width } of written) {
    const colour = cell.amber ? theme.warn : theme.soft;
    const own = cell.name === 'llc';
    const w = Math.round(own ? cache : sign);
    const at = rect(Math.round(x), Math.round(mid - sign / 2), w, sign);
    const state = `${id}/${cell.name}/${cell.on ? 'together' : 'apart'}`;
    const stamp =
      cell.name === 'llc'
        ? cacheStamp(sketch, site, cell, at.w, at.h)
        : signStamp(cell, theme, at.w, SIGNS[cell.name]);
    pieces.push({ id: state, stamp, box: at, depth: DEPTH.frame, lit });
    pieces.push(
      label(
        writer,
        text,
        { type, colour },
        { id: `${id}/${cell.name}/text`, x: x + w + gap, y: mid },
      ),
    );
    x += width + between + (own ? cache - LEAST_CACHE * s : 0);
  }
  return pieces;
}

function signStamp(cell: Cell, theme: MapTheme, side: number, paint: PaintSign): Piece['stamp'] {
  const colour = cell.amber ? theme.warn : theme.soft;
  return {
    key: `strip|${cell.name}|${cell.on}|${side}|${colour}`,
    size: { w: side, h: side },
    paint: (brush) => paint(brush, side, cell.on, colour, theme),
  };
}

/** Whose data is in the cache: everyone's that runs there, each behind walls of its own where it is parted. */
function cacheStamp(
  { theme }: Sketch,
  { host }: Site,
  cell: Cell,
  w: number,
  h: number,
): Piece['stamp'] {
  const running = host.vms.filter(({ power }) => power === 'running');
  const tenants = cell.on
    ? [...new Set(running.map(({ tenant }) => tenant))]
    : running.map(({ tenant }) => tenant);
  const look: CacheLook = {
    shared: cell.on,
    colours: tenants.map((tenant) => tenantColour(theme, tenant)),
    line: cell.amber ? theme.warn : theme.soft,
  };
  return {
    key: `cache|${w}|${h}|${look.shared}|${look.colours}|${look.line}`,
    size: { w, h },
    paint: (brush) => {
      panel(brush, rect(0, 0, w, h), 2, theme.frame);
      paintCache(brush, w, h, look);
    },
  };
}
