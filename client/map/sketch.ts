import type { Blast } from '../../shared/view/blast/blast.ts';
import type { JobRow } from '../../shared/view/rows.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import type { Writer } from './drawing/labels.ts';
import type { MapTheme } from './drawing/palette.ts';
import type { Facts, HostFacts } from './facts.ts';
import type { ColumnType } from './guest/column-look.ts';
import type { LayerLook } from './layers/layer.ts';
import type { Lot } from './layout.ts';

/** Something that a teammate has just said about a thing. */
export interface MapCall {
  readonly ref: RowRef;
  /** It wants attention, and is not just pointed out. */
  readonly urgent: boolean;
  /** Who says what, in the reader's language. */
  readonly text: string;
}

/** All that a drawing follows from. */
export interface Sketch {
  readonly facts: Facts;
  readonly jobs: ReadonlyMap<RowRef, readonly JobRow[]>;
  readonly look: LayerLook;
  readonly theme: MapTheme;
  readonly writer: Writer;
  readonly selection: RowRef | null;
  readonly offered: readonly number[];
  /** Where teammates have just pointed. */
  readonly calls: readonly MapCall[];
  /** What could fall, in the layer that shows it. */
  readonly blast?: Blast | null;
  readonly clock: number;
  /** Nothing is to move: what would have moved is a mark that stays. */
  readonly still: boolean;
  readonly types: Map<string, ColumnType>;
}

/** One host and where it stands. */
export interface Site {
  readonly host: HostFacts;
  readonly lot: Lot;
}
