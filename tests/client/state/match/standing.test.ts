import { expect, test } from 'vitest';
import { standsStill } from '../../../../client/state/match/standing.ts';
import type { Refusal } from '../../../../shared/protocol/refusal.ts';
import type { BlueView } from '../../../../shared/view/view.ts';
import { matchAt } from '../../support/view-fixture.ts';

const { view } = matchAt(40);

const withTables = (tables: object): BlueView =>
  ({ ...view, tables: { ...view.tables, ...tables } }) as unknown as BlueView;

const job = (over: object): object => ({ id: 1, seat: 1, claims: ['vms/1'], ...over });
const jobs = (...rows: object[]): BlueView => withTables({ jobs: [null, ...rows] });
const host = (over: object): BlueView =>
  withTables({ hosts: [null, { ...view.tables.hosts[1], ...over }] });
const credits = (n: number): BlueView =>
  withTables({ match: [null, { ...view.tables.match[1], credits: n }] });

const still = (within: BlueView, refusal: Refusal): boolean => standsStill(within, refusal, 1);

test('a hand that is free again, credits that have come, a thing that nobody works on any more', () => {
  const hand: Refusal = { code: 'rule.no-free-hand', facts: { hands: 1 } };
  expect([still(jobs(job({})), hand), still(jobs(), hand)]).toEqual([true, false]);
  expect(still(jobs(job({ seat: 2 })), hand)).toBe(false);
  const dear: Refusal = { code: 'rule.too-few-credits', facts: { price: 40, credits: 10 } };
  expect([still(credits(39), dear), still(credits(40), dear)]).toEqual([true, false]);
  const busy: Refusal = { code: 'rule.target-busy', facts: { subject: 'vms/1' } };
  expect([still(jobs(job({})), busy), still(jobs(), busy)]).toEqual([true, false]);
});

test('room that has come, a host that has been emptied, frames that somebody left', () => {
  const short: Refusal = { code: 'rule.frames-short', facts: { host: 1, free: 1, wanted: 2 } };
  expect([still(host({ free: [1] }), short), still(host({ free: [1, 2] }), short)]).toEqual([
    true,
    false,
  ]);
  const disk: Refusal = { code: 'rule.blocks-short', facts: { host: 1, free: 0, wanted: 1 } };
  expect([still(host({ freeBlocks: [] }), disk), still(host({ freeBlocks: [1] }), disk)]).toEqual([
    true,
    false,
  ]);
  const full: Refusal = { code: 'rule.host-not-empty', facts: { host: 1, vms: 3 } };
  expect([still(view, full), still(withTables({ vms: [] }), full)]).toEqual([true, false]);
  const clean: Refusal = { code: 'rule.nothing-to-scrub', facts: { host: 1 } };
  expect([still(host({ free: [] }), clean), still(view, clean)]).toEqual([true, false]);
});

test('what cannot be told by what is to be seen stays for its time', () => {
  expect(still(view, { code: 'rule.request-closed', facts: {} })).toBe(true);
});
