import { asks } from '../../../shared/commands/badges.ts';
import type { VmRow } from '../../../shared/view/machine-rows.ts';
import type { Footing } from '../../../shared/world/machine/vm.ts';
import { label, type Writer } from '../drawing/labels.ts';
import { mix, tenantColour } from '../drawing/palette.ts';
import { DEPTH, type Home, type Piece } from '../drawing/piece.ts';
import { bottom, type Rect, rect } from '../drawing/rect.ts';
import { bar } from '../drawing/shapes.ts';
import { typeOf } from '../drawing/text.ts';
import { isOfKernel, isShut, progressOf } from '../facts.ts';
import type { Note } from '../layers/layer.ts';
import type { Site, Sketch } from '../sketch.ts';
import { badges } from './badges.ts';
import { categoryOn, showsCategory } from './category.ts';
import type { ColumnLook, ColumnType } from './column-look.ts';
import { chipGap, paintColumn } from './column-paint.ts';
import { columnType } from './column-type.ts';
import { groupBands } from './groups.ts';
import { innerBadge, innerOf, innerPlace } from './inner.ts';
import { lockOn } from './quarantine.ts';
import { kernelFloorOf, kernelWords } from './rings.ts';
import { swapped } from './swapped.ts';

/** Steps in which a VM that is being made grows: each is one painting. */
const GROWTH_STEPS = 24;

export function columnBox({ lot }: Site, nth: number): Rect | null {
  const slot = lot.section.slots[nth];
  return slot ? rect(lot.box.x + slot.x, lot.box.y + slot.y, slot.w, slot.h) : null;
}

/** The guests of a host, each on floors of its own. */
export function columns(sketch: Sketch, site: Site, home: Home): Piece[] {
  const first = columnBox(site, 0);
  if (!first) return [];
  const { scale, density } = site.lot.section;
  const type = columnType(sketch, first.w, scale, density);
  const all = site.host.vms.flatMap((vm, i) => {
    const box = columnBox(site, i);
    return box ? column(sketch, site, vm, box, type, home) : [];
  });
  if (!type.grouped || density === 'overview') return all;
  const line = { top: chipTop(sketch, site, first, type), height: type.chip };
  return [...all, ...groupBands(sketch, site, line, (nth) => columnBox(site, nth))];
}

/** The cap of a column: a stripe in its zone's colour, or as high as the zone's name. */
export function capHeight({ look }: Sketch, { lot: { section } }: Site): number {
  const { scale, density } = section;
  if (look.zones && density !== 'overview') return Math.round(17 * scale);
  return Math.round(Math.max(3, (density === 'full' ? 5 : 4) * scale));
}

/** Where a column's chip begins: nearer to its cap where its name would not fit below else. */
function chipTop(sketch: Sketch, site: Site, { h }: Rect, type: ColumnType): number {
  const { scale, density } = site.lot.section;
  const capH = capHeight(sketch, site);
  const usual = chipGap(density, scale);
  if (!type.grouped) return capH + usual;
  const spare = h - capH - type.chip - type.name.size * 1.3 - 2 * scale;
  return capH + Math.max(Math.min(2, usual), Math.min(usual, Math.floor(spare)));
}

function column(
  sketch: Sketch,
  site: Site,
  vm: VmRow,
  box: Rect,
  type: ColumnType,
  home: Home,
): Piece[] {
  const note = noteOf(sketch, vm);
  const look = lookOf(sketch, site, vm, box, note, type);
  const pieces: Piece[] = [
    {
      id: `vm/${vm.id}`,
      stamp: {
        key: `column|${JSON.stringify(look)}`,
        size: { w: box.w, h: box.h },
        paint: (brush) => paintColumn(brush, look, sketch.theme),
      },
      box,
      depth: DEPTH.column,
      lit: 1,
      comes: 'rise',
      goes: 'fade',
      wave: `vm/${vm.id}`,
      home,
    },
    ...badges(sketch, site, vm, box),
    ...swapped(sketch, site, vm, box),
    ...(look.shut ? [lockOn(sketch, site, vm, box)] : []),
    ...(isSigned(look) ? [innerBadge(sketch, site, vm, box)] : []),
  ];
  if (note && look.noteY !== null) pieces.push(...noteOn(sketch, vm, box, look, note));
  return pieces;
}

/** What it runs on a hypervisor of its own has no room in it. */
const isSigned = (look: ColumnLook): boolean =>
  look.inner !== null && look.density !== 'overview' && innerPlace(look) === null;

/** Being moved, and power when it is not simply on, matter in every layer. */
export function noteOf({ look, facts, writer, blast = null }: Sketch, vm: VmRow): Note | null {
  if (vm.movingTo !== 0) {
    const text = writer.say('ui.map.moving', { host: vm.movingTo });
    const amber = !vm.moveEncrypted && asks(facts.view, 'plain-migration');
    return { text, meter: null, amber };
  }
  if (vm.power === 'running') return look.note(vm, facts, writer, blast);
  return { text: writer.say(`names.power.${vm.power}`), meter: null, amber: false };
}

