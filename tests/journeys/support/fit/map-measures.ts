import type { BrowserContext, Page } from 'playwright-core';

/** Notes, in a page that is not yet there, what its maps write, and where that comes to stand. */
export async function watchMaps(context: BrowserContext): Promise<void> {
  await context.addInitScript(watch);
}

/** What of the map's own writing does not fit. Empty where there is no map. */
export function mapMisfits(page: Page): Promise<string[]> {
  return page.evaluate(measure);
}

interface Written {
  readonly text: string;
  /** In CSS pixels, as it was asked for. */
  readonly size: number;
  readonly colour: string;
  /** On the canvas where it was painted, and on the screen later; in device pixels. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly alpha: number;
  /** Part of it lies outside of what is shown. */
  readonly cut: boolean;
}

/**
 * Runs in the page, before everything else. The map paints each of its parts once, on canvases that
 * nobody sees, and copies from there: both are listened to.
 */
function watch(): void {
  const painted = new WeakMap<object, Written[]>();
  const shown = new WeakMap<HTMLCanvasElement, Written[]>();
  const drawn = { at: 0 };
  Object.assign(globalThis, { mapsShown: shown, mapsDrawn: drawn });
  const brush = CanvasRenderingContext2D.prototype;
  const { fillText, drawImage, clearRect } = brush;
  const listOf = <K extends object>(lists: WeakMap<K, Written[]>, key: K): Written[] => {
    const list = lists.get(key) ?? [];
    lists.set(key, list);
    return list;
  };

  brush.fillText = function (text, x, y) {
    const { width } = this.measureText(text);
    const size = Number(/([\d.]+)px/.exec(this.font)?.[1] ?? 0);
    const shift = this.textAlign === 'center' ? 0.5 : this.textAlign === 'right' ? 1 : 0;
    const { a, d, e, f } = this.getTransform();
    const left = x - width * shift;
    listOf(painted, this.canvas).push({
      text,
      size,
      colour: String(this.fillStyle),
      left: left * a + e,
      right: (left + width) * a + e,
      // From the top of a capital to its foot.
      top: (y - size * 0.72) * d + f,
      bottom: y * d + f,
      alpha: this.globalAlpha,
      cut: false,
    });
    fillText.call(this, text, x, y);
  };

  brush.clearRect = function (x, y, w, h) {
    const { canvas } = this;
    const { a, d, e, f } = this.getTransform();
    const [x1, y1, x2, y2] = [x * a + e, y * d + f, (x + w) * a + e, (y + h) * d + f];
    const isShown = canvas instanceof HTMLCanvasElement && canvas.isConnected;
    if (isShown) drawn.at = performance.now();
    const list = listOf(isShown ? shown : painted, canvas);
    const left = list.filter(
      ({ left, top, right, bottom }) => right <= x1 || left >= x2 || bottom <= y1 || top >= y2,
    );
    list.splice(0, list.length, ...left);
    clearRect.call(this, x, y, w, h);
  };

  const copy = function (this: CanvasRenderingContext2D, ...args: unknown[]): void {
    Reflect.apply(drawImage, this, args);
    const [source, ...numbers] = args as [HTMLCanvasElement, ...number[]];
    const { width, height } = source;
    // Either the whole of the source to a place, or a part of it to a box.
    const whole = [0, 0, width, height, ...numbers, width, height];
    const [sx = 0, sy = 0, sw = 0, sh = 0, dx = 0, dy = 0, dw = 0, dh = 0] =
      numbers.length === 2 ? whole : numbers;
    const { canvas } = this;
    const isShown = canvas instanceof HTMLCanvasElement && canvas.isConnected;
    const list = listOf(isShown ? shown : painted, canvas);
    const { a, d, e, f } = this.getTransform();
    for (const one of painted.get(source) ?? []) {
      const x = (one.left + one.right) / 2;
      const y = (one.top + one.bottom) / 2;
      if (x < sx || x > sx + sw || y < sy || y > sy + sh) continue;
      const toX = (at: number): number => (dx + ((at - sx) * dw) / sw) * a + e;
      const toY = (at: number): number => (dy + ((at - sy) * dh) / sh) * d + f;
      const left = toX(one.left);
      const top = toY(one.top);
      // Painted again, where a part was painted anew: there once.
      const again = list.findIndex(
        (other) =>
          other.text === one.text &&
          Math.abs(other.left - left) < 0.5 &&
          Math.abs(other.top - top) < 0.5,
      );
      if (again >= 0) list.splice(again, 1);
      list.push({
        ...one,
        left,
        top,
        right: toX(one.right),
        bottom: toY(one.bottom),
        alpha: one.alpha * this.globalAlpha,
        cut: one.cut || one.left < sx - 1.5 || one.right > sx + sw + 1.5,
      });
    }
  };
  brush.drawImage = copy as typeof drawImage;
}

