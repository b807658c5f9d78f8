import type { Home, Point } from './piece.ts';

export function lengthOf(path: readonly Point[]): number {
  let sum = 0;
  for (let i = 1; i < path.length; i += 1) sum += distance(path[i - 1], path[i]);
  return sum;
}

function distance(a: Point | undefined, b: Point | undefined): number {
  return a && b ? Math.hypot(b[0] - a[0], b[1] - a[1]) : 0;
}

/** The point that far along a path. @param share from 0 to 1 */
export function along(path: readonly Point[], share: number): Point {
  let left = lengthOf(path) * Math.min(1, Math.max(0, share));
  for (let i = 1; i < path.length; i += 1) {
    const a = path[i - 1];
    const b = path[i];
    if (!a || !b) continue;
    const step = distance(a, b);
    if (left <= step && step > 0) {
      const part = left / step;
      return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
    }
    left -= step;
  }
  return path.at(-1) ?? [0, 0];
}

/** From one home to another by the street: out by the one's lane and in by the other's. */
export function streetWay(from: Home, to: Home): Point[] {
  const out = from.toStreet;
  const into = [...to.toStreet].reverse();
  const leaves = out.at(-1);
  const enters = into[0];
  const crosses = leaves && enters && leaves[1] !== enters[1] && from.trunkX !== null;
  const trunk: Point[] = crosses
    ? [
        [from.trunkX, leaves[1]],
        [from.trunkX, enters[1]],
      ]
    : [];
  return [...out, ...trunk, ...into];
}
