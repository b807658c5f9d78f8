import { boundOf } from '../../mechanics/exits/bounds.ts';
import { fact } from '../../world/fact.ts';
import type { FlawName } from '../../world/flaws/registry.ts';
import type { Trap } from '../../world/machine/host.ts';
import type { HypercallName } from '../../world/machine/hypercall.ts';
import { about, type Known } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import { type Attack, type AttackWords, atTheEnd } from '../attack.ts';
import { isNoted } from '../knowing.ts';
import type { Need } from '../need.ts';
import { onThisHost } from './device.ts';
import { escapeStrike, escapes, makeExit, seize } from './escape.ts';
import { callUnchecked } from './filter.ts';
import { hostUnpatched } from './flaw.ts';
import { guestRuns, kernelInGuest } from './guest.ts';
import { isParavirtual } from './storage.ts';

/** Its kernel is of 64 bits: addresses that it hands over reach the hypervisor's own. */
const isWide: Need<'is-64-bit'> = {
  id: 'is-64-bit',
  words: {
    short: { ko: '64비트 게스트', en: '64-bit guest' },
    failed: { ko: '그 VM의 커널은 32비트였습니다', en: 'the kernel of the VM is of 32 bits' },
  },
  known: { inside: isNoted('word-size', 64) },
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.wordSize === 64,
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'wordSize')],
  // Another kernel is another guest.
  counters: () => [],
};

/** What every such escape rests on. */
type Rests =
  | 'guest-runs'
  | 'kernel-in-guest'
  | 'on-this-host'
  | 'is-paravirtual'
  | 'host-unpatched'
  | 'call-unchecked';

interface Hypercall {
  readonly id: string;
  readonly catalogue: string;
  readonly flaw: FlawName;
  readonly call: HypercallName & Trap;
  /** What is handed over in the end: over its bound, or not. */
  readonly operand: number;
}

/** Which guests have it: those of both word sizes, or of 64 bits alone. */
type HypercallEscape = Hypercall &
  (
    | { readonly wide: false; readonly words: AttackWords<Rests> }
    | { readonly wide: true; readonly words: AttackWords<Rests | 'is-64-bit'> }
  );

/**
 * An escape by a hypercall whose arguments the hypervisor checks too little. There is no device and no
 * process in between: what the call gets hold of is the machine.
 */
export function hypercallEscape(way: HypercallEscape): Attack {
  const { id, catalogue, flaw, call, operand, wide, words } = way;
  const fits = (known: Known, vm: number): boolean =>
    about(known, vm, 'technique') === 'para' && (!wide || about(known, vm, 'word-size') === 64);
  return {
    id,
    catalogue,
    targets: [2],
    family: 'hypervisor',
    takes: ['vm'],
    brings: 'host',
    flaw,
    needs: [
      guestRuns,
      kernelInGuest,
      onThisHost,
      isParavirtual,
      ...(wide ? [isWide] : []),
      hostUnpatched,
      callUnchecked({ reason: 'hypercall', device: '', call, operand }),
    ],
    headline: ['host-unpatched'],
    words,
    length: (lengths) => lengths.privilege + lengths.act,
    resolve: escapeStrike(flaw),
    strikes: atTheEnd,
    // A call as every kernel makes it, to see what comes back.
    opening: (turn, by, { vm = 0 }) => {
      makeExit(turn, by, vm, { reason: 'hypercall', device: '', call, operand: boundOf(call) });
    },
    trace: (turn, by, { vm = 0 }) => {
      makeExit(turn, by, vm, { reason: 'hypercall', device: '', call, operand });
    },
    effect: seize,
    prospects: (known) =>
      escapes(known, id, flaw, 'kernel', (vm) => fits(known, vm)).map((prospect) => ({
        ...prospect,
        sure: true,
      })),
  };
}
