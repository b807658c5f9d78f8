import type { DeviceName } from '../../../shared/world/machine/host.ts';
import { line, panel } from './paint.ts';
import type { Brush } from './piece.ts';
import { rect } from './rect.ts';

/** Small signs, each drawn around a middle point at a radius, in one colour. */
export type Glyph = (brush: Brush, x: number, y: number, radius: number, colour: string) => void;

/** A sensor: it sees what passes this place. */
export const eye: Glyph = (brush, x, y, radius, colour) => {
  brush.strokeStyle = colour;
  brush.lineWidth = Math.max(1.3, radius * 0.24);
  brush.lineJoin = 'round';
  brush.beginPath();
  brush.moveTo(x - radius, y);
  brush.quadraticCurveTo(x, y - radius * 1.25, x + radius, y);
  brush.quadraticCurveTo(x, y + radius * 1.25, x - radius, y);
  brush.closePath();
  brush.stroke();
  brush.beginPath();
  brush.arc(x, y, radius * 0.32, 0, Math.PI * 2);
  brush.fillStyle = colour;
  brush.fill();
};

/** What stands in the way. */
export const cross: Glyph = (brush, x, y, radius, colour) => {
  const stroke = { colour, width: Math.max(1.4, radius * 0.42) };
  brush.lineCap = 'round';
  line(brush, [x - radius, y - radius], [x + radius, y + radius], stroke);
  line(brush, [x + radius, y - radius], [x - radius, y + radius], stroke);
};

/** What is in order. */
export const check: Glyph = (brush, x, y, radius, colour) => {
  brush.strokeStyle = colour;
  brush.lineWidth = Math.max(1.4, radius * 0.42);
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  brush.beginPath();
  brush.moveTo(x - radius, y + radius * 0.05);
  brush.lineTo(x - radius * 0.25, y + radius * 0.75);
  brush.lineTo(x + radius, y - radius * 0.75);
  brush.stroke();
};

/** What an IPS stopped: a bar across the way. */
export const bar: Glyph = (brush, x, y, radius, colour) => {
  const stroke = { colour, width: Math.max(1.8, radius * 0.6) };
  brush.lineCap = 'round';
  line(brush, [x - radius, y], [x + radius, y], stroke);
};

/** An exit on its way: down into the platform. */
export const arrowDown: Glyph = (brush, x, y, radius, colour) => {
  brush.strokeStyle = colour;
  brush.lineWidth = Math.max(1.5, radius * 0.36);
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  brush.beginPath();
  brush.moveTo(x, y - radius);
  brush.lineTo(x, y + radius);
  brush.moveTo(x - radius * 0.8, y + radius * 0.2);
  brush.lineTo(x, y + radius);
  brush.lineTo(x + radius * 0.8, y + radius * 0.2);
  brush.stroke();
};

const floppy: Glyph = (brush, x, y, radius, colour) => {
  const side = radius * 2;
  panel(brush, rect(x - radius, y - radius, side, side), radius * 0.3, null, {
    colour,
    width: Math.max(1.1, radius * 0.24),
  });
  brush.fillStyle = colour;
  brush.fillRect(x - radius * 0.45, y - radius, radius * 0.9, radius * 0.72);
  brush.fillRect(x - radius * 0.55, y + radius * 0.3, radius * 1.1, radius * 0.7);
};

/** The trident of USB. */
const usb: Glyph = (brush, x, y, radius, colour) => {
  const width = Math.max(1.1, radius * 0.24);
  line(brush, [x, y + radius], [x, y - radius], { colour, width });
  line(brush, [x, y + radius * 0.5], [x - radius * 0.72, y], { colour, width });
  line(brush, [x, y + radius * 0.15], [x + radius * 0.72, y - radius * 0.35], { colour, width });
  brush.fillStyle = colour;
  for (const [dx, dy, r] of [
    [0, 0.85, 0.3],
    [-0.72, -0.12, 0.24],
    [0.72, -0.46, 0.24],
    [0, -0.85, 0.24],
  ] as const) {
    brush.beginPath();
    brush.arc(x + dx * radius, y + dy * radius, r * radius, 0, Math.PI * 2);
    brush.fill();
  }
};

