import type { VmRow } from '../../../shared/view/machine-rows.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { bottom, type Rect, rect, right } from '../drawing/rect.ts';
import { typeOf } from '../drawing/text.ts';
import type { Site, Sketch } from '../sketch.ts';
import { badges } from './badges.ts';
import { paintColumn } from './column-paint.ts';
import { typeFor } from './column-type.ts';
import { capHeight, columnBox, lookOf, noteOf, noteOn } from './columns.ts';
import { lockOn } from './quarantine.ts';

/** Sizes of an open column at scale 1: what stands beside the words in it, and under each other. */
const BESIDE_NAME = 38;
const BESIDE_WORDS = 14;
const LINES = 38;
const NOTE_LINE = 20;
const FLOOR = 18;
/** From the floors below up to the middle of the note: its meter lies between. */
const NOTE_UP = 14;
/** So far an open column may stand out of its building. CSS pixels. */
const OUT = 6;
/** Guests of one host that are told apart by their letters alone on the smallest screens. */
const MANY = 9;

interface Opened {
  readonly vm: VmRow;
  readonly box: Rect;
  readonly pieces: readonly Piece[];
}

/**
 * Where many guests stand side by side, a column has no room for what it is called and what it is for:
 * the one under the pointer opens over its neighbours to its full width. One that is selected stays as it
 * is: the panel beside the map says all of it, and who comes by keyboard has that panel at once.
 */
export function openedColumn(sketch: Sketch, site: Site, hover: RowRef | null): Opened | null {
  const nth = nthOf(site, hover);
  const vm = nth === null ? undefined : site.host.vms[nth];
  const narrow = nth === null ? null : columnBox(site, nth);
  // Where there is any room for words, a column says what it is called and what it is for.
  if (vm === undefined || narrow === null || site.lot.section.density !== 'overview') return null;
  // A few guests on a small screen are told below it: what stands above them stays to be read.
  if (sketch.facts.hosts.every(({ vms }) => vms.length < MANY)) return null;
  const box = boxOf(sketch, site, vm, narrow, fullWidth(sketch, site, vm));
  return { vm, box, pieces: open(sketch, asWide(site), vm, box) };
}

function nthOf({ host }: Site, ref: RowRef | null): number | null {
  const nth = host.vms.findIndex(({ id }) => ref === `vms/${id}`);
  return nth < 0 ? null : nth;
}

/** A building of which a column is written as where there is room for names. */
const asWide = (site: Site): Site => ({
  ...site,
  lot: { ...site.lot, section: { ...site.lot.section, density: 'compact' } },
});

/** The width at which it is written whole. */
function fullWidth(
  { writer: { say, setter } }: Sketch,
  { lot }: Site,
  { id, workload }: VmRow,
): number {
  const { scale } = lot.section;
  const name = typeOf(12 * scale, 650);
  const words = typeOf(11.5 * scale, 500);
  const named = setter.width(say('ui.map.vm', { id }), name) + BESIDE_NAME * scale;
  const works = setter.width(say(`names.workloads.${workload}`), words) + BESIDE_WORDS * scale;
  return Math.ceil(Math.max(named, works));
}

/** Over its column, grown upwards as far as the building goes: the frames below are to be seen. */
function boxOf(sketch: Sketch, site: Site, vm: VmRow, narrow: Rect, wide: number): Rect {
  const { box, section } = site.lot;
  const lines = LINES + FLOOR + (noteOf(sketch, vm) === null ? 0 : NOTE_LINE);
  const h = Math.round(capHeight(sketch, asWide(site)) + lines * section.scale);
  const w = Math.min(Math.max(wide, narrow.w), box.w - 4);
  const x = Math.round(narrow.x + narrow.w / 2 - w / 2);
  return rect(
    Math.max(box.x + 2, Math.min(x, right(box) - w - 2)),
    Math.round(Math.max(box.y - OUT, bottom(narrow) - h)),
    w,
    h,
  );
}

function open(sketch: Sketch, site: Site, vm: VmRow, box: Rect): Piece[] {
  const { scale, density } = site.lot.section;
  const note = noteOf(sketch, vm);
  const type = typeFor(sketch.writer, [vm], box.w, scale, density);
  const closed = lookOf(sketch, site, vm, box, note, type);
  const floors = closed.kernelH + closed.techniqueH;
  const noteY = note === null ? null : box.h - floors - NOTE_UP * scale;
  const look = { ...closed, noteY };
  const column: Piece = {
    id: 'column',
    stamp: {
      key: `column|${JSON.stringify(look)}`,
      size: { w: box.w, h: box.h },
      paint: (brush) => paintColumn(brush, look, sketch.theme),
    },
    box,
    depth: DEPTH.mark + 0.2,
    lit: 1,
  };
  const over: readonly Piece[] = [
    ...(note === null ? [] : noteOn(sketch, vm, box, look, note)),
    ...badges(sketch, site, vm, box),
    ...(look.shut ? [lockOn(sketch, site, vm, box)] : []),
  ];
  return [column, ...over].map(({ comes: _comes, goes: _goes, ...piece }, i) => ({
    ...piece,
    id: `open/${vm.id}/${piece.id}`,
    depth: i === 0 ? piece.depth : DEPTH.mark + 0.4,
  }));
}
