import type { Page } from 'playwright-core';

export interface Touch {
  /** Whether a finger presses: a target is then 44 px, and 24 otherwise. */
  readonly touch: boolean;
}

/**
 * What of a page does not fit, as a reader would meet it: text over text, text cut off or beyond the
 * screen, type too small, contrast too low, targets too small. Behind an open dialog nothing is looked at.
 */
export function misfits(page: Page, { touch }: Touch): Promise<string[]> {
  return page.evaluate(measure, { target: touch ? 44 : 24 });
}

/** Runs in the page: it can use nothing from outside. */
function measure({ target }: { readonly target: number }): string[] {
  /** Nothing that is read is smaller; on a drawing one step smaller; what is longer than a line is body. */
  const LEAST = 13;
  const LEAST_DRAWN = 12;
  const BODY = 14;
  const BODY_LETTERS = 80;
  /** WCAG 1.4.3: large type, in pixels, and the contrast that each needs. */
  const LARGE = 24;
  const LARGE_BOLD = 18.66;
  const SLACK = 1.5;

  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  interface Said {
    readonly element: Element;
    readonly text: string;
    readonly box: Box;
  }
  type Colour = readonly [r: number, g: number, b: number, a: number];

  const found = new Set<string>();
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
  const root = modal ?? document.body;
  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`.slice(0, 48);
  const quoted = (text: string): string => `“${text.trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
  const say = (kind: string, element: Element, text: string, more: string | number): void => {
    found.add(`${kind}: ${nameOf(element)} ${quoted(text)} ${more}`);
  };
  const boxOf = ({ left, top, right, bottom }: Box): Box => ({ left, top, right, bottom });
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('.unseen') === null &&
    !getComputedStyle(element).clipPath.includes('inset(50%)');

  /** The next box around an element that can hide part of it. */
  function around(element: Element): Element | null {
    const { position } = getComputedStyle(element);
    if (position === 'fixed') return null;
    if (position === 'absolute' && element instanceof HTMLElement) return element.offsetParent;
    return element.parentElement;
  }

  /** The part that is in sight, after all that scrolls; says so when something cuts it off for good. */
  function inSight(element: Element, text: string, whole: Box): Box | null {
    let box = whole;
    // Letters do not fill their line from top to bottom.
    const spare = (whole.bottom - whole.top) * 0.22;
    for (let at: Element | null = element; at !== null && at !== root; at = around(at)) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const edge = at.getBoundingClientRect();
      const outside =
        box.right <= edge.left ||
        box.left >= edge.right ||
        box.bottom - spare <= edge.top ||
        box.top + spare >= edge.bottom;
      // What does not begin to show is left out, or scrolled to: nothing of it is cut.
      if (outside) return null;
      const hides = overflowX === 'hidden' || overflowX === 'clip';
      const cut =
        box.left < edge.left - SLACK ||
        box.right > edge.right + SLACK ||
        (overflowY !== 'auto' &&
          overflowY !== 'scroll' &&
          (box.top + spare < edge.top - SLACK || box.bottom - spare > edge.bottom + SLACK));
      if (hides && cut) {
        say('cut off', element, text, `by ${nameOf(at)}`);
        return null;
      }
      box = {
        left: Math.max(box.left, edge.left),
        top: Math.max(box.top, edge.top),
        right: Math.min(box.right, edge.right),
        bottom: Math.min(box.bottom, edge.bottom),
      };
      if (box.right - box.left < 2 || box.bottom - box.top < spare) return null;
    }
    if (box.left < -SLACK || box.right > innerWidth + SLACK) {
      say('beyond the screen', element, text, `${Math.round(box.left)}…${Math.round(box.right)}`);
    }
    return box;
  }

  const parse = (css: string): Colour => {
    const parts = (css.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const unit = css.startsWith('color(') ? 255 : 1;
    const [r = 0, g = 0, b = 0, a = 1] = parts;
    return [r * unit, g * unit, b * unit, a];
  };
  const over = (top: Colour, under: Colour): Colour => {
    const mix = (i: 0 | 1 | 2): number => top[i] * top[3] + under[i] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const luminance = ([r, g, b]: Colour): number => {
    const of = (value: number): number => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * of(r) + 0.7152 * of(g) + 0.0722 * of(b);
  };
  const contrast = (a: Colour, b: Colour): number => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };

  /** Every colour that may lie behind a text: more than one where lines are drawn under it. */
  function groundsOf(element: Element): Colour[] {
    const layers: Colour[][] = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at);
      const plain = parse(backgroundColor);
      const drawn = backgroundImage.match(/rgba?\([^)]*\)|color\([^)]*\)/g) ?? [];
      layers.push([plain, ...drawn.map(parse).filter(([, , , a]) => a > 0)]);
      if (plain[3] >= 0.99) break;
    }
    const start: Colour[] = [parse(getComputedStyle(document.documentElement).backgroundColor)];
    return layers.reduceRight(
      (under, layer) => under.flatMap((one) => layer.map((top) => over(top, one))),
      start,
    );
  }

  /** Of a text in a drawing: the shape that lies right under it. */
  function drawnGround(element: Element, { left, top, right, bottom }: Box): Colour[] {
    const under = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
    const shape = under
      .slice(under.indexOf(element) + 1)
      .find((one) => one instanceof SVGGeometryElement && getComputedStyle(one).fill !== 'none');
    const fill = shape ? getComputedStyle(shape).fill : '';
    if (/^(rgb|color)/.test(fill)) return [parse(fill)];
    return groundsOf(element.closest('svg')?.parentElement ?? root);
  }

  function checkContrast({ element, text, box }: Said, size: number): void {
    if (element.closest(':disabled') !== null) return;
    const style = getComputedStyle(element);
    const drawn = element instanceof SVGElement;
    let [r, g, b, a] = parse(drawn ? style.fill : style.color);
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      a *= Number(getComputedStyle(at).opacity);
    }
    const grounds = drawn ? drawnGround(element, box) : groundsOf(element);
    const least = Math.min(
      ...grounds.map((ground) => contrast(over([r, g, b, a], ground), ground)),
    );
    const large = size >= LARGE || (size >= LARGE_BOLD && Number(style.fontWeight) >= 700);
    if (least < (large ? 3 : 4.5) - 0.005) say('contrast', element, text, least.toFixed(2));
  }

  function checkType({ element, text }: Said): number {
    const drawnAt =
      element instanceof SVGGraphicsElement
        ? (element.getScreenCTM()?.a ?? 1)
        : element instanceof HTMLElement && element.offsetWidth > 0
          ? element.getBoundingClientRect().width / element.offsetWidth
          : 1;
    // An offset is whole pixels: less than this is rounding, and no transform.
    const scale = Math.abs(drawnAt - 1) < 0.04 ? 1 : drawnAt;
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
    const drawn = element instanceof SVGElement || element.closest('.red-drawing') !== null;
    const isBody = text.trim().length >= BODY_LETTERS && !drawn;
    const least = drawn ? LEAST_DRAWN : isBody ? BODY : LEAST;
    if (size < least - 0.05) say('small type', element, text, `${size.toFixed(1)} px`);
    return size;
  }

  /** What floats over the rest and hides it: two texts of different floats do not meet. */
  function floatOf(element: Element): Element | null {
    let opaque = false;
    for (let at: Element | null = element; at !== null && at !== root; at = at.parentElement) {
      const { position, backgroundColor } = getComputedStyle(at);
      opaque ||= parse(backgroundColor)[3] > 0.9;
      if (opaque && position !== 'static' && position !== 'relative') return at;
    }
    return null;
  }

  /** A text stands within the card, chip or field that is drawn around it; its words are whole. */
  function checkPlace({ element, text, box }: Said, lines: number): void {
    if (lines > 1 && /^(?:[A-Za-z]{2,15}|[\d:,]+)$/.test(text.trim())) {
      say('broken word', element, text, '');
    }
    for (let at: Element | null = element; at !== null && at !== root; at = at.parentElement) {
      const { display, backgroundColor, borderLeftWidth, borderRightWidth } = getComputedStyle(at);
      const edged = borderLeftWidth !== '0px' && borderRightWidth !== '0px';
      if (display === 'inline' || !(edged || parse(backgroundColor)[3] > 0.05)) continue;
      const { left, right } = at.getBoundingClientRect();
      if (box.left < left - SLACK || box.right > right + SLACK) {
        say('beyond its box', element, text, `${nameOf(at)}`);
      }
      return;
    }
  }

  function checkOverlaps(said: readonly Said[]): void {
    const inner = said.map((one) => {
      const { left, top, right, bottom } = one.box;
      const spare = (bottom - top) * 0.22;
      const box = { left: left + 1, right: right - 1, top: top + spare, bottom: bottom - spare };
      return { ...one, box, float: floatOf(one.element) };
    });
    inner.sort((a, b) => a.box.top - b.box.top);
    inner.forEach((a, i) => {
      for (const b of inner.slice(i + 1)) {
        if (b.box.top >= a.box.bottom) break;
        if (a.float !== b.float) continue;
        if (a.box.left < b.box.right && b.box.left < a.box.right) {
          say('text over text', a.element, a.text, `and ${nameOf(b.element)} ${quoted(b.text)}`);
        }
      }
    });
  }

  /** What a laid over part of an element adds to where it can be pressed: its `::after`, when placed. */
  function reachOf(element: Element): { readonly width: number; readonly height: number } {
    const over = getComputedStyle(element, '::after');
    const isOver = over.content !== 'none' && over.position === 'absolute';
    if (!isOver || over.pointerEvents === 'none') return { width: 0, height: 0 };
    return { width: Number.parseFloat(over.width), height: Number.parseFloat(over.height) };
  }

  function checkTargets(): void {
    const targets = 'a[href], button, input, select, summary, textarea, [role="treeitem"]';
    for (const element of root.querySelectorAll(targets)) {
      if (!isShown(element)) continue;
      const label = element instanceof HTMLInputElement ? element.closest('label') : null;
      const own = (label ?? element).getBoundingClientRect();
      if (own.width === 0 || own.height === 0) continue;
      const reach = reachOf(element);
      const width = Math.max(own.width, reach.width);
      const height = Math.max(own.height, reach.height);
      // WCAG 2.5.8: a link within a sentence is as tall as its line.
      const inline = getComputedStyle(element).display === 'inline';
      const alone = element.parentElement?.textContent?.trim() === element.textContent?.trim();
      if (inline && !alone) continue;
      if (Math.min(width, height) < target - 0.5) {
        const size = `${Math.round(width)}×${Math.round(height)}`;
        say('small target', element, element.textContent ?? '', size);
      }
    }
  }

  const said: Said[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    const element = node.parentElement;
    if (text.trim() === '' || element === null || !isShown(element)) continue;
    if (/^(SCRIPT|STYLE|OPTION|TITLE)$/.test(element.tagName)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    let size = 0;
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      const box = inSight(element, text, boxOf(rect));
      if (box === null) continue;
      const one = { element, text, box };
      checkPlace(one, lines);
      if (size === 0) {
        size = checkType(one);
        checkContrast(one, size);
      }
      said.push(one);
    }
  }
  checkOverlaps(said);
  checkTargets();
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth + 1) found.add(`page: ${scrollWidth} px wide, of ${innerWidth}`);
  return [...found];
}
