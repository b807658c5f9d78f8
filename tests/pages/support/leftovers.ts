import type { Language } from '../../../shared/world/words.ts';

/** What never belongs into a sentence, whichever it is: a sign that something was not filled in. */
const NEVER: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an unfilled fact', /\{\{|\}\}/],
  ['a form not chosen', /\{[^{}]*\/[^{}]*\}/],
  ['a value of the code', /\b(?:undefined|null|NaN|Infinity)\b|\[object/],
  [
    'a path instead of its text',
    /\b(?:ui|names|commands|attacks|alerts|refusals|reports|sensors|scenarios|modes|flaws)\.[a-z]/,
  ],
  ['an id with a capital', /\bVm\d/],
  ['a gap', /“\s*”|‘\s*’|\(\s*\)|[:,]\s*[.,·]|· {0,2}·\s*\S/],
];

const COUNTED =
  'alert|block|build|card|credit|device|flow|frame|group|hand|host|hypercall|image|instruction|job|minute|order|packet|person|player|point|port|request|rule|second|seat|secret|segment|sensor|snapshot|switch|team|tenant|time|try|VM|world|zone';

const ENGLISH: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'a plural of one',
    new RegExp(
      `(?<![\\d.,–-])\\b1 (?:free |open |more |further )?(?:\\w+ )?(?:${COUNTED})(?:es|s)\\b`,
    ),
  ],
  [
    'a singular of many',
    new RegExp(
      `(?<![\\d.,:]|layer )\\b(?:0|[2-9]|[1-9]\\d+) (?:free |open |more |further )?(?:${COUNTED})\\b(?![-’']| slots)`,
    ),
  ],
];

const KOREAN: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an English sentence in Korean', /[a-z]{2,} [a-z]{2,} [a-z]{2,} [a-z]{2,}/],
];

/** What is wrong with a text by itself; `null`: nothing. */
export function faultOf(text: string, language: Language): string | null {
  const patterns = [...NEVER, ...(language === 'en' ? ENGLISH : KOREAN)];
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
