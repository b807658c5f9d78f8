/**
 * English nouns and verbs change with the number before them. A text writes both, `{frame/frames}`,
 * and this picks by the last number that stands before it: 1 free frame, 2 free frames.
 */
const RULES = new Intl.PluralRules('en');

const PAIR = /\{([A-Za-z]+)\/([A-Za-z]+)\}/;

/** A number that stands by itself: not the 2 of H2, nor the 15 of 02:15. */
const NUMBER = /(?<![\w.:])\d[\d,]*(?:\.\d+)?(?![\w:])/g;

/** Replaces every `{one/many}` by the form that fits the number before it. */
export function choosePlurals(text: string): string {
  let out = '';
  let rest = text;
  for (;;) {
    const match = PAIR.exec(rest);
    if (!match) return out + rest;
    out += rest.slice(0, match.index);
    const [pair, one = '', many = ''] = match;
    const last = out.match(NUMBER)?.at(-1);
    const single = last !== undefined && RULES.select(Number(last.replaceAll(',', ''))) === 'one';
    out += single ? one : many;
    rest = rest.slice(match.index + pair.length);
  }
}
