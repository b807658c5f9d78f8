import type { Blast } from '../../../shared/view/blast/blast.ts';
import type { VmRow } from '../../../shared/view/machine-rows.ts';
import type { Writer } from '../drawing/labels.ts';
import type { Facts } from '../facts.ts';

/** How bright each part of the drawing is, from 0 to 1. What bears words is never dimmed. */
interface Lights {
  readonly load: number;
  readonly device: number;
  readonly platform: number;
  readonly rail: number;
  readonly frame: number;
  readonly block: number;
  readonly features: number;
  readonly street: number;
}

/** One line about a VM, with a meter from 0 to 1 where there is something to measure. */
export interface Note {
  readonly text: string;
  readonly meter: number | null;
  /** Wants attention. */
  readonly amber: boolean;
}

/**
 * A way to look at the same drawing: what is lit, and what is written besides. To add one is to add
 * a file here and a line in the registry.
 */
export interface LayerLook {
  readonly lights: Lights;
  /** The technique is the point: written in the accent. */
  readonly technique: boolean;
  /** Zones are named on caps and wires, flows move, and what sensors can see is lit. */
  readonly zones: boolean;
  /** Frames carry their tenant's letter. */
  readonly letters: boolean;
  /** Categories of VMs are told apart. */
  readonly categories: boolean;
  /** Exits drop through the platform, and the basement says what stands in their way. */
  readonly exits: boolean;
  /** What could fall is lit, slabs say whether they can be trusted, and what opens them. */
  readonly trust: boolean;
  note(vm: VmRow, facts: Facts, writer: Writer, blast: Blast | null): Note | null;
}
