import { describe, expect, test } from 'vitest';
import { coinciding } from '../../../../client/state/match/coinciding.ts';
import { orderKey } from '../../../../client/state/match/orders.ts';
import { refuse } from '../../../../shared/commands/refusal.ts';
import { matchAt } from '../../support/view-fixture.ts';

const LOOK = { vm: 1 };

/** A match in which two people give the same order in the same tick. */
function together() {
  const { authority } = matchAt(1);
  authority.submit({ kind: 'seat', seat: 2, pilot: 'human' });
  for (const seat of [1, 2]) {
    authority.submit({ kind: 'order', seat, n: 1, command: 'investigate-vm', args: LOOK });
  }
  const { answers } = authority.step();
  const late = answers.find(({ reply }) => !reply.ok);
  if (!late || late.reply.ok) throw new Error('both were taken');
  return { view: authority.projection, refusal: late.reply.refusal };
}

describe('an order that another was quicker with', () => {
  test('is told with the job that does it, and whether that is the very same', () => {
    const { view, refusal } = together();
    const same = coinciding(view, refusal, orderKey('investigate-vm', LOOK));
    expect(same).toMatchObject({ same: true, job: { seat: 1, command: 'investigate-vm' } });
    const other = coinciding(view, refusal, orderKey('migrate-vm', { vm: 1, host: 2 }));
    expect(other).toMatchObject({ same: false, job: { seat: 1 } });
  });

  test('is no such thing when it was refused for another reason, or nothing is known', () => {
    const { view, refusal } = together();
    expect(coinciding(view, refuse('rule.already-so'), 'x')).toBeNull();
    expect(coinciding(null, refusal, 'x')).toBeNull();
    expect(coinciding(matchAt(1).view, refusal, 'x')).toBeNull();
  });
});
