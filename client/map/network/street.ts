import type { Watch } from '../../../shared/world/network.ts';
import { eye } from '../drawing/glyphs.ts';
import { label } from '../drawing/labels.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { type Rect, rect, right } from '../drawing/rect.ts';
import { badge, bar, dashes, plate } from '../drawing/shapes.ts';
import { type Type, typeOf } from '../drawing/text.ts';
import type { Plan, Street } from '../layout.ts';
import type { Sketch } from '../sketch.ts';
import { vault } from '../trust/vault.ts';

const DASH = 10;
const GAP = 12;

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

function oneStreet(sketch: Sketch, street: Street, nth: number): Piece[] {
  const { theme, look, writer } = sketch;
  const { y, x1, x2, thickness, pill, scale } = street;
  const id = `street/${nth}`;
  const lit = look.lights.street;
  const top = Math.round(y - thickness / 2);
  const pieces: Piece[] = [
    bar(rect(x1, top, x2 - x1, thickness), theme.street, { id, depth: DEPTH.street, lit }),
    ...sight(sketch, street, id),
    ...sensor(sketch, street, id),
    ...(nth === 0 ? vault(sketch, street, rightOfSensor(sketch, street)) : []),
    ...outside(sketch, street, nth),
  ];
  const middle = rect(x1, Math.round(y - 1), x2 - x1, 2);
  pieces.push(
    ...dashes(middle, theme.streetDash, [DASH, GAP], {
      id: `${id}/dash`,
      depth: DEPTH.street,
      lit,
    }),
  );
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
      { id: `${id}/switch`, depth: DEPTH.mark, lit: 1 },
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
        depth: DEPTH.token,
      },
    ),
  );
  return pieces;
}

const watchOf = ({ facts }: Sketch): Watch => facts.view.tables.wires[1]?.watch ?? 'none';

/** In the network layer: a glow along the wire where a sensor sees what passes. */
function sight(sketch: Sketch, { x1, x2, y, thickness }: Street, id: string): Piece[] {
  const { theme, look } = sketch;
  if (!look.zones || watchOf(sketch) === 'none') return [];
  const at = { id: `${id}/sight`, depth: DEPTH.street - 0.5, lit: 1 };
  return [
    bar(rect(x1, Math.round(y - thickness * 1.5), x2 - x1, thickness * 3), theme.watched, at),
  ];
}

interface Sign {
  readonly box: Rect;
  readonly text: string;
  readonly type: Type;
  readonly side: number;
  readonly inset: number;
}

/** Where the sensor of the street stands, and what it says; `null` where there is none. */
function sensorSign(sketch: Sketch, { pill, scale, x2 }: Street): Sign | null {
  const { writer } = sketch;
  const watch = watchOf(sketch);
  if (watch === 'none') return null;
  const type = typeOf(12.5 * scale, 600);
  const side = Math.round(pill.h * 0.68);
  const inset = (pill.h - side) / 2;
  const room = Math.max(pill.w, 0.3 * (x2 - right(pill))) - side - inset - 20 * scale;
  const words = [writer.say(`ui.map.wire.${watch}`), writer.say(`ui.map.wireShort.${watch}`)];
  const text = writer.setter.choose(words, type, room);
  const w = Math.round(side + inset + writer.setter.width(text, type) + 20 * scale);
  const x = Math.round(Math.min(x2 * 0.68 - w / 2, x2 - w - 40 * scale));
  return { box: rect(Math.max(right(pill) + 8, x), pill.y, w, pill.h), text, type, side, inset };
}

const rightOfSensor = (sketch: Sketch, street: Street): number =>
  right(sensorSign(sketch, street)?.box ?? street.pill);

/** Sensor S1: an eye on the street. What stays inside a building never passes it. */
function sensor(sketch: Sketch, street: Street, id: string): Piece[] {
  const { theme, writer, look } = sketch;
  const sign = sensorSign(sketch, street);
  if (sign === null) return [];
  const { box, text, type, side, inset } = sign;
  const { pill, scale } = street;
  const lit = Math.max(0.85, look.lights.street);
  const stands = watchOf(sketch) === 'ips';
  const frame = { radius: pill.h / 2, fill: theme.pill, line: theme.accent, width: 1.5 };
  return [
    ...plate(box, frame, { id: `${id}/sensor`, depth: DEPTH.mark, lit }),
    badge(
      rect(Math.round(box.x + inset), Math.round(box.y + inset), side, side),
      {
        glyph: eye,
        name: 'eye',
        ink: stands ? theme.ground : theme.accent,
        radius: side / 2,
        fill: stands ? theme.accent : theme.pill,
      },
      { id: `${id}/eye`, depth: DEPTH.token, lit },
    ),
    label(
      writer,
      text,
      { type, colour: theme.ink },
      {
        id: `${id}/sensor/text`,
        x: box.x + inset + side + 6 * scale,
        y: box.y + box.h / 2,
        depth: DEPTH.token,
      },
    ),
  ];
}

/** Where the street leads out, when anything comes from there. */
function outside({ theme, look, facts, writer }: Sketch, street: Street, nth: number): Piece[] {
  const { flows } = facts.view.tables;
  if (nth > 0 || !look.zones || !flows.some((flow) => flow?.from === 0 || flow?.to === 0))
    return [];
  const type = typeOf(11.5 * street.scale, 600);
  const text = writer.say('names.zones.internet');
  if (writer.setter.width(text, type) + 10 > street.pill.x) return [];
  const style = { type, colour: theme.zones.internet };
  const at = {
    id: `street/${nth}/outside`,
    x: 6,
    y: street.y - street.thickness - 6.5 * street.scale,
  };
  return [label(writer, text, style, at)];
}
