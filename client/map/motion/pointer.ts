export interface PointerActions {
  /** The pointer is at a point, or has left. */
  hover(x: number, y: number): void;
  leave(): void;
  tap(x: number, y: number): void;
  twice(x: number, y: number): void;
  pan(dx: number, dy: number): void;
  zoom(factor: number, x: number, y: number): void;
}

/** A press that moves further than this is a drag. CSS pixels. */
const DRAG = 5;
const WHEEL_STEP = 0.0016;
/** Lines and pages of a wheel, in pixels. */
const WHEEL_UNITS = [1, 18, 400] as const;

interface Finger {
  x: number;
  y: number;
}

/** Mouse, pen and fingers on the map's canvas. @returns a function that stops listening */
export function listen(canvas: HTMLCanvasElement, actions: PointerActions): () => void {
  const fingers = new Map<number, Finger>();
  const ear = new AbortController();
  const { signal } = ear;
  let travelled = 0;
  let pinched = false;
  canvas.style.touchAction = 'none';

  const at = (event: MouseEvent): Finger => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  canvas.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      if (fingers.size === 0) {
        travelled = 0;
        pinched = false;
      }
      fingers.set(event.pointerId, at(event));
      canvas.setPointerCapture(event.pointerId);
    },
    { signal },
  );

  canvas.addEventListener(
    'pointermove',
    (event) => {
      const to = at(event);
      const from = fingers.get(event.pointerId);
      if (!from) {
        actions.hover(to.x, to.y);
        return;
      }
      const others = [...fingers].filter(([id]) => id !== event.pointerId);
      const other = others[0]?.[1];
      fingers.set(event.pointerId, to);
      travelled += Math.hypot(to.x - from.x, to.y - from.y);
      if (other) {
        pinched = true;
        pinch(from, to, other);
      } else if (travelled > DRAG) {
        actions.pan(to.x - from.x, to.y - from.y);
      }
    },
    { signal },
  );

  function pinch(from: Finger, to: Finger, other: Finger): void {
    const before = Math.hypot(from.x - other.x, from.y - other.y);
    const after = Math.hypot(to.x - other.x, to.y - other.y);
    actions.pan((to.x - from.x) / 2, (to.y - from.y) / 2);
    if (before > 0 && after > 0) {
      actions.zoom(after / before, (to.x + other.x) / 2, (to.y + other.y) / 2);
    }
  }

  const lift = (event: PointerEvent): void => {
    const down = fingers.delete(event.pointerId);
    if (!down || event.type === 'pointercancel') return;
    const { x, y } = at(event);
    if (travelled <= DRAG && !pinched) actions.tap(x, y);
  };
  canvas.addEventListener('pointerup', lift, { signal });
  canvas.addEventListener('pointercancel', lift, { signal });
  canvas.addEventListener('pointerleave', () => actions.leave(), { signal });

  canvas.addEventListener(
    'dblclick',
    (event) => {
      const { x, y } = at(event);
      actions.twice(x, y);
    },
    { signal },
  );

  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const unit = WHEEL_UNITS[event.deltaMode] ?? 1;
      const { x, y } = at(event);
      actions.zoom(Math.exp(-event.deltaY * unit * WHEEL_STEP), x, y);
    },
    { signal, passive: false },
  );

  return () => ear.abort();
}
