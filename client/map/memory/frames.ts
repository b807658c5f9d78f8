import type { FrameRow } from '../../../shared/view/machine-rows.ts';
import { banded, halo, hatch, panel, write } from '../drawing/paint.ts';
import { type MapTheme, mix, tenantColour } from '../drawing/palette.ts';
import { type Brush, DEPTH, type Piece } from '../drawing/piece.ts';
import { type Rect, rect } from '../drawing/rect.ts';
import { typeOf } from '../drawing/text.ts';
import type { Site, Sketch } from '../sketch.ts';

/** A cell smaller than this has no room for a letter of 12 px. */
const LETTER_SIDE = 15;
const HATCHED_LETTER_SIDE = 24;
/** A frame this wide shows a hatch at both sides of a letter. */
const ROOMY = 28;

/** Tenants by id; 0 for nobody. Equal looks are one painting, however many frames there are. */
interface CellLook {
  readonly w: number;
  readonly h: number;
  readonly owner: number;
  readonly content: number;
  readonly residue: number;
  /** Who reads in it beside its owner, where its page was merged. */
  readonly readers: readonly number[];
  readonly letter: string;
  readonly family: string;
}

export function cellBox({ lot }: Site, nth: number): Rect | null {
  const cell = lot.section.cells[nth];
  return cell ? rect(lot.box.x + cell.x, lot.box.y + cell.y, cell.w, cell.h) : null;
}

/** The basement: the host's memory, frame by frame. */
export function frames(sketch: Sketch, site: Site): Piece[] {
  const readers = readersIn(site);
  return site.host.frames.flatMap((row, i) => {
    const box = cellBox(site, i);
    if (!box) return [];
    const look = lookOf(sketch, row, box, readers.get(row.id) ?? []);
    return {
      id: `frame/${row.id}`,
      stamp: {
        key: `cell|${look.w}|${look.h}|${look.owner}|${look.content}|${look.residue}|${look.readers}|${look.letter}`,
        size: { w: box.w, h: box.h },
        paint: (brush) => paintCell(brush, look, sketch.theme),
      },
      box,
      depth: DEPTH.frame,
      lit: sketch.look.lights.frame,
      wave: `host/${row.host}`,
    };
  });
}

/** Tenants that read in each frame beside its owner, each once: their pages were merged with it. */
function readersIn({ host }: Site): ReadonlyMap<number, readonly number[]> {
  const readers = new Map<number, number[]>();
  for (const { merged, tenant } of host.vms) {
    for (const frame of merged) {
      const known = readers.get(frame) ?? [];
      if (!known.includes(tenant)) readers.set(frame, [...known, tenant]);
    }
  }
  return readers;
}

function lookOf(
  sketch: Sketch,
  row: FrameRow,
  { w, h }: Rect,
  readers: readonly number[],
): CellLook {
  const { facts, writer, look } = sketch;
  const content = facts.tenantOf(row.content);
  const residue = facts.tenantOf(row.residue);
  const owner = facts.vm(row.owner)?.tenant ?? 0;
  const shown = content || residue || owner;
  const tenant = facts.view.tables.tenants[shown];
  // A hatch needs more room: the letter must not hide it.
  const hatched = content === 0 && residue !== 0;
  const least =
    hatched && w < ROOMY ? HATCHED_LETTER_SIDE : hatched ? LETTER_SIDE + 6 : LETTER_SIDE;
  const lettered = readers.length === 0 && look.letters && Math.min(w, h) >= least && tenant;
  return {
    w,
    h,
    owner,
    content,
    residue,
    readers,
    letter: lettered ? writer.say(`names.tenants.${tenant.name}.letter`) : '',
    family: writer.family,
  };
}

function paintCell(brush: Brush, look: CellLook, theme: MapTheme): void {
  const { w, h, owner, content, residue, readers } = look;
  const side = Math.min(w, h);
  const box = rect(0, 0, w, h);
  const radius = Math.max(2, side * 0.2);
  const own = owner > 0 ? tenantColour(theme, owner) : null;
  if (readers.length > 0 && own) {
    const others = readers.map((tenant) => tenantColour(theme, tenant));
    banded(brush, box, radius, [own, ...others], theme.ink);
    return;
  }
  if (content > 0) {
    panel(brush, box, radius, tenantColour(theme, content));
    if (residue > 0) hatch(brush, box, radius, tenantColour(theme, residue), stepOf(side));
    letter(brush, look, theme.chipInk, null);
    return;
  }
  if (residue > 0) {
    const colour = tenantColour(theme, residue);
    panel(brush, box, radius, theme.ground);
    const lines = look.letter === '' ? colour : mix(colour, theme.ground, 0.22);
    hatch(brush, box, radius, lines, stepOf(side));
    // Free, the rim is the data's; owned, it is the new owner's, who could read what lies inside.
    const width = own ? Math.max(2, side * 0.11) : 1;
    panel(brush, box, radius, null, { colour: own ?? colour, width });
    letter(brush, look, mix(colour, theme.ink, 0.5), theme.ground);
    return;
  }
  if (own) {
    const width = Math.max(1.5, side * 0.07);
    panel(brush, box, radius, mix(theme.frame, own, 0.1), {
      colour: mix(own, theme.frame, 0.15),
      width,
    });
    letter(brush, look, mix(own, theme.ink, 0.5), null);
    return;
  }
  panel(brush, box, radius, theme.frame, { colour: theme.frameLine, width: 1 });
}

const stepOf = (side: number): number => Math.max(4, Math.min(7.5, side * 0.3), side * 0.16);

/** @param ground a rim around the letter, which keeps it legible on a hatch */
function letter(brush: Brush, look: CellLook, colour: string, ground: string | null): void {
  if (look.letter === '') return;
  const { w, h, family } = look;
  const type = typeOf(Math.min(w, h) * 0.46, 750);
  const at = { type, family, align: 'center' } as const;
  if (ground !== null) halo(brush, look.letter, w / 2, h / 2, { ...at, colour: ground }, 4);
  write(brush, look.letter, w / 2, h / 2, { ...at, colour });
}
