/** Why an order cannot be done, with the facts behind it. A reader's text is made from both. */
export interface RuleRefusals {
  /** The thing it is about is not there, or not to be seen: both answer alike. */
  'rule.no-such-thing': Record<never, never>;
  'rule.unknown-command': Record<never, never>;
  'rule.bad-arguments': { readonly path: string };
  'rule.match-over': Record<never, never>;
  'rule.no-free-hand': { readonly hands: number };
  'rule.too-few-credits': { readonly price: number; readonly credits: number };
  /** Someone is working on it already. */
  'rule.target-busy': { readonly subject: string };
  'rule.frames-short': { readonly host: number; readonly free: number; readonly wanted: number };
  'rule.request-closed': Record<never, never>;
  'rule.wrong-power': { readonly power: string };
  'rule.nothing-to-scrub': { readonly host: number };
  'rule.already-so': Record<never, never>;
  /** The tenant has not asked for it to be taken away. */
  'rule.still-wanted': Record<never, never>;
  'rule.same-order': Record<never, never>;
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
