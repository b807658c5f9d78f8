import type { ZoneId } from './ids.ts';

export type ZoneName = 'dmz' | 'app' | 'data';

/** A part of the network with one level of trust. Higher `trust` is more trusted. */
export interface Zone {
  readonly id: ZoneId;
  readonly name: ZoneName;
  readonly trust: number;
}
