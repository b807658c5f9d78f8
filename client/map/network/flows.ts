import { bar, cross } from '../drawing/glyphs.ts';
import { label } from '../drawing/labels.ts';
import { panel } from '../drawing/paint.ts';
import { mix } from '../drawing/palette.ts';
import { DEPTH, type Piece, type Stamp, type Trip } from '../drawing/piece.ts';
import { rect } from '../drawing/rect.ts';
import { badge } from '../drawing/shapes.ts';
import { typeOf } from '../drawing/text.ts';
import { along, lengthOf } from '../drawing/way.ts';
import type { Plan } from '../layout.ts';
import type { Sketch } from '../sketch.ts';
import { type Route, routesOf } from './routes.ts';

/** Ticks from one packet of a flow to its next. */
const BEAT = 12;
/** Neighbours in the list of flows set out so many ticks apart, so that the map stays calm. */
const STAGGER = 5;
/** A packet that should have set out longer ago than this does not any more. Ticks. */
const FRESH = 3;
/** CSS pixels a millisecond. */
const SPEED = 1.4;
const SHORTEST = 320;
const LONGEST = 600;

export interface Traffic {
  readonly pieces: readonly Piece[];
  readonly trips: readonly Trip[];
  /** Flows on their way, and flows that are stopped. */
  readonly flowing: number;
  readonly broken: number;
}

const NO_TRAFFIC: Traffic = { pieces: [], trips: [], flowing: 0, broken: 0 };

/** What tenants' services say to each other, and where it is cut. */
export function traffic(sketch: Sketch, plan: Plan): Traffic {
  if (!sketch.look.zones) return NO_TRAFFIC;
  const routes = routesOf(sketch.facts, plan);
  const stopped = routes.filter(({ stop }) => stop !== null);
  return {
    pieces: [
      ...stops(sketch, stopped, plan),
      ...(sketch.still ? resting(sketch, routes, plan) : []),
    ],
    trips: sketch.still ? [] : routes.flatMap((route) => packet(sketch, route, plan)),
    flowing: routes.length - stopped.length,
    broken: stopped.length,
  };
}

const scaleOf = (plan: Plan): number => plan.lots[0]?.section.scale ?? 1;

function packetStamp({ theme, facts }: Sketch, { zone }: Route, scale: number): Stamp {
  const name = facts.view.tables.zones[zone]?.name ?? 'internet';
  const colour = mix(theme.zones[name], theme.ink, 0.25);
  const w = Math.round(11 * Math.sqrt(scale));
  const h = Math.round(8 * Math.sqrt(scale));
  return {
    key: `packet|${w}|${h}|${colour}`,
    size: { w, h },
    paint: (brush) =>
      panel(brush, rect(0, 0, w, h), 2.5, colour, { colour: theme.ground, width: 1 }),
  };
}

function packet(sketch: Sketch, route: Route, plan: Plan): Trip[] {
  const { flow, path } = route;
  const since = sketch.clock - ((flow.id * STAGGER) % BEAT);
  const nth = Math.floor(since / BEAT);
  if (since - nth * BEAT >= FRESH || path.length < 2) return [];
  return [
    {
      id: `flow/${flow.id}@${nth}`,
      stamp: packetStamp(sketch, route, scaleOf(plan)),
      path,
      length: Math.min(LONGEST, Math.max(SHORTEST, lengthOf(path) / SPEED)),
      depth: DEPTH.packet,
    },
  ];
}

/** From the goal of a resting packet back along the rail, and from one such packet to the next. */
const REST = 16;
const APART = 14;

/** Where nothing may move: a packet on the rail before its goal. */
function resting(sketch: Sketch, routes: readonly Route[], plan: Plan): Piece[] {
  const s = scaleOf(plan);
  const before = new Map<number, number>();
  return routes
    .filter(({ stop }) => stop === null)
    .map((route) => {
      const { to } = route.flow;
      const nth = before.get(to) ?? 0;
      before.set(to, nth + 1);
      const stamp = packetStamp(sketch, route, s);
      const { w, h } = stamp.size;
      const last = lengthOf(route.path.slice(-2));
      const whole = lengthOf(route.path);
      const back = (to === 0 ? 0 : last) + (REST + nth * APART) * s;
      const [x, y] = along(route.path, 1 - back / whole);
      return {
        id: `flow/${route.flow.id}`,
        stamp,
        box: rect(Math.round(x - w / 2), Math.round(y - h / 2), w, h),
        depth: DEPTH.packet,
        lit: 1,
      };
    });
}

/**
 * One mark wherever packets are stopped; with a figure when it is several flows. What an IPS blocks is
 * marked apart from what a rule denies or a switch drops.
 */
function stops({ theme, writer }: Sketch, routes: readonly Route[], plan: Plan): Piece[] {
  const s = scaleOf(plan);
  const side = Math.round(13 * Math.sqrt(s));
  const places = new Map<string, Route[]>();
  for (const route of routes) {
    const key = `${route.stop}${route.flow.state === 'blocked' ? '/ips' : ''}`;
    const there = places.get(key);
    if (there) there.push(route);
    else places.set(key, [route]);
  }
  return [...places].flatMap(([key, there]) => {
    const stop = there[0]?.stop;
    if (!stop) return [];
    const [x, y] = stop;
    const id = `stop/${key}`;
    const box = rect(Math.round(x - side / 2), Math.round(y - side / 2), side, side);
    const blocked = there[0]?.flow.state === 'blocked';
    const look = {
      glyph: blocked ? bar : cross,
      name: blocked ? 'bar' : 'cross',
      ink: blocked ? theme.ground : theme.warn,
      radius: side / 2,
      fill: blocked ? theme.warn : theme.building,
      line: theme.warn,
      width: 1.5,
    };
    const pieces: Piece[] = [
      badge(box, look, { id, depth: DEPTH.mark, lit: 1, comes: 'fade', goes: 'fade' }),
    ];
    if (there.length > 1) {
      const type = typeOf(11 * s, 700);
      const at = { id: `${id}/count`, x: x + side / 2 + 3, y: y + side / 2, depth: DEPTH.token };
      pieces.push(label(writer, `×${there.length}`, { type, colour: theme.warn }, at));
    }
    return pieces;
  });
}
