import type { Blast } from '../../shared/view/blast/blast.ts';
import type { BlueView } from '../../shared/view/view.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import type { Tally } from './compose.ts';
import type { MapTheme } from './drawing/palette.ts';
import type { Layer } from './layers/registry.ts';
import type { MapCall } from './sketch.ts';

/** Everything the map shows. It is a function of this and of where one has zoomed to. */
export interface MapInput {
  readonly view: BlueView;
  readonly selection: RowRef | null;
  readonly layer: Layer;
  /** Frames the allocator would hand out for what the player is considering, in its order. */
  readonly offered: readonly number[];
  /** Where teammates have just pointed; nobody, unless told. */
  readonly calls?: readonly MapCall[];
  /** What could fall, in the layer that shows it; nothing, unless told. */
  readonly blast?: Blast | null;
  /** The current tick, with its fraction. */
  readonly clock: number;
}

export interface MapOptions {
  readonly parent: HTMLElement;
  readonly renderer: 'canvas' | 'webgl' | 'auto';
  label(path: string, values?: Record<string, string | number>): string;
  onSelect(ref: RowRef | null): void;
  onOpen?(ref: RowRef): void;
  /** The pointer is on something else, or on nothing. */
  onPoint?(ref: RowRef | null): void;
  readonly reducedMotion: boolean;
  readonly theme: MapTheme;
  /** CSS pixels at the top that something else covers, as it is now; nothing, unless told. */
  covered?(): number;
  /** It is read from the back of a room: as large as it fits, and nothing floats over it. */
  readonly wall?: boolean;
}

export interface MapStats extends Tally {
  /** Times the picture was drawn since the map was mounted. It stands still while nothing changes. */
  readonly redraws: number;
}

export interface MapHandle {
  show(input: MapInput): void;
  /** The language changed. */
  relabel(): void;
  /** From now on in these colours. */
  recolour(theme: MapTheme): void;
  /** The parent's size or the screen's sharpness changed. */
  resize(): void;
  destroy(): void;
  readonly stats: MapStats;
}
