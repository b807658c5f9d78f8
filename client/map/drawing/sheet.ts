import { kept, lock } from './glyphs.ts';
import { hatch, panel } from './paint.ts';
import { type MapTheme, mix, tenantColour } from './palette.ts';
import type { Brush, Stamp } from './piece.ts';
import { rect } from './rect.ts';

/** A VM's configuration and disks; a snapshot of them; and one with what it had in memory. */
export type SheetKind = 'files' | 'snapshot' | 'memory';

/** Equal looks are one painting. */
export interface SheetLook {
  readonly kind: SheetKind;
  readonly w: number;
  readonly h: number;
  readonly tenant: number;
  readonly sealed: boolean;
  /** Somebody who is no host can read it. */
  readonly open: boolean;
}

/** A sheet of paper with a folded corner: a file of a VM. */
export function sheet(look: SheetLook, theme: MapTheme): Stamp {
  return {
    key: `sheet|${Object.values(look).join('|')}`,
    size: { w: look.w, h: look.h },
    paint: (brush) => paintSheet(brush, look, theme),
  };
}

function paintSheet(brush: Brush, look: SheetLook, theme: MapTheme): void {
  const { w, h, kind, sealed, open } = look;
  const own = tenantColour(theme, look.tenant);
  const fold = Math.round(Math.min(w, h) * 0.32);
  const edge = open ? theme.warn : mix(own, theme.line, 0.45);
  const width = open ? 2 : 1.2;
  const inset = width / 2;
  outline(brush, w, h, fold, inset);
  brush.fillStyle = mix(own, theme.building, kind === 'files' ? 0.82 : 0.9);
  brush.fill();
  if (kind === 'memory') {
    const body = rect(width, fold, w - 2 * width, h - fold - width);
    hatch(brush, body, 1, sealed ? mix(own, theme.building, 0.5) : own, Math.max(4, w * 0.26));
  }
  outline(brush, w, h, fold, inset);
  brush.strokeStyle = edge;
  brush.lineWidth = width;
  brush.stroke();
  brush.beginPath();
  brush.moveTo(w - fold, inset);
  brush.lineTo(w - fold, fold);
  brush.lineTo(w - inset, fold);
  brush.stroke();
  if (kind === 'files') lines(brush, w, h, fold, mix(own, theme.ink, 0.35));
  if (kind === 'snapshot') kept(brush, w / 2, h * 0.6, Math.min(w, h) * 0.2, theme.soft);
  if (!sealed) return;
  const r = Math.max(4, w * 0.24);
  panel(brush, rect(w - 2 * r, h - 2 * r, 2 * r, 2 * r), r * 0.4, theme.building);
  lock(brush, w - r, h - r, r * 0.8, theme.accent);
}

function outline(brush: Brush, w: number, h: number, fold: number, inset: number): void {
  brush.beginPath();
  brush.moveTo(inset, inset);
  brush.lineTo(w - fold, inset);
  brush.lineTo(w - inset, fold);
  brush.lineTo(w - inset, h - inset);
  brush.lineTo(inset, h - inset);
  brush.closePath();
}

/** What is written in it: two lines under the fold, the last one short. */
function lines(brush: Brush, w: number, h: number, fold: number, colour: string): void {
  brush.strokeStyle = colour;
  brush.lineWidth = Math.max(1, h * 0.06);
  brush.beginPath();
  for (const [at, to] of [
    [0.35, 0.78],
    [0.65, 0.55],
  ] as const) {
    const y = fold + (h - fold) * at;
    brush.moveTo(w * 0.22, y);
    brush.lineTo(w * to, y);
  }
  brush.stroke();
}
