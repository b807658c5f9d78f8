import type { Option } from '../../shared/protocol/server.ts';

/** The letter each command asks for; a command not named here takes one that is free. */
export const COMMAND_KEYS: Readonly<Record<string, string>> = {
  'create-vm': 'C',
  'destroy-vm': 'D',
  'start-vm': 'R',
  'stop-vm': 'X',
  'investigate-vm': 'I',
  'scrub-frames': 'S',
  'scrub-policy': 'P',
  'close-breach': 'N',
};

const KEYBOARD = 'QWERTYUIOPASDFGHJKLZXCVBNM';

/**
 * A letter for each option, in order. The first of a command gets the command's own; further ones
 * the next free key to its right, so that they lie together under the fingers.
 */
export function assignKeys(options: readonly Pick<Option, 'command'>[]): readonly string[] {
  const wanted = new Set(options.map(({ command }) => COMMAND_KEYS[command] ?? ''));
  const taken = new Set<string>();
  return options.map(({ command }) => {
    const own = COMMAND_KEYS[command] ?? '';
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
