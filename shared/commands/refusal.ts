import type { Obstacle } from '../mechanics/room.ts';
import type { Misfit, Technique } from '../world/machine/vm.ts';
import type { Role } from '../world/people/seat.ts';

/** Why an order cannot be done, with the facts behind it. A reader's text is made from both. */
export interface RuleRefusals {
  /** The thing it is about is not there, or not to be seen: both answer alike. */
  'rule.no-such-thing': Record<never, never>;
  'rule.unknown-command': Record<never, never>;
  /** The scenario is played without it. */
  'rule.not-in-deck': Record<never, never>;
  'rule.bad-arguments': { readonly path: string };
  'rule.match-over': Record<never, never>;
  'rule.no-free-hand': { readonly hands: number };
  'rule.too-few-credits': { readonly price: number; readonly credits: number };
  /** Someone is working on it already. */
  'rule.target-busy': { readonly subject: string };
  'rule.frames-short': { readonly host: number; readonly free: number; readonly wanted: number };
  'rule.blocks-short': { readonly host: number; readonly free: number; readonly wanted: number };
  /** The host cannot run such a guest by that technique (rule K1). */
  'rule.technique-unfit': {
    readonly host: number;
    readonly technique: Technique;
    readonly misfit: Misfit;
  };
  /** Its guest boots on the old machine type only. */
  'rule.legacy-only': Record<never, never>;
  'rule.no-snapshot': Record<never, never>;
  /** The scenario has no zone to shut anything off in. */
  'rule.no-quarantine': Record<never, never>;
  /** There is no IPS in that switch. */
  'rule.no-ips': { readonly host: number };
  'rule.nothing-to-wipe': { readonly host: number };
  /** VMs still run on the host, so it cannot be rebooted. */
  'rule.host-not-empty': { readonly host: number; readonly vms: number };
  'rule.request-closed': Record<never, never>;
  'rule.wrong-power': { readonly power: string };
  'rule.nothing-to-scrub': { readonly host: number };
  'rule.already-so': Record<never, never>;
  /** The tenant has not asked for it to be taken away. */
  'rule.still-wanted': Record<never, never>;
  'rule.same-order': Record<never, never>;
  /** Attacks begin when the match is live. */
  'rule.not-live': Record<never, never>;
  /** Whoever was thrown out begins nothing for so many ticks more; `seconds` is rounded up. */
  'rule.resting': { readonly ticks: number; readonly seconds: number };
  /** The same is under way already. */
  'rule.under-way': Record<never, never>;
  /** Roles are locked, and it is for another one. */
  'rule.not-your-role': { readonly role: Role };
}

export type RuleRefusal = {
  readonly [Code in keyof RuleRefusals]: {
    readonly code: Code;
    readonly facts: RuleRefusals[Code];
  };
}[keyof RuleRefusals];

export function refuse<Code extends keyof RuleRefusals>(
  code: Code,
  ...facts: Record<never, never> extends RuleRefusals[Code] ? [] : [RuleRefusals[Code]]
): RuleRefusal {
  return { code, facts: facts[0] ?? {} } as RuleRefusal;
}

/** What stands in the way of placing a VM on a host, as a refusal. */
export function obstructed(
  host: number,
  technique: Technique,
  obstacle: Obstacle | null,
): RuleRefusal | null {
  if (obstacle === null) return null;
  switch (obstacle.kind) {
    case 'no-host':
      return refuse('rule.no-such-thing');
    case 'misfit':
      return refuse('rule.technique-unfit', { host, technique, misfit: obstacle.reason });
    case 'frames':
    case 'blocks': {
      const { free, wanted } = obstacle;
      return refuse(`rule.${obstacle.kind}-short`, { host, free, wanted });
    }
  }
}
