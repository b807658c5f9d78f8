import type { FlawName } from '../world/flaws/registry.ts';
import type { Act } from '../world/people/attacker.ts';
import type { Plan } from '../world/people/calendar.ts';
import type { ZoneName } from '../world/zone.ts';

/** Something an instructor could put into a world. `key` names it in the act. */
export type Injection =
  | {
      readonly key: string;
      readonly kind: 'event';
      readonly plan: Plan;
      /** Of an advisory: what it would be about, which no view tells before it is out. */
      readonly flaw: FlawName | null;
      /** Of a segment's ports: whose zone it is. */
      readonly zone: ZoneName | null;
    }
  /**
   * What an attacker there could try, as far as they know: it works only if its needs are true. `vms`:
   * from which VM and at which one, where the act names any; 0 is the internet.
   */
  | {
      readonly key: string;
      readonly kind: 'attack';
      readonly act: Act;
      readonly sure: boolean;
      readonly vms: readonly number[];
    };
