/** A rectangle in CSS pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Size {
  readonly w: number;
  readonly h: number;
}

export const rect = (x: number, y: number, w: number, h: number): Rect => ({ x, y, w, h });

export const right = (box: Rect): number => box.x + box.w;

export const bottom = (box: Rect): number => box.y + box.h;

export function contains(box: Rect, x: number, y: number): boolean {
  return x >= box.x && y >= box.y && x < right(box) && y < bottom(box);
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
}

/** The least that covers both. */
export function around(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return rect(x, y, Math.max(right(a), right(b)) - x, Math.max(bottom(a), bottom(b)) - y);
}

/** The part that both cover. */
export function common(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return rect(
    x,
    y,
    Math.max(0, Math.min(right(a), right(b)) - x),
    Math.max(0, Math.min(bottom(a), bottom(b)) - y),
  );
}

/** Larger on every side, or smaller when `by` is negative. */
export function grow(box: Rect, by: number): Rect {
  return rect(box.x - by, box.y - by, box.w + by * 2, box.h + by * 2);
}

export function scaled(box: Rect, by: number): Rect {
  return rect(box.x * by, box.y * by, box.w * by, box.h * by);
}
