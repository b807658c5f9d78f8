import type { Size } from '../drawing/rect.ts';

/** What part of the drawing is seen: how much larger than fitted, and where its corner lies. */
export interface View {
  readonly zoom: number;
  /** The part's top left corner, in CSS pixels of the drawing at that zoom. */
  readonly x: number;
  readonly y: number;
}

export const FITTED: View = { zoom: 1, x: 0, y: 0 };

const MAX_ZOOM = 4;

/** Keeps the drawing on the screen. Fitted is the farthest one can go. */
export function settled(view: View, area: Size): View {
  const zoom = Math.min(MAX_ZOOM, Math.max(1, view.zoom));
  const clamp = (at: number, length: number): number =>
    Math.min(Math.max(0, at), Math.max(0, length * (zoom - 1)));
  return { zoom, x: clamp(view.x, area.w), y: clamp(view.y, area.h) };
}

/** Zooms so that what is under a point of the screen stays under it. */
export function zoomedAt(view: View, area: Size, factor: number, x: number, y: number): View {
  const zoom = Math.min(MAX_ZOOM, Math.max(1, view.zoom * factor));
  const grown = zoom / view.zoom;
  return settled({ zoom, x: (view.x + x) * grown - x, y: (view.y + y) * grown - y }, area);
}

export function panned(view: View, area: Size, dx: number, dy: number): View {
  return settled({ ...view, x: view.x - dx, y: view.y - dy }, area);
}
