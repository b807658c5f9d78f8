import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import type { Seq } from '../../world/ids.ts';
import type { Rule } from '../../world/network.ts';
import { type Deep, get } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';

/** The one row of the intended policy. */
export const POLICY = 1;

/**
 * Changes what is meant to be. A rule that is put in comes first of all, which is what makes an
 * any-any rule in a hurry so harmful (FACTS B53); the first rule that says the same is taken out.
 * No switch knows of it until it is given the policy anew (rule N5).
 */
export function editRules(
  turn: Turn,
  rule: Rule,
  edit: 'add' | 'remove',
  actor: Actor,
  cause: Seq,
): void {
  const { rules } = get(turn.world.policies, POLICY);
  if (edit === 'add') {
    change(turn, { rules: [rule, ...rules], rule, added: true, at: 1 }, actor, cause);
    return;
  }
  const at = rules.findIndex((other) => sameRule(other, rule)) + 1;
  if (at > 0) removeRuleAt(turn, at, actor, cause);
}

/** Takes out the rule at that place, from 1. */
export function removeRuleAt(turn: Turn, at: number, actor: Actor, cause: Seq): void {
  const { rules } = get(turn.world.policies, POLICY);
  const rule = rules[at - 1];
  if (!rule) return;
  const rest = rules.filter((_, i) => i !== at - 1);
  change(turn, { rules: rest, rule, added: false, at }, actor, cause);
}

interface Edit {
  readonly rules: readonly Rule[];
  readonly rule: Rule;
  readonly added: boolean;
  readonly at: number;
}

function change(turn: Turn, { rules, rule, added, at }: Edit, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const version = get(world.policies, POLICY).version + 1;
  const edited = emit(turn, 'rules-edited', {
    actor,
    subjects: [`policies/${POLICY}`],
    causes: [cause, ...(added ? [] : [provenanceOf(world, fact('policies', POLICY, 'rules'))])],
    data: { version, rule, added, at },
  });
  setFact(world, 'policies', POLICY, 'rules', rules, edited);
  setFact(world, 'policies', POLICY, 'version', version, edited);
}

function sameRule(a: Deep<Rule>, b: Deep<Rule>): boolean {
  return a.from === b.from && a.to === b.to && a.service === b.service && a.allow === b.allow;
}

/**
 * Where a rule is now that stood at that place when an event happened: others were put in before it
 * or taken out meanwhile. 0: it is gone itself.
 */
export function placeSince({ history }: Turn, at: number, since: Seq): number {
  let place = at;
  for (const event of history.slice(since)) {
    if (event.kind !== 'rules-edited') continue;
    if (event.data.added) place += event.data.at <= place ? 1 : 0;
    else if (event.data.at === place) return 0;
    else place -= event.data.at < place ? 1 : 0;
  }
  return place;
}
