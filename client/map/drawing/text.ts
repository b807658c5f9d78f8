/** Width of a text in CSS pixels, for a font as CSS writes it. */
export type Measure = (text: string, font: string) => number;

export interface Type {
  readonly size: number;
  readonly weight: number;
}

/** Nothing on the map is written smaller. */
export const LEAST_TYPE = 12;

export function typeOf(size: number, weight: number): Type {
  return { size: Math.max(LEAST_TYPE, Math.round(size * 2) / 2), weight };
}

export function fontOf({ size, weight }: Type, family: string): string {
  return `${weight} ${size}px ${family}`;
}

/** Says how texts fall in one family of type. */
export interface Setter {
  width(text: string, type: Type): number;
  /** The first of the texts that fits, or the last one, shortened. `''` when nothing readable fits. */
  choose(texts: readonly string[], type: Type, width: number): string;
  /** The first of the texts that fits whole; `''` when none does. */
  whole(texts: readonly string[], type: Type, width: number): string;
  /** The type, made smaller if need be, but not below `least` of its size. */
  shrink(text: string, type: Type, width: number, least: number): Type;
  /** At most `lines` lines, broken at spaces; the last one shortened. */
  wrap(text: string, type: Type, width: number, lines: number): string[];
}

/** Fewer letters than this before the dots say nothing. */
const LEAST_LETTERS = 2;
/** And less than this share of a text is a riddle. */
const LEAST_SHARE = 0.5;

export function createSetter(measure: Measure, family: string): Setter {
  const width = (text: string, type: Type): number => measure(text, fontOf(type, family));

  function shortened(text: string, type: Type, room: number): string {
    const letters = [...text];
    const least = Math.max(LEAST_LETTERS, letters.length * LEAST_SHARE);
    for (let keep = letters.length - 1; keep >= least; keep -= 1) {
      const part = `${letters.slice(0, keep).join('').trimEnd()}…`;
      if (width(part, type) <= room) return part;
    }
    return '';
  }

  function whole(texts: readonly string[], type: Type, room: number): string {
    return texts.find((text) => width(text, type) <= room) ?? '';
  }

  function choose(texts: readonly string[], type: Type, room: number): string {
    return whole(texts, type, room) || shortened(texts.at(-1) ?? '', type, room);
  }

  function shrink(text: string, type: Type, room: number, least: number): Type {
    const smallest = Math.max(LEAST_TYPE, type.size * least);
    for (let { size } = type; size > smallest; size -= 0.5) {
      const smaller = { ...type, size };
      if (width(text, smaller) <= room) return smaller;
    }
    return { ...type, size: smallest };
  }

  function wrap(text: string, type: Type, room: number, lines: number): string[] {
    if (lines <= 1 || width(text, type) <= room) {
      const line = choose([text], type, room);
      return line === '' ? [] : [line];
    }
    const words = text.split(' ');
    for (let taken = words.length - 1; taken > 0; taken -= 1) {
      const head = words.slice(0, taken).join(' ');
      if (width(head, type) > room) continue;
      return [head, ...wrap(words.slice(taken).join(' '), type, room, lines - 1)];
    }
    const line = choose([text], type, room);
    return line === '' ? [] : [line];
  }

  return { width, choose, whole, shrink, wrap };
}
