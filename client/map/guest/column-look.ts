import type { Power } from '../../../shared/world/machine/vm.ts';
import type { Density } from '../drawing/measures.ts';
import type { Type } from '../drawing/text.ts';
import type { KernelFloor } from './rings.ts';

/** A guest’s own hypervisor and the VM on it, as they are written from most to least. */
export interface InnerLook {
  /** Its VMs run: the host lets its guests nest, and this one is shown the extension (rule K84). */
  readonly runs: boolean;
  readonly guest: readonly string[];
  readonly slab: readonly string[];
}

/** How a column is written, the same for every guest of the map, so that sizes do not jump about. */
export interface ColumnType {
  /** From the column's edge to its text. */
  readonly inset: number;
  /** Side of the tenant's chip. */
  readonly chip: number;
  /** Between the chip and the name. */
  readonly gap: number;
  readonly name: Type;
  /** Names do not fit beside the chip: it stands on a band over all columns of the tenant. */
  readonly grouped: boolean;
  readonly workload: Type;
}

/** Everything a column's painting follows from, and nothing else: it is the painting's key. */
export interface ColumnLook {
  readonly w: number;
  readonly h: number;
  readonly scale: number;
  readonly density: Density;
  readonly capH: number;
  /** Where the tenant's chip begins. */
  readonly chipTop: number;
  /** Height of the guest kernel's floor; 0 when it is not drawn. */
  readonly kernelH: number;
  readonly zone: string;
  /** What is written on its cap, from most to least; nothing where that is a stripe. */
  readonly zoneNames: readonly string[];
  readonly tenant: string;
  readonly letter: string;
  readonly name: string;
  readonly number: string;
  readonly type: ColumnType;
  readonly workload: string;
  readonly power: Power;
  /** How far a VM that is being made has come, from 0 to 1. */
  readonly growth: number;
  /** Guests of its own, and the hypervisor under them; `null` where its work is not done by such. */
  readonly inner: InnerLook | null;
  readonly apps: string;
  /** What is written on the kernel's floor, from most to least. */
  readonly kernelText: readonly string[];
  /** Where that kernel runs; `null` for a container, which has none. */
  readonly kernel: KernelFloor | null;
  /** The floor on which foreign code was found. */
  readonly found: 'apps' | 'kernel' | null;
  readonly moving: boolean;
  /** It is in quarantine. */
  readonly shut: boolean;
  /** Of the applications' floor. */
  readonly ground: string;
  /** The technique's name, from most to least, and as it stands where none of them has room. */
  readonly technique: readonly string[];
  readonly tiny: string;
  readonly bright: boolean;
  /** Height kept for the technique where there is no kernel's floor to write it on. */
  readonly techniqueH: number;
  /** Where the layer's note goes, or `null`: then nothing is to be written there. */
  readonly noteY: number | null;
  readonly family: string;
}
