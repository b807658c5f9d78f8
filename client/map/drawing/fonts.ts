import type { Measure } from './text.ts';

/** Measures text, and sees to it that the letters in use are there: the web font comes in pieces. */
export interface Typeface {
  readonly measure: Measure;
  /** Says that a text is about to be painted. */
  note(text: string): void;
  close(): void;
}

/** @param onArrival called when letters have arrived that were painted without their font */
export function openTypeface(family: string, onArrival: () => void): Typeface {
  const brush = document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  const seen = new Set<string>();
  let missing = '';
  let closed = false;

  async function fetchMissing(): Promise<void> {
    const text = missing;
    missing = '';
    const faces = await document.fonts.load(`600 12px ${family}`, text).catch(() => []);
    if (closed || faces.length === 0) return;
    widths.clear();
    onArrival();
  }

  return {
    measure(text, font) {
      const key = `${font}|${text}`;
      const known = widths.get(key);
      if (known !== undefined) return known;
      if (!brush) return text.length * 8;
      brush.font = font;
      const { width } = brush.measureText(text);
      widths.set(key, width);
      return width;
    },
    note(text) {
      for (const letter of text) {
        if (seen.has(letter)) continue;
        seen.add(letter);
        if (document.fonts.check(`600 12px ${family}`, letter)) continue;
        if (missing === '') queueMicrotask(() => void fetchMissing());
        missing += letter;
      }
    },
    close() {
      closed = true;
    },
  };
}
