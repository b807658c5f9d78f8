import type { BlockRow } from '../../../shared/view/machine-rows.ts';
import { kept, lock } from '../drawing/glyphs.ts';
import { label } from '../drawing/labels.ts';
import { hatch, panel } from '../drawing/paint.ts';
import { type MapTheme, mix, tenantColour } from '../drawing/palette.ts';
import { type Brush, DEPTH, type Piece } from '../drawing/piece.ts';
import { type Rect, rect } from '../drawing/rect.ts';
import { typeOf } from '../drawing/text.ts';
import type { Site, Sketch } from '../sketch.ts';

/** Tenants by id; 0 for nobody. Equal looks are one painting. */
interface BlockLook {
  readonly w: number;
  readonly h: number;
  readonly owner: number;
  readonly content: number;
  readonly residue: number;
  readonly sealed: boolean;
  readonly snapshot: boolean;
  /** What device models log holds it. */
  readonly log: boolean;
}

export function blockBox({ lot }: Site, nth: number): Rect | null {
  const block = lot.section.blocks[nth];
  return block ? rect(lot.box.x + block.x, lot.box.y + block.y, block.w, block.h) : null;
}

/** The host's disk, block by block. */
export function blocks(sketch: Sketch, site: Site): Piece[] {
  const logged = new Set(site.host.row.logBlocks);
  return site.host.blocks.flatMap((row, i) => {
    const box = blockBox(site, i);
    if (!box) return [];
    const look = lookOf(sketch, row, box, logged.has(row.id));
    return {
      id: `block/${row.id}`,
      stamp: {
        key: `block|${Object.values(look).join('|')}`,
        size: { w: box.w, h: box.h },
        paint: (brush) => paintBlock(brush, look, sketch.theme),
      },
      box,
      depth: DEPTH.frame,
      lit: sketch.look.lights.block,
      wave: `host/${row.host}`,
    };
  });
}

/** The word before the disk: blocks look much like frames. */
export function blockWord({ theme, writer, look }: Sketch, { host, lot }: Site): Piece[] {
  const { blockWord: place, scale } = lot.section;
  if (!place || host.blocks.length === 0) return [];
  const type = typeOf(11 * scale, 450);
  const at = {
    id: `host/${host.row.id}/blocks`,
    x: lot.box.x + place.x,
    y: lot.box.y + place.y + place.h / 2,
    lit: Math.max(0.7, look.lights.block),
  };
  return [label(writer, writer.say('ui.map.disk'), { type, colour: theme.faint }, at)];
}

function lookOf({ facts }: Sketch, row: BlockRow, { w, h }: Rect, log: boolean): BlockLook {
  const { vms, snapshots } = facts.view.tables;
  const of = row.owner || (snapshots[row.snapshot]?.vm ?? 0);
  return {
    w,
    h,
    owner: vms[of]?.tenant ?? 0,
    content: facts.tenantOf(row.content),
    residue: facts.tenantOf(row.residue),
    sealed: row.sealed,
    snapshot: row.snapshot !== 0,
    log,
  };
}

function paintBlock(brush: Brush, look: BlockLook, theme: MapTheme): void {
  const { w, h, owner, content, residue } = look;
  const box = rect(0, 0, w, h);
  const radius = Math.max(1, Math.min(w, h) * 0.16);
  const own = owner > 0 ? tenantColour(theme, owner) : null;
  if (content > 0) {
    const colour = tenantColour(theme, content);
    // A volume in use is a shade darker than memory: the two rows are told apart at a glance.
    panel(brush, box, radius, mix(colour, theme.building, look.snapshot ? 0.55 : 0.18));
  } else if (residue > 0) {
    const colour = tenantColour(theme, residue);
    const lines = look.sealed ? mix(colour, theme.building, 0.5) : colour;
    panel(brush, box, radius, theme.ground);
    hatch(brush, box, radius, lines, Math.max(3.5, Math.min(w, h) * 0.42));
    panel(brush, box, radius, null, { colour: own ?? lines, width: 1 });
  } else if (look.log) {
    logLines(brush, box, radius, theme);
  } else if (own) {
    panel(brush, box, radius, mix(theme.frame, own, 0.1), {
      colour: mix(own, theme.frame, 0.3),
      width: 1,
    });
  } else {
    panel(brush, box, radius, theme.frame, { colour: theme.frameLine, width: 1 });
  }
  const size = Math.min(w, h) * 0.38;
  if (look.snapshot) kept(brush, w / 2, h / 2, size, theme.ink);
  else if (look.sealed) sealOn(brush, look, theme, size);
}

/** Line upon line, in nobody's colour. */
function logLines(brush: Brush, box: Rect, radius: number, theme: MapTheme): void {
  panel(brush, box, radius, theme.ground, { colour: theme.soft, width: 1 });
  const [inset, step] = [box.w * 0.2, box.h / 4];
  brush.strokeStyle = theme.soft;
  brush.lineWidth = Math.max(1, box.h * 0.08);
  brush.beginPath();
  for (let i = 1; i <= 3; i += 1) {
    brush.moveTo(inset, i * step);
    // As lines of a text end: the last one short.
    brush.lineTo(i === 3 ? box.w * 0.55 : box.w - inset, i * step);
  }
  brush.stroke();
}

function sealOn(brush: Brush, { w, h }: BlockLook, theme: MapTheme, size: number): void {
  brush.beginPath();
  brush.arc(w / 2, h / 2, Math.min(w, h) * 0.52, 0, Math.PI * 2);
  brush.fillStyle = theme.ground;
  brush.fill();
  lock(brush, w / 2, h / 2, size, theme.soft);
}