/** Runs in the page. */
function measure(): string[] {
  const LEAST = 12;
  const found = new Set<string>();
  const shown = (globalThis as unknown as { mapsShown?: WeakMap<HTMLCanvasElement, Written[]> })
    .mapsShown;
  const canvas = document.querySelector<HTMLCanvasElement>('.map canvas');
  const pixels = canvas?.getContext('2d', { willReadFrequently: true });
  if (!canvas || !pixels) return [];
  const written = shown?.get(canvas) ?? [];
  if (written.length === 0) return ['map: nothing is written on it'];
  const wide = canvas.parentElement?.clientWidth ?? 0;
  if (Math.abs(canvas.clientWidth - wide) > 1)
    return [`map: ${canvas.clientWidth} of ${wide} px wide`];
  const ratio = canvas.width / canvas.clientWidth;
  const place = canvas.getBoundingClientRect();

  type Colour = readonly [r: number, g: number, b: number];
  const luminance = (colour: Colour): number => {
    const [r, g, b] = colour.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: Colour, b: Colour): number => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };
  const parse = (hex: string): Colour => {
    const value = Number.parseInt(hex.slice(1), 16);
    return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
  };

  /** The colour that most of the box around a text has, as it is on the screen, but for its ink. */
  function groundOf({ left, top, right, bottom, colour }: Written): Colour {
    const ink = parse(colour);
    const x = Math.max(0, Math.floor(left - 1));
    const y = Math.max(0, Math.floor(top - 2));
    const w = Math.max(1, Math.min(canvas?.width ?? 0, Math.ceil(right + 1)) - x);
    const h = Math.max(1, Math.min(canvas?.height ?? 0, Math.ceil(bottom + 2)) - y);
    const data = pixels?.getImageData(x, y, w, h).data ?? new Uint8ClampedArray(4);
    const counts = new Map<number, number>();
    for (let i = 0; i < data.length; i += 4) {
      const inked = ink.every((part, at) => Math.abs(part - (data[i + at] ?? 0)) < 40);
      if (inked) continue;
      const key = ((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const [key = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    return [(key >> 16) & 255, (key >> 8) & 255, key & 255];
  }

  // A theme that is changed is changed on the map as well, and at once. A dot is no ground: two of three.
  const corner = [0, 2, 4].map((x) => pixels.getImageData(x, 1, 1, 1).data.slice(0, 3).join());
  const page =
    getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g)?.join() ?? '';
  if (corner.filter((colour) => colour === page).length < 2) {
    found.add(`map: its ground is ${corner[0]}, and the page’s ${page}`);
  }

  const onScreen = written.filter(
    ({ left, top, right, bottom, alpha }) =>
      alpha > 0.05 && right > 1 && bottom > 1 && left < canvas.width - 1 && top < canvas.height - 1,
  );
  for (const one of onScreen) {
    const { text, size, colour, left, right, top, bottom, alpha, cut } = one;
    if (size < LEAST - 0.05) found.add(`map, small type: “${text}” ${size}`);
    if (cut || left < -1 || right > canvas.width + 1 || top < -1 || bottom > canvas.height + 1) {
      found.add(`map, cut off: “${text}”`);
    }
    const ground = groundOf(one);
    const ink = parse(colour).map(
      (part, i) => part * alpha + (ground[i] ?? 0) * (1 - alpha),
    ) as unknown as Colour;
    const measured = contrast(ink, ground);
    if (measured < 4.5 - 0.05) {
      found.add(
        `map, contrast: “${text}” ${colour} at ${alpha.toFixed(2)}: ${measured.toFixed(2)}`,
      );
    }
  }
  onScreen.forEach((a, i) => {
    for (const b of onScreen.slice(i + 1)) {
      const meets =
        a.left + ratio < b.right &&
        b.left + ratio < a.right &&
        a.top + ratio < b.bottom &&
        b.top + ratio < a.bottom;
      if (meets && a.text !== b.text) found.add(`map, text over text: “${a.text}” and “${b.text}”`);
    }
  });
  for (const float of document.querySelectorAll('.centre-top > *, .centre-top .legend li')) {
    const box = float.getBoundingClientRect();
    for (const { text, left, right, top, bottom } of onScreen) {
      const x = (at: number): number => place.left + at / ratio;
      const y = (at: number): number => place.top + at / ratio;
      const meets =
        x(left) < box.right && x(right) > box.left && y(top) < box.bottom && y(bottom) > box.top;
      if (meets) found.add(`over the map’s “${text}”: ${float.className || float.textContent}`);
    }
  }
  return [...found];
}
