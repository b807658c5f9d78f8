import type { Integrity, KeyShape } from '../../../shared/view/trust.ts';
import type { Glyph } from './glyphs.ts';
import type { Brush } from './piece.ts';

type Corner = readonly [x: number, y: number];

/** Corners on a circle, the first at the top. */
const around = (count: number, inner = 1): readonly Corner[] =>
  Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * Math.PI * 2 - Math.PI / 2;
    const r = i % 2 === 1 ? inner : 1;
    return [Math.cos(angle) * r, Math.sin(angle) * r];
  });

/** In units of their radius. A circle has no corners. */
export const CORNERS: Readonly<Record<KeyShape, readonly Corner[]>> = {
  triangle: [
    [0, -1],
    [0.95, 0.75],
    [-0.95, 0.75],
  ],
  square: [
    [-0.8, -0.8],
    [0.8, -0.8],
    [0.8, 0.8],
    [-0.8, 0.8],
  ],
  circle: [],
  hexagon: around(6),
  diamond: around(4),
  pentagon: around(5),
  cross: [
    [-0.35, -0.95],
    [0.35, -0.95],
    [0.35, -0.35],
    [0.95, -0.35],
    [0.95, 0.35],
    [0.35, 0.35],
    [0.35, 0.95],
    [-0.35, 0.95],
    [-0.35, 0.35],
    [-0.95, 0.35],
    [-0.95, -0.35],
    [-0.35, -0.35],
  ],
  star: around(10, 0.45),
};

/** The bow of a key, filled: its shape is the secret. */
export const keyGlyph =
  (shape: KeyShape): Glyph =>
  (brush, x, y, radius, colour) => {
    brush.beginPath();
    const corners = CORNERS[shape];
    if (corners.length === 0) brush.arc(x, y, radius * 0.88, 0, Math.PI * 2);
    corners.forEach(([dx, dy], i) => {
      if (i === 0) brush.moveTo(x + dx * radius, y + dy * radius);
      else brush.lineTo(x + dx * radius, y + dy * radius);
    });
    brush.closePath();
    brush.fillStyle = colour;
    brush.fill();
  };

/** A seal: whole with a tick, dashed with a question, or broken. The form says it without colour. */
export const sealGlyph =
  (kind: Integrity): Glyph =>
  (brush, x, y, radius, colour) => {
    brush.strokeStyle = colour;
    brush.lineWidth = Math.max(1.3, radius * 0.22);
    brush.lineCap = 'round';
    brush.lineJoin = 'round';
    const open = kind === 'no-tpm' || kind === 'unproven';
    brush.setLineDash(open ? [radius * 0.4, radius * 0.36] : []);
    brush.beginPath();
    brush.arc(x, y, radius, 0, Math.PI * 2);
    brush.stroke();
    brush.setLineDash([]);
    brush.beginPath();
    SIGNS[kind](brush, x, y, radius);
    brush.stroke();
  };

const question = (brush: Brush, x: number, y: number, r: number): void => {
  brush.moveTo(x - r * 0.34, y - r * 0.22);
  brush.bezierCurveTo(
    x - r * 0.3,
    y - r * 0.62,
    x + r * 0.36,
    y - r * 0.6,
    x + r * 0.34,
    y - r * 0.2,
  );
  brush.bezierCurveTo(x + r * 0.3, y, x, y + r * 0.02, x, y + r * 0.26);
  brush.moveTo(x, y + r * 0.54);
  brush.lineTo(x, y + r * 0.58);
};

const SIGNS: Readonly<Record<Integrity, (brush: Brush, x: number, y: number, r: number) => void>> =
  {
    proven: (brush, x, y, r) => {
      brush.moveTo(x - r * 0.45, y + r * 0.02);
      brush.lineTo(x - r * 0.12, y + r * 0.38);
      brush.lineTo(x + r * 0.48, y - r * 0.38);
    },
    unproven: question,
    'no-tpm': question,
    broken: (brush, x, y, r) => {
      brush.moveTo(x + r * 0.12, y - r);
      brush.lineTo(x - r * 0.3, y - r * 0.28);
      brush.lineTo(x + r * 0.28, y + r * 0.12);
      brush.lineTo(x - r * 0.18, y + r);
    },
  };
