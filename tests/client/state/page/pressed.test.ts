import { describe, expect, test } from 'vitest';
import { createKeySettings } from '../../../../client/state/page/key-settings.ts';
import { pressedKey } from '../../../../client/state/page/pressed.ts';
import { forgetfulShelf, openShelf } from '../../../../client/storage.ts';

const NOTHING = {
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
};
const press = (key: string, code: string, held: Partial<typeof NOTHING> = {}) => ({
  ...NOTHING,
  key,
  code,
  ...held,
});

describe('a key is what is printed on it', () => {
  test.each([
    ['a small letter', press('s', 'KeyS'), 'S'],
    ['with Caps Lock', press('S', 'KeyS'), 'S'],
    ['Dvorak: the key that bears S lies elsewhere', press('s', 'Semicolon'), 'S'],
    ['Dvorak: where S lies elsewhere is an O', press('o', 'KeyS'), 'O'],
    ['AZERTY: A lies where Q does', press('a', 'KeyQ'), 'A'],
    ['the Hangul keyboard', press('ㄴ', 'KeyS'), 'S'],
    ['the Hangul keyboard, doubled', press('ㄸ', 'KeyE', { shiftKey: true }), 'E'],
    ['a key that an input method keeps to itself', press('Process', 'KeyS'), 'S'],
    ['Cyrillic', press('ы', 'KeyS'), 'S'],
    ['AZERTY: digits are behind Shift, and printed all the same', press('&', 'Digit1'), '1'],
    ['AZERTY with Shift', press('1', 'Digit1', { shiftKey: true }), '1'],
    ['an exclamation mark is no digit', press('!', 'Digit1', { shiftKey: true }), ''],
    ['the number pad', press('4', 'Numpad4'), '4'],
    ['a slash', press('/', 'Slash'), '/'],
    ['a German slash', press('/', 'Digit7', { shiftKey: true }), '/'],
    ['a question mark', press('?', 'Slash', { shiftKey: true }), '?'],
    ['a slash on a layout without one', press('ю', 'Slash'), '/'],
    ['the space bar', press(' ', 'Space'), 'Space'],
    ['an arrow', press('ArrowDown', 'ArrowDown'), 'ArrowDown'],
    ['Esc', press('Escape', 'Escape'), 'Escape'],
    ['a key of no meaning', press('ö', 'Semicolon'), ''],
    ['F5', press('F5', 'F5'), ''],
  ])('%s', (_what, event, key) => expect(pressedKey(event, 'plain')).toBe(key));

  test('a shortcut of the browser, and a syllable that is being written, are none of ours', () => {
    expect(pressedKey(press('s', 'KeyS', { ctrlKey: true }), 'plain')).toBe('');
    expect(pressedKey(press('s', 'KeyS', { metaKey: true }), 'plain')).toBe('');
    expect(pressedKey(press('s', 'KeyS', { altKey: true }), 'plain')).toBe('');
    expect(pressedKey(press('ㄴ', 'KeyS', { isComposing: true }), 'plain')).toBe('');
  });
});

describe('keys that write something can be changed or switched off', () => {
  const writing = [
    press('s', 'KeyS'),
    press('6', 'Digit6'),
    press('/', 'Slash'),
    press('?', 'Slash'),
  ];
  test('off, none of them means anything; those that write nothing still do', () => {
    for (const event of writing) expect(pressedKey(event, 'off')).toBe('');
    expect(pressedKey(press('s', 'KeyS', { altKey: true }), 'off')).toBe('');
    expect(pressedKey(press('Escape', 'Escape'), 'off')).toBe('Escape');
    expect(pressedKey(press(' ', 'Space'), 'off')).toBe('Space');
  });
  test('with Alt, they mean it only then, whatever Alt makes of the letter', () => {
    for (const event of writing) {
      expect(pressedKey(event, 'alt')).toBe('');
      expect(pressedKey({ ...event, altKey: true }, 'alt')).not.toBe('');
    }
    expect(pressedKey(press('ß', 'KeyS', { altKey: true }), 'alt')).toBe('S');
  });
  test('the choice is remembered, and one that is none is not taken', () => {
    const shelf = forgetfulShelf();
    expect(createKeySettings(shelf).mode.value).toBe('plain');
    createKeySettings(shelf).choose('off');
    expect(createKeySettings(shelf).mode.value).toBe('off');
    shelf.setItem('hyperward/keys', 'sideways');
    expect(createKeySettings(shelf).mode.value).toBe('plain');
  });
  test('where nothing can be stored the choice holds all the same', () => {
    const full = openShelf(() => ({
      ...forgetfulShelf(),
      setItem: () => {
        throw new Error('full');
      },
    }));
    const settings = createKeySettings(full);
    settings.choose('alt');
    expect(settings.mode.value).toBe('alt');
  });
});
