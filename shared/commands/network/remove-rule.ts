import { POLICY, placeSince, removeRuleAt } from '../../mechanics/network/edit.ts';
import type { RowRef } from '../../world/fact.ts';
import { NONE } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface RemoveRule extends Record<string, number | string> {
  /** Its place in the intended policy, from 1. */
  readonly rule: number;
}

/** The places of the rules that a subject is about: all of the policy, or those that fit a zone. */
function placesAbout(world: ReadonlyWorld, subject: RowRef): number[] {
  const rules = find(world.policies, POLICY)?.rules ?? [];
  const zone = find(world.zones, idIn(subject, 'zones'))?.id ?? NONE;
  const whole = idIn(subject, 'policies') === POLICY;
  return rules.flatMap((rule, i) => {
    const fits =
      whole || (zone !== NONE && [NONE, zone].some((z) => z === rule.from || z === rule.to));
    return fits ? [i + 1] : [];
  });
}

/**
 * Takes a rule out of the intended policy. The switches go on enforcing it until they are given the
 * policy anew (rule N5).
 */
export const removeRule = define<RemoveRule>({
  name: 'remove-rule',
  role: 'network',
  key: '',
  fits: ['joining-rule'],
  contains: ['policy-edited', 'open-door'],
  schema: schemaOf<RemoveRule>({ rule: id }),
  offers: (world, subject) => placesAbout(world, subject).map((rule) => ({ rule })),
  price: () => 0,
  length: (world) => world.pace.ruleLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: () => [`policies/${POLICY}`],
  refusal: (world, { rule }) => {
    const row = find(world.policies, POLICY)?.rules[rule - 1];
    return row ? null : refuse('rule.no-such-thing');
  },
  finish: (turn, { rule }, order) => {
    // The office may have put a rule in or taken one out while this one was looked for.
    const place = placeSince(turn, rule, order.seq);
    if (place > 0) removeRuleAt(turn, place, { kind: 'seat', id: order.seat }, order.seq);
  },
  words: {
    name: { ko: '{{rule}}번 규칙 삭제', en: 'Remove rule {{rule}}' },
    does: {
      ko: '정책 원본만 바뀝니다. 스위치는 배포할 때까지 이전 규칙대로 동작합니다.',
      en: 'Edits the intended policy. Switches keep to their old rules until it is pushed.',
    },
    done: { ko: '정책에서 {{rule}}번 규칙을 삭제한다', en: 'remove rule {{rule}} from the policy' },
    control: { ko: '모두 허용하는 규칙 삭제', en: 'Remove the any-any rule' },
  },
});
