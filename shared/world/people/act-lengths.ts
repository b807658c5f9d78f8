import type { Tick } from '../ids.ts';
import type { Pace } from '../pace.ts';
import type { MindName } from './attacker.ts';

/** How fast someone's hands are: ticks for each kind of act, and for thinking between them. */
export interface ActLengths {
  /** How many acts they have under way at once. */
  readonly chains: number;
  readonly think: Tick;
  readonly afterSuccess: Tick;
  readonly recon: Tick;
  readonly access: Tick;
  readonly privilege: Tick;
  readonly act: Tick;
  /** A look at one precondition. */
  readonly probe: Tick;
}

/**
 * A crew works in eight tenths of an opportunist's time, on two things at once. Who is persistent is faster
 * still, and rests longer once they have something.
 */
export function actLengthsOf(pace: Pace, mind: MindName): ActLengths {
  const scaled = (ticks: Tick, permille: number): Tick =>
    Math.max(1, Math.trunc((ticks * permille) / 1000));
  switch (mind) {
    case 'opportunist':
      return {
        chains: 1,
        think: pace.think,
        afterSuccess: pace.afterSuccess,
        recon: pace.reconLength,
        access: pace.accessLength,
        privilege: pace.privilegeLength,
        act: pace.actLength,
        probe: pace.probeLength,
      };
    case 'crew':
      return {
        chains: 2,
        think: scaled(pace.think, 667),
        afterSuccess: scaled(pace.afterSuccess, 875),
        recon: scaled(pace.reconLength, 800),
        access: scaled(pace.accessLength, 800),
        privilege: scaled(pace.privilegeLength, 800),
        act: scaled(pace.actLength, 800),
        probe: pace.probeLength,
      };
    case 'persistent':
      return {
        chains: 2,
        think: scaled(pace.think, 417),
        afterSuccess: scaled(pace.afterSuccess, 1250),
        recon: scaled(pace.reconLength, 650),
        access: scaled(pace.accessLength, 650),
        privilege: scaled(pace.privilegeLength, 650),
        act: scaled(pace.actLength, 650),
        probe: pace.probeLength,
      };
  }
}

/**
 * Quietly takes half as long again, and the tell comes at half of the work instead of at once. What
 * a tell shows is activity: whoever spreads the same work over more time stays longer below what
 * anyone would look twice at, and is nearer to the end of it when somebody does. The strike itself
 * leaves what it always leaves.
 */
const QUIETLY = 1500;

/** Ticks that an act takes which takes so many when it is done fast. */
export function lengthOf(fast: Tick, quiet: boolean): Tick {
  return quiet ? Math.trunc((fast * QUIETLY) / 1000) : fast;
}
