import type { Serve } from '../journey.ts';
import { watchMaps } from './map-measures.ts';

/** Pages outlive the server at the end. */
export const expected = [/ERR_CONNECTION_REFUSED|Failed to load resource|WebSocket connection/];
export const WATCHED = { prepare: watchMaps, expected };
/** A minute each on a quiet machine, and most of the time it is not quiet. */
export const LONG = { timeout: 480_000 };

/**
 * At every size, by touch, with large type; each size in both languages and both themes as the screens go
 * by. What is found is told all at once.
 */
export async function everywhere(
  serve: Serve,
  walk: (base: string, found: string[]) => Promise<void>,
): Promise<readonly string[]> {
  const found: string[] = [];
  const server = await serve({ SPEED: '4' });
  await walk(server.url, found);
  return found;
}
