import { asks } from '../../../shared/commands/badges.ts';
import { lock } from '../drawing/glyphs.ts';
import { DEPTH, type Home, type Piece, type Point } from '../drawing/piece.ts';
import { rect } from '../drawing/rect.ts';
import { badge, bar, dashes } from '../drawing/shapes.ts';
import { along, streetWay } from '../drawing/way.ts';
import type { Plan } from '../layout.ts';
import type { Sketch } from '../sketch.ts';
import { homeOf } from './routes.ts';

const DASH = [7, 5] as const;

/**
 * The way of each VM that is being moved, from its host along the street to the other: dashed where anybody on it
 * can read what passes, a whole line with a lock where it is encrypted.
 */
export function transfers(sketch: Sketch, plan: Plan): Piece[] {
  const homes = new Map<number, Home>();
  sketch.facts.hosts.forEach((host, i) => {
    const lot = plan.lots[i];
    if (lot) homes.set(host.row.id, homeOf({ host, lot }, plan));
  });
  return sketch.facts.hosts.flatMap(({ row, vms }) =>
    vms.flatMap((vm) => {
      const [from, to] = [homes.get(row.id), homes.get(vm.movingTo)];
      if (vm.movingTo === 0 || vm.technique === 'native' || !from || !to) return [];
      return transfer(sketch, plan, `move/${vm.id}`, streetWay(from, to), vm.moveEncrypted);
    }),
  );
}

function transfer(
  { theme, facts }: Sketch,
  plan: Plan,
  id: string,
  path: readonly Point[],
  sealed: boolean,
): Piece[] {
  const scale = plan.lots[0]?.section.scale ?? 1;
  const width = Math.max(3, Math.round(4 * Math.sqrt(scale)));
  const open = asks(facts.view, 'plain-migration') ? theme.warn : theme.soft;
  const colour = sealed ? theme.accent : open;
  const placed = { depth: DEPTH.uplink + 0.4, lit: 1, comes: 'fade', goes: 'fade' } as const;
  const pieces = path.slice(1).flatMap(([x2, y2], i) => {
    const [x1, y1] = path[i] ?? [x2, y2];
    const box = rect(
      Math.round(Math.min(x1, x2) - width / 2),
      Math.round(Math.min(y1, y2) - width / 2),
      Math.round(Math.abs(x2 - x1) + width),
      Math.round(Math.abs(y2 - y1) + width),
    );
    const at = { ...placed, id: `${id}/${i}` };
    if (sealed) return [bar(box, colour, at)];
    // On a ground of its own, or the street's dashes would run into these.
    const ground = bar(box, theme.ground, { ...at, id: `${id}/${i}/ground` });
    return [ground, ...dashes(box, colour, DASH, { ...at, depth: at.depth + 0.1 })];
  });
  if (!sealed) return pieces;
  const side = Math.round(16 * Math.sqrt(scale));
  const [x, y] = along(path, 0.5);
  const box = rect(Math.round(x - side / 2), Math.round(y - side / 2), side, side);
  const look = {
    glyph: lock,
    name: 'lock',
    ink: theme.accent,
    radius: Math.round(side * 0.28),
    fill: theme.ground,
    line: theme.accent,
    width: 1,
  };
  return [...pieces, badge(box, look, { ...placed, depth: DEPTH.mark, id: `${id}/lock` })];
}
