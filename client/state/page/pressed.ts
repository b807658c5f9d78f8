/** How orders and jumps are given by keys that also write something. */
export const KEY_MODES = ['plain', 'alt', 'off'] as const;
export type KeyMode = (typeof KEY_MODES)[number];

type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing'
>;

/** Keys that write nothing, as `event.key` has them. A space does, but is no letter to speak by. */
const NAMED = /^(?: |Enter|Escape|Tab|Home|End|PageUp|PageDown|Arrow(?:Left|Right|Up|Down))$/;

/**
 * The name of a key by what is printed on it: `S`, `4`, `/`, `Space`, `ArrowUp`. Where it writes
 * something that no button here bears (Hangul, Cyrillic, a French digit), its place decides.
 */
function nameOf({ key, code, shiftKey }: Press): string {
  if (NAMED.test(key)) return key === ' ' ? 'Space' : key;
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (/^[0-9/?]$/.test(key)) return key;
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  const [, digit] = /^(?:Digit|Numpad)([0-9])$/.exec(code) ?? [];
  if (letter !== undefined) return letter;
  if (digit !== undefined && !shiftKey) return digit;
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return code === 'Space' ? 'Space' : '';
}

const WRITES = /^[A-Z0-9/?]$/;

/** The key that was meant, or '' when it was none of the game's. */
export function pressedKey(press: Press, mode: KeyMode): string {
  if (press.isComposing || press.ctrlKey || press.metaKey) return '';
  const name = nameOf(press);
  if (!WRITES.test(name)) return press.altKey ? '' : name;
  if (mode === 'off') return '';
  return press.altKey === (mode === 'alt') ? name : '';
}
