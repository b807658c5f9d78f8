import type { Shelf } from '../state/storage.ts';

/** What a tab remembers of its seat over a reload. Kept for the tab alone, so tabs stay apart. */
export interface SeatMemory {
  readonly token: string;
  /** Number of the next order. */
  readonly next: number;
}

const key = (code: string): string => `hyperward/seat/${code}`;

export function recallSeat(shelf: Shelf, code: string): SeatMemory | null {
  try {
    const value: unknown = JSON.parse(shelf.getItem(key(code)) ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const { token, next } = value as Partial<Record<keyof SeatMemory, unknown>>;
    return typeof token === 'string' && typeof next === 'number' ? { token, next } : null;
  } catch {
    return null;
  }
}

export function rememberSeat(shelf: Shelf, code: string, memory: SeatMemory): void {
  shelf.setItem(key(code), JSON.stringify(memory));
}

export function forgetSeat(shelf: Shelf, code: string): void {
  shelf.removeItem(key(code));
}
