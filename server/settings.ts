import { SEATS_PER_SESSION } from '../shared/protocol/limits.ts';

/** What may differ between two installations. */
export interface Settings {
  readonly version: string;
  /** Folder of the built pages. */
  readonly clientDir: string;
  /** Hours after a session's end, or after it was last used, until all of it is deleted. */
  readonly retentionHours: number;
  readonly maxSessions: number;
  /** Seats of a session that are held at once. */
  readonly maxSeats: number;
  /** Origins beside the server's own that may open a socket, such as `https://play.example`. */
  readonly origins: readonly string[];
  /** The path that the game lies under, with a stroke at both ends; alone on its host `/`. */
  readonly base: string;
  /** Origins by which others on the network find this server, as they are at the moment. */
  readonly addresses: () => readonly string[];
}

export const DEFAULT_SETTINGS: Omit<Settings, 'clientDir'> = {
  version: '0.0.0',
  retentionHours: 24,
  maxSessions: 500,
  maxSeats: SEATS_PER_SESSION,
  origins: [],
  base: '/',
  addresses: () => [],
};
