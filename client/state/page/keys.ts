import type { Offer as Option } from '../../../shared/commands/command.ts';

/** Opens what one can say to one's team, and points at what is selected: never an order's letter. */
export const TALK_KEY = 'T';
export const PING_KEY = 'Z';
/** Opens the list of what has happened. */
export const TICKER_KEY = 'L';

/** Parts of the match screen that a key leads to, past the digits of the layers. */
export const JUMP_KEYS = [
  ['alerts', '6'],
  ['requests', '7'],
  ['tree', '8'],
  ['actions', '9'],
  ['desk', '0'],
] as const;
export type Jump = (typeof JUMP_KEYS)[number][0];

/** Letters for orders, as they lie beside each other. */
const KEYBOARD = 'QWERYUIOPASDFGHJKXCVBNM';

/**
 * A letter for each option, in order. The first of a command gets the command's own; further ones
 * the next free key to its right, so that they lie together under the fingers.
 */
export function assignKeys(options: readonly Pick<Option, 'key'>[]): readonly string[] {
  const wanted = new Set(options.map(({ key }) => key));
  const taken = new Set<string>();
  return options.map(({ key: own }) => {
    if (own !== '' && !taken.has(own)) {
      taken.add(own);
      return own;
    }
    const from = own === '' ? 0 : KEYBOARD.indexOf(own);
    for (let step = 0; step < KEYBOARD.length; step += 1) {
      const key = KEYBOARD[(from + step) % KEYBOARD.length] ?? '';
      if (taken.has(key) || wanted.has(key)) continue;
      taken.add(key);
      return key;
    }
    return '';
  });
}