export function lookOf(
  sketch: Sketch,
  { lot, host }: Site,
  vm: VmRow,
  box: Rect,
  note: Note | null,
  type: ColumnType,
): ColumnLook {
  const { theme, writer, facts } = sketch;
  const { section } = lot;
  const s = section.scale;
  const tenant = facts.view.tables.tenants[vm.tenant];
  const zone = facts.view.tables.zones[vm.zone];
  const full = section.density === 'full';
  const kernel = kernelFloorOf(vm.technique, vm.wordSize);
  const usualKernelH = Math.round(full ? kernelHeight(box, s) : 18 * s);
  const kernelH = kernel === null ? 0 : usualKernelH;
  const found = facts.found.get(vm.id) ?? null;
  const inKernel = isOfKernel(found);
  const techniqueH = kernel === null ? Math.round((full ? 20 : 16) * s) : 0;
  const named = sketch.look.zones && section.density !== 'overview';
  const colour = zone ? theme.zones[zone.name] : theme.line;
  const capH = capHeight(sketch, { lot, host });
  const job = sketch.jobs.get(`vms/${vm.id}`)?.[0];
  const grown = vm.power === 'provisioning' && job ? progressOf(job, sketch.clock) : 0;
  const noteY = box.h - kernelH - techniqueH - 15 * s;
  const nameLine = type.grouped ? type.name.size * 1.3 : 0;
  const head = capH + (7 + 13 + 6) * s + type.chip + nameLine;
  const crowded = note !== null && full && noteY - 5 * s < head;
  return {
    w: box.w,
    h: box.h,
    scale: s,
    density: section.density,
    capH,
    chipTop: chipTop(sketch, { lot, host }, box, type),
    kernelH: section.density === 'overview' ? 0 : kernelH,
    zone: colour,
    zoneNames:
      named && zone
        ? [writer.say(`names.zones.${zone.name}`), writer.say(`names.zonesShort.${zone.name}`)]
        : [],
    tenant: tenantColour(theme, vm.tenant),
    letter: tenant ? writer.say(`names.tenants.${tenant.name}.letter`) : '',
    type,
    name: writer.say('ui.map.vm', { id: vm.id }),
    number: String(vm.id),
    // Without room for both, being off matters more than what it is for.
    workload: crowded && note ? note.text : writer.say(`names.workloads.${vm.workload}`),
    power: vm.power,
    inner: innerOf(writer, host, vm),
    growth: Math.round(grown * GROWTH_STEPS) / GROWTH_STEPS,
    apps: found !== null && !inKernel ? writer.say('ui.map.found') : writer.say('ui.map.ring3'),
    kernelText:
      found !== null && inKernel ? foundWords(writer, found) : kernelWords(writer, kernel),
    kernel,
    found: found === null ? null : inKernel ? 'kernel' : 'apps',
    moving: vm.movingTo !== 0,
    shut: isShut(facts, vm),
    ground: sketch.look.zones ? mix(theme.appFloor, colour, 0.16) : theme.appFloor,
    technique: [
      writer.say(`names.techniques.${vm.technique}`),
      writer.say(`names.techniquesShort.${vm.technique}`),
    ],
    tiny: writer.say(`names.techniquesTiny.${vm.technique}`),
    bright: sketch.look.technique,
    techniqueH,
    noteY: note && full && !crowded ? noteY : null,
    family: writer.family,
  };
}

/** An investigation found code that is not the tenant's. */
const foundWords = ({ say }: Writer, footing: Footing): string[] => [
  say('ui.map.foundLong', { ring: say(`names.footings.${footing}`) }),
  say('ui.map.found'),
];

/** A column this wide at scale 1 holds ring and technique side by side. */
const ONE_LINE_WIDTH = 108;

/** One line of type where ring and technique stand side by side, else two. */
function kernelHeight(box: Rect, scale: number): number {
  const spare = Math.max(0, box.h - 114 * scale);
  return box.w >= ONE_LINE_WIDTH * scale ? 26 * scale + spare * 0.28 : 34 * scale + spare * 0.34;
}

/** The layer's own line about a VM. It changes often, so it is not part of the column's painting. */
export function noteOn(
  sketch: Sketch,
  vm: VmRow,
  box: Rect,
  look: ColumnLook,
  note: Note,
): Piece[] {
  const { theme, writer } = sketch;
  const s = look.scale;
  // A note does not travel with its column: it is written anew where the column ends up.
  const id = `vm/${vm.id}/note@${vm.host}`;
  const { inset } = look.type;
  const room = box.w - inset * 2;
  const type = writer.setter.shrink(note.text, typeOf(11.5 * s, 550), room, 0.8);
  const y = box.y + (look.noteY ?? 0);
  const text = shortNote(note.text, room, (one) => writer.setter.width(one, type));
  const colour = note.amber ? theme.warn : vm.power === 'running' ? theme.soft : theme.faint;
  const fades = { comes: 'late', goes: 'fade' } as const;
  const pieces: Piece[] = [];
  if (text !== '') {
    pieces.push({
      ...label(writer, text, { type, colour }, { id, x: box.x + inset, y }),
      ...fades,
    });
  }
  if (showsCategory(sketch)) {
    const end = box.x + inset + writer.setter.width(text, type);
    pieces.push(...categoryOn(sketch, vm, box, { y, end, inset, scale: s }));
  }
  if (note.meter === null) return pieces;
  const track = rect(
    box.x + inset,
    Math.round(bottom(box) - look.kernelH - look.techniqueH - 6 * s),
    room,
    Math.max(2, Math.round(2 * s)),
  );
  const filled = rect(track.x, track.y, Math.round(track.w * Math.min(1, note.meter)), track.h);
  const bright = note.amber ? theme.warn : mix(theme.accent, theme.appFloor, 0.2);
  pieces.push(bar(track, theme.bar, { id: `${id}/track`, depth: DEPTH.label, lit: 1, ...fades }));
  if (filled.w > 0) {
    pieces.push(bar(filled, bright, { id: `${id}/meter`, depth: DEPTH.label, lit: 1, ...fades }));
  }
  return pieces;
}

/** Where a note is too wide, its figure alone: "96%" of "제공 96%". */
function shortNote(text: string, room: number, width: (text: string) => number): string {
  if (width(text) <= room) return text;
  const figure = text.split(' ').find((word) => /\d/.test(word)) ?? '';
  if (figure !== '' && width(figure) <= room) return figure;
  return '';
}
