import { label } from './labels.ts';
import type { Plan, Street } from './layout.ts';
import { line } from './paint.ts';
import { DEPTH, type Piece, type Stamp } from './piece.ts';
import { rect } from './rect.ts';
import { bar, plate } from './shapes.ts';
import type { Sketch } from './sketch.ts';
import { typeOf } from './text.ts';

const DASH = 10;
const GAP = 12;
/** Dashes painted at once: longer streets are laid in lengths. */
const LENGTH = (DASH + GAP) * 20;

/** The physical wire that the buildings stand on, and the switch that joins them. */
export function streets(sketch: Sketch, plan: Plan): Piece[] {
  const { theme, look } = sketch;
  const pieces = plan.streets.flatMap((street, i) => oneStreet(sketch, street, i));
  if (plan.trunk) {
    pieces.push(
      bar(plan.trunk, theme.street, {
        id: 'street/trunk',
        depth: DEPTH.street,
        lit: look.lights.street,
      }),
    );
  }
  return pieces;
}

function oneStreet({ theme, look, writer }: Sketch, street: Street, nth: number): Piece[] {
  const { y, x1, x2, thickness, pill, scale } = street;
  const id = `street/${nth}`;
  const lit = look.lights.street;
  const top = Math.round(y - thickness / 2);
  const pieces: Piece[] = [
    bar(rect(x1, top, x2 - x1, thickness), theme.street, { id, depth: DEPTH.street, lit }),
  ];
  const dashes = dashStamp(theme.streetDash);
  for (let x = x1; x < x2; x += LENGTH) {
    const w = Math.min(LENGTH, x2 - x);
    pieces.push({
      id: `${id}/dash/${x}`,
      stamp: dashes,
      cut: rect(0, 0, w, 2),
      box: rect(x, Math.round(y - 1), w, 2),
      depth: DEPTH.street,
      lit,
    });
  }
  const type = typeOf(12.5 * scale, 500);
  const text = writer.setter.choose(
    [writer.say('ui.map.physicalSwitch')],
    type,
    pill.w - 16 * scale,
  );
  pieces.push(
    ...plate(
      pill,
      { radius: pill.h / 2, fill: theme.pill, line: theme.rail, width: 1.5 },
      { id: `${id}/switch`, depth: DEPTH.rail, lit: 1 },
    ),
    label(
      writer,
      text,
      { type, colour: theme.soft },
      {
        id: `${id}/switch/text`,
        x: pill.x + pill.w / 2,
        y: pill.y + pill.h / 2,
        align: 'center',
        lit: Math.max(lit, 0.85),
      },
    ),
  );
  return pieces;
}

function dashStamp(colour: string): Stamp {
  return {
    key: `dash|${colour}`,
    size: { w: LENGTH, h: 2 },
    paint: (brush) => line(brush, [0, 1], [LENGTH, 1], { colour, width: 1.4, dash: [DASH, GAP] }),
  };
}
