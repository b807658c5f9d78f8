import { readCode } from '../../../shared/protocol/code.ts';
import type { Shelf } from '../../storage.ts';
import { readKey } from '../page/router.ts';

/** A session has one key for the instructor's desk and one for the projected page. */
export type DeskName = 'console' | 'projector';

const shelfKey = (desk: DeskName, code: string): string => `hyperward/${desk}/${code}`;

/** The key this browser remembers for a desk, or `null`. */
export function recallKey(shelf: Shelf, desk: DeskName, code: string): string | null {
  return readKey(shelf.getItem(shelfKey(desk, code)) ?? '');
}

/** Codes of the desks that were opened in this browser, the latest first. */
const CLASSES_KEY = 'hyperward/classes';
const CLASSES = 12;

/** Classes whose desk was opened in this browser, the latest first; they may be over by now. */
export function knownClasses(shelf: Shelf): readonly string[] {
  const codes = (shelf.getItem(CLASSES_KEY) ?? '').split(' ').map(readCode);
  return codes.filter(
    (code): code is string => code !== null && recallKey(shelf, 'console', code) !== null,
  );
}

export function rememberKey(shelf: Shelf, desk: DeskName, code: string, key: string): void {
  shelf.setItem(shelfKey(desk, code), key);
  if (desk !== 'console') return;
  const others = knownClasses(shelf).filter((other) => other !== code);
  shelf.setItem(CLASSES_KEY, [code, ...others].slice(0, CLASSES).join(' '));
}

export function forgetKey(shelf: Shelf, desk: DeskName, code: string): void {
  shelf.removeItem(shelfKey(desk, code));
}
