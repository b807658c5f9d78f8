import type { Shelf } from '../storage.ts';

/** What a tab remembers of its seat over a reload. Kept for the tab alone, so tabs stay apart. */
export interface SeatMemory {
  readonly token: string;
  /** Number of the next order. */
  readonly next: number;
}

/** A seat that was taken in this browser, in whichever tab. */
export interface RecentSeat extends SeatMemory {
  readonly code: string;
  readonly seat: number;
  readonly nickname: string;
}

/** Seats that a browser remembers: a shared computer in a class has a few, one for each tab. */
const RECENT = 24;
const RECENT_KEY = 'hyperward/seats';

const key = (code: string): string => `hyperward/seat/${code}`;

function read(shelf: Shelf, name: string): unknown {
  try {
    return JSON.parse(shelf.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

/** Storage may be full or forbidden: what is not remembered costs convenience, not the seat. */
function write(shelf: Shelf, name: string, value: unknown): void {
  try {
    shelf.setItem(name, JSON.stringify(value));
  } catch {
    // Nothing to be done about it.
  }
}

export function recallSeat(shelf: Shelf, code: string): SeatMemory | null {
  const value = read(shelf, key(code));
  if (typeof value !== 'object' || value === null) return null;
  const { token, next } = value as Partial<Record<keyof SeatMemory, unknown>>;
  return typeof token === 'string' && typeof next === 'number' ? { token, next } : null;
}

export function rememberSeat(shelf: Shelf, code: string, memory: SeatMemory): void {
  write(shelf, key(code), memory);
}

export function forgetSeat(shelf: Shelf, code: string): void {
  shelf.removeItem(key(code));
}

function isRecent(value: unknown): value is RecentSeat {
  if (typeof value !== 'object' || value === null) return false;
  const { token, next, code, seat, nickname } = value as Partial<Record<keyof RecentSeat, unknown>>;
  return (
    typeof token === 'string' &&
    typeof next === 'number' &&
    typeof code === 'string' &&
    typeof seat === 'number' &&
    typeof nickname === 'string'
  );
}

function allRecent(shelf: Shelf): readonly RecentSeat[] {
  const value = read(shelf, RECENT_KEY);
  return Array.isArray(value) ? value.filter(isRecent) : [];
}

/** Seats of a session that were taken in this browser, the latest first. */
export function recentSeats(shelf: Shelf, code: string): readonly RecentSeat[] {
  return allRecent(shelf).filter((seat) => seat.code === code);
}

/** Puts a seat first among those that this browser remembers. */
export function noteRecent(shelf: Shelf, seat: RecentSeat): void {
  const others = allRecent(shelf).filter(({ token }) => token !== seat.token);
  write(shelf, RECENT_KEY, [seat, ...others].slice(0, RECENT));
}

const removedKey = (code: string): string => `hyperward/removed/${code}`;

/** The key of a seat of this browser that was taken away: it comes in by no other until it is let in. */
export function recallRemoved(shelf: Shelf, code: string): string | null {
  const token = read(shelf, removedKey(code));
  return typeof token === 'string' ? token : null;
}

export function keepRemoved(shelf: Shelf, code: string, token: string): void {
  write(shelf, removedKey(code), token);
}

export function dropRemoved(shelf: Shelf, code: string): void {
  shelf.removeItem(removedKey(code));
}

export function dropRecent(shelf: Shelf, token: string): void {
  const left = allRecent(shelf).filter((seat) => seat.token !== token);
  if (left.length === 0) shelf.removeItem(RECENT_KEY);
  else write(shelf, RECENT_KEY, left);
}
