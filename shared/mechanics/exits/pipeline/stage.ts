import type { HypercallName } from '../../../world/machine/hypercall.ts';
import type { Actor, Kind } from '../../../world/machine/trap.ts';
import { type CostTraits, NATIVE } from '../../cost/prices.ts';
import { kernelRing } from '../../processor/kernel-ring.ts';
import { wordSizeOf } from '../../processor/word-size.ts';

/** The two axes of a CPU with VT-x (FACTS §17.1); `null` where the technique makes no use of VT-x. */
export type RootMode = 'root' | 'non-root' | null;

/** One stage of an operation, one observable state of the CPU (FACTS, A2). */
export interface Stage {
  /** What happens, by the name under which it is said. */
  readonly what: string;
  readonly who: Actor;
  readonly mode: RootMode;
  readonly cpl: 0 | 1 | 3;
  /** As the lecture has it: 0 where privileged instructions are carried out, 1 where they trap. */
  readonly modeBit: 0 | 1;
  /** Cycles that are charged here; 0 where a source gives them together with another stage's. */
  readonly cycles: number;
  /** The hypercall that is made here. */
  readonly call?: HypercallName;
}

/** Only ring 0 carries privileged instructions out: ring 1 traps as ring 3 does (FACTS §17.2). */
const modeBitOf = (cpl: Stage['cpl']): Stage['modeBit'] => (cpl === 0 ? 0 : 1);

/** Someone who acts in one state of the CPU: makes their stages. */
export type Acting = (what: string, cycles?: number) => Stage;

export const acting =
  (who: Actor, mode: RootMode, cpl: Stage['cpl']): Acting =>
  (what, cycles = 0) => ({ what, who, mode, cpl, modeBit: modeBitOf(cpl), cycles });

/**
 * Whoever has the drivers of the real devices: under a type 1 hypervisor as Xen is one the kernel of
 * Dom0, which is a ported one; else the kernel of the host OS (FACTS §9, §16).
 */
export const driverOf = (host: CostTraits, mode: RootMode): Acting =>
  host.platform === 'type1'
    ? acting('dom0', mode, kernelRing('para', wordSizeOf(host)) ?? 0)
    : acting('host-kernel', mode, 0);

/** An operation that nobody else has a part in, at its native price. */
export const alone = (who: Acting, what: string, kind: Kind): Stage[] => [who(what, NATIVE[kind])];

/** What a host's filters do about an exit on its way (rules K6, W5). */
export interface Turnout {
  /** Its operand is compared with a bound, at a price. */
  readonly checked: boolean;
  /** It is refused: no device model sees it. */
  readonly refused: boolean;
  /** It waits on the trap desk, until a human has decided what of the rest there is to be. */
  readonly held?: boolean;
  /** It is written down, at a price: a hypercall of a host that audits them. */
  readonly audited?: boolean;
  /** Of an exception: it leaves the guest. Of a VMRUN: the guest may not nest (rule K106). */
  readonly intercepted?: boolean;
  readonly withheld?: boolean;
  /** Of an exception: the guest’s kernel raised it, and none of its programs. */
  readonly inKernel?: boolean;
  /** The hypercall on record that it is about, where that is not the one by which its kind is known. */
  readonly call?: HypercallName;
}
