import type { ZoneId } from '../../world/ids.ts';
import type { Rule, ServiceName } from '../../world/network.ts';
import type { Deep } from '../../world/table.ts';

/** What a list of rules says about a flow: the first rule that fits decides, `none` if none does. */
export type Ruling = 'allow' | 'deny' | 'none';

export function ruling(
  rules: readonly Deep<Rule>[],
  from: ZoneId | 0,
  to: ZoneId | 0,
  service: ServiceName,
): Ruling {
  const rule = deciding(rules, from, to, service);
  if (rule === null) return 'none';
  return rule.allow ? 'allow' : 'deny';
}

/** The first rule that fits a flow, or `null`: the one that decides. */
export function deciding(
  rules: readonly Deep<Rule>[],
  from: ZoneId | 0,
  to: ZoneId | 0,
  service: ServiceName,
): Deep<Rule> | null {
  for (const rule of rules) {
    if (rule.from !== 0 && rule.from !== from) continue;
    if (rule.to !== 0 && rule.to !== to) continue;
    if (rule.service !== 'any' && rule.service !== service) continue;
    return rule;
  }
  return null;
}

/** Whether it is a rule that joins every zone with every other (B53). */
export function isAnyAny(rule: Deep<Rule>): boolean {
  return rule.allow && rule.from === 0 && rule.to === 0 && rule.service === 'any';
}
