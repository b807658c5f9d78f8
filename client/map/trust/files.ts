import { asks } from '../../../shared/commands/badges.ts';
import type { SnapshotRow, VmRow } from '../../../shared/view/machine-rows.ts';
import { rowsOf } from '../../../shared/view/reading.ts';
import type { StoreRow } from '../../../shared/view/rows.ts';
import { label } from '../drawing/labels.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { type Rect, rect } from '../drawing/rect.ts';
import { plate } from '../drawing/shapes.ts';
import { type SheetKind, sheet } from '../drawing/sheet.ts';
import { typeOf } from '../drawing/text.ts';
import { columnBox } from '../guest/columns.ts';
import type { Site, Sketch } from '../sketch.ts';

/** At scale 1, in CSS pixels: the line above the sheets, the widest sheet, and what is between two, and at the sides of a VM's. */
const HEAD = 20;
const WIDEST = 30;
const GAP = 3;
const SIDE = 2;
/** Height of a sheet over its width. */
const SHAPE = 1.22;
/** A sheet that is smaller shows nothing. */
const LEAST = 6;

/** Where the files of a host's VM lie: under it, where they are shown at all. */
export function filesBox(site: Site, nth: number): Rect | null {
  const { shelf, scale } = site.lot.section;
  const column = columnBox(site, nth);
  if (!shelf || !column) return null;
  const head = headOf(shelf, scale);
  const side = Math.round(SIDE * scale);
  const y = site.lot.box.y + shelf.y + head;
  return rect(column.x + side, y, column.w - 2 * side, shelf.h - head - GAP);
}

const headOf = ({ h }: Rect, s: number): number => Math.round(Math.min(HEAD * s, h / 2));

/**
 * The files of a host's VMs, each under its VM: its configuration and disks, its snapshots, and memory that was saved with
 * them. What somebody who is no host can read or change of it is rimmed in amber (rules M20, M21, M23, A173).
 */
export function files(sketch: Sketch, site: Site): Piece[] {
  const { host, lot } = site;
  const { shelf } = lot.section;
  if (!shelf) return [];
  const box = rect(lot.box.x + shelf.x, lot.box.y + shelf.y, shelf.w, shelf.h);
  const store = storeOf(sketch, host.row.id);
  const look = { radius: 5, fill: sketch.theme.ground, line: sketch.theme.line };
  const placed = { id: `host/${host.row.id}/files`, depth: DEPTH.frame - 0.5, lit: 1 };
  return [
    ...plate(box, look, placed),
    ...title(sketch, site, store, box),
    ...host.vms.flatMap((vm, i) => {
      const place = filesBox(site, i);
      return place && vm.power !== 'provisioning'
        ? sheetsOf(sketch, vm, place, store, lot.section.scale)
        : [];
    }),
  ];
}

const storeOf = ({ facts }: Sketch, host: number): StoreRow | null =>
  rowsOf(facts.view, 'stores').find(({ hosts }) => hosts.includes(host)) ?? null;

/** Which datastore it is, and who mounts it beside its hosts. */
function title(
  { writer, theme }: Sketch,
  { host, lot }: Site,
  store: StoreRow | null,
  box: Rect,
): Piece[] {
  const s = lot.section.scale;
  const zones = (store?.reachedFrom ?? []).map((zone) => writer.say(`names.zones.${zone}`));
  const values = { store: `DS${store?.id ?? 0}`, zones: zones.join(' · ') };
  const keys = store === null ? ['own'] : zones.length > 0 ? ['also', 'alsoShort'] : ['hosts'];
  const forms = keys.map((key) => writer.say(`ui.map.files.${key}`, values));
  const type = typeOf(11.5 * s, 600);
  const text = writer.setter.choose(forms, type, box.w - 12 * s);
  if (text === '') return [];
  const colour = zones.length > 0 ? theme.warn : theme.soft;
  const y = box.y + headOf(box, s) / 2 + 1;
  const at = { id: `host/${host.row.id}/files/store`, x: box.x + 6 * s, y };
  return [label(writer, text, { type, colour }, at)];
}

/** What matters most first: where there is no room for all of them, the rest is left out. */
function sheetsOf(
  sketch: Sketch,
  vm: VmRow,
  place: Rect,
  store: StoreRow | null,
  s: number,
): Piece[] {
  const snapshots = rowsOf(sketch.facts.view, 'snapshots').filter((kept) => kept.vm === vm.id);
  const kinds: readonly SheetKind[] = ['files', ...snapshots.map(kindOf).sort()];
  const gap = Math.round(GAP * s);
  // Two beside each other, as far as they are high enough for one row.
  const half = Math.floor((place.w - gap) / 2);
  const w = Math.floor(Math.min(WIDEST * s, Math.max(half, LEAST), place.h / SHAPE));
  const h = Math.floor(w * SHAPE);
  if (w < LEAST || w > place.w) return [];
  const across = Math.max(1, Math.floor((place.w + gap) / (w + gap)));
  const down = Math.max(1, Math.floor((place.h + gap) / (h + gap)));
  const readBy: Readonly<Record<SheetKind, boolean>> = {
    files: isWritable(sketch, vm, store),
    snapshot: false,
    memory: isReached(store) && !vm.filesEncrypted,
  };
  return kinds.slice(0, across * down).map((kind, i) => {
    const row = Math.floor(i / across);
    const there = Math.min(across, kinds.length - row * across);
    const left = place.x + (place.w - there * w - (there - 1) * gap) / 2;
    const look = { kind, w, h, tenant: vm.tenant, sealed: vm.filesEncrypted };
    return {
      id: `vm/${vm.id}/sheet/${i}`,
      stamp: sheet({ ...look, open: readBy[kind] }, sketch.theme),
      box: rect(
        Math.round(left + (i % across) * (w + gap)),
        Math.round(place.y + row * (h + gap)),
        w,
        h,
      ),
      depth: DEPTH.frame,
      lit: 1,
      comes: 'fade' as const,
      goes: 'fade' as const,
    };
  });
}

const isReached = (store: StoreRow | null): boolean => (store?.reachedFrom.length ?? 0) > 0;

/** The files of a VM that is off are changed by whoever mounts them, where nothing is checked as it starts (rule A173). */
const isWritable = ({ facts }: Sketch, vm: VmRow, store: StoreRow | null): boolean =>
  asks(facts.view, 'unchecked-store') &&
  isReached(store) &&
  store?.verified !== true &&
  vm.power === 'stopped' &&
  !vm.filesEncrypted;

const kindOf = ({ memory }: SnapshotRow): SheetKind => (memory ? 'memory' : 'snapshot');