/** A screen on its foot. */
const screen: Glyph = (brush, x, y, radius, colour) => {
  const width = Math.max(1.1, radius * 0.24);
  const frame = rect(x - radius, y - radius * 0.85, radius * 2, radius * 1.3);
  panel(brush, frame, radius * 0.2, null, { colour, width });
  line(brush, [x, y + radius * 0.45], [x, y + radius * 0.85], { colour, width });
  line(brush, [x - radius * 0.6, y + radius * 0.85], [x + radius * 0.6, y + radius * 0.85], {
    colour,
    width,
  });
};

/** The devices that are worth a sign: every guest has a disk and a network card. */
export const DEVICE_GLYPHS = { floppy, xhci: usb, svga: screen } as const satisfies Partial<
  Record<DeviceName, Glyph>
>;

/** Ciphertext whose key is gone. */
export const lock: Glyph = (brush, x, y, radius, colour) => {
  brush.strokeStyle = colour;
  brush.lineWidth = Math.max(1, radius * 0.34);
  brush.beginPath();
  brush.arc(x, y - radius * 0.1, radius * 0.52, Math.PI, 0);
  brush.stroke();
  panel(
    brush,
    rect(x - radius * 0.8, y - radius * 0.1, radius * 1.6, radius * 1.1),
    radius * 0.2,
    colour,
  );
};

/** A credential: a bow, a shaft and two teeth. */
export const key: Glyph = (brush, x, y, radius, colour) => {
  const stroke = { colour, width: Math.max(1.2, radius * 0.34) };
  brush.lineWidth = stroke.width;
  brush.strokeStyle = colour;
  brush.beginPath();
  brush.arc(x - radius * 0.55, y, radius * 0.5, 0, Math.PI * 2);
  brush.stroke();
  brush.lineCap = 'round';
  line(brush, [x, y], [x + radius * 1.15, y], stroke);
  line(brush, [x + radius * 0.6, y], [x + radius * 0.6, y + radius * 0.5], stroke);
  line(brush, [x + radius * 1.1, y], [x + radius * 1.1, y + radius * 0.5], stroke);
};

/** Memory that went to the disk: down onto a line. */
export const toDisk: Glyph = (brush, x, y, radius, colour) => {
  const width = Math.max(1.2, radius * 0.34);
  arrowDown(brush, x, y - radius * 0.3, radius * 0.75, colour);
  line(brush, [x - radius, y + radius], [x + radius, y + radius], { colour, width });
};

/** Lines as SVG has them, drawn in a square of that side. */
export const outlined =
  (path: string, side: number): Glyph =>
  (brush, x, y, radius, colour) => {
    brush.save();
    brush.translate(x - radius, y - radius);
    brush.scale((radius * 2) / side, (radius * 2) / side);
    brush.lineJoin = 'round';
    brush.lineCap = 'round';
    brush.lineWidth = 1.2;
    brush.strokeStyle = colour;
    brush.stroke(new Path2D(path));
    brush.restore();
  };

/** A state that was kept: a ring around a point. */
export const kept: Glyph = (brush, x, y, radius, colour) => {
  brush.strokeStyle = colour;
  brush.lineWidth = Math.max(1, radius * 0.36);
  brush.beginPath();
  brush.arc(x, y, radius * 0.86, 0, Math.PI * 2);
  brush.stroke();
  brush.beginPath();
  brush.arc(x, y, radius * 0.3, 0, Math.PI * 2);
  brush.fillStyle = colour;
  brush.fill();
};

/** A crack through a platform, from top to bottom. */
export function crack(brush: Brush, w: number, h: number, colour: string, ground: string): void {
  const path = (): void => {
    brush.beginPath();
    brush.moveTo(w * 0.5, 0);
    for (const [x, y] of [
      [0.2, 0.3],
      [0.75, 0.42],
      [0.35, 0.66],
      [0.62, 0.8],
      [0.45, 1],
    ] as const) {
      brush.lineTo(w * x, h * y);
    }
  };
  brush.lineJoin = 'miter';
  brush.strokeStyle = ground;
  brush.lineWidth = 4.5;
  path();
  brush.stroke();
  brush.strokeStyle = colour;
  brush.lineWidth = 1.6;
  path();
  brush.stroke();
}
