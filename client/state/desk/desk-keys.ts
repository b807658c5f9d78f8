import type { Shelf } from '../../storage.ts';
import { readKey } from '../page/router.ts';

/** A session has one key for the instructor's desk and one for the projected page. */
export type DeskName = 'console' | 'projector';

const shelfKey = (desk: DeskName, code: string): string => `hyperward/${desk}/${code}`;

/** The key this browser remembers for a desk, or `null`. */
export function recallKey(shelf: Shelf, desk: DeskName, code: string): string | null {
  return readKey(shelf.getItem(shelfKey(desk, code)) ?? '');
}

export function rememberKey(shelf: Shelf, desk: DeskName, code: string, key: string): void {
  shelf.setItem(shelfKey(desk, code), key);
}

export function forgetKey(shelf: Shelf, desk: DeskName, code: string): void {
  shelf.removeItem(shelfKey(desk, code));
}
