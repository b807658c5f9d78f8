import { expect, test } from 'vitest';
import { answersTo, playable } from '../../client/state/answers.ts';
import { placeOf } from '../../client/state/counters.ts';
import { sortOptions } from '../../client/state/fitting.ts';
import type { Offer } from '../../shared/commands/command.ts';
import type { AlertRow, MatchRow } from '../../shared/view/rows.ts';
import type { BlueView } from '../../shared/view/view.ts';
import { matchAt } from './view-fixture.ts';

const { view } = matchAt(40);

/** The same match, played with these commands alone. */
function playedWith(...commands: readonly string[]): BlueView {
  const [, row] = view.tables.match;
  if (row === null || row === undefined) throw new Error('no match');
  const match: MatchRow = { ...row, deck: { commands, sensors: [], techniques: ['hvm'] } };
  return { ...view, tables: { ...view.tables, match: [null, match] } };
}

const alertOf = (seen: AlertRow['seen'], change: Partial<AlertRow> = {}): AlertRow => ({
  id: 5,
  tick: 9,
  sensor: 'S2',
  host: 1,
  vm: 1,
  seen,
  state: 'open',
  ...change,
});

const traffic = alertOf({
  kind: 'traffic',
  nature: 'probe',
  peer: 2 as never,
  service: 'web',
  count: 3,
  blocked: false,
});

const commandsOf = (within: BlueView, alert: AlertRow): readonly string[] =>
  answersTo(within, alert).map(({ command }) => command);

test('a VM is contained by quarantine where the deck has it, else by stopping it', () => {
  expect(
    commandsOf(playedWith('quarantine-vm', 'investigate-vm', 'acknowledge-alert'), traffic),
  ).toEqual(['quarantine-vm', 'investigate-vm', 'acknowledge-alert']);
  expect(commandsOf(playedWith(), traffic)).toEqual(['stop-vm', 'acknowledge-alert']);
});

test('what lies on a host is answered there', () => {
  const residue = alertOf({ kind: 'residue-free', asset: 1 as never, frames: 4 }, { vm: 0 });
  const [mend] = answersTo(playedWith('scrub-frames'), residue);
  expect(mend).toEqual({ kind: 'contain', command: 'scrub-frames', args: { host: 1 } });
  const moved = alertOf({ kind: 'moved', from: 1 as never, to: 2 as never });
  const [push] = answersTo(playedWith('push-policy'), moved);
  expect(push?.args).toEqual({ host: 2 });
});

test('what was read, or is over, or found nothing asks for no answer', () => {
  expect(answersTo(view, { ...traffic, state: 'acknowledged' })).toEqual([]);
  expect(answersTo(view, { ...traffic, state: 'over' })).toEqual([]);
  expect(answersTo(view, alertOf({ kind: 'nothing-found' }))).toEqual([]);
});

test('what comes from outside is answered at the VM that it came to', () => {
  const [contain] = answersTo(playedWith('quarantine-vm'), { ...traffic, vm: 0 });
  expect(contain?.args).toEqual({ vm: 2 });
  const gone = { ...traffic, vm: 0, seen: { ...traffic.seen, peer: 900 as never } };
  expect(commandsOf(view, gone)).toEqual(['acknowledge-alert']);
});

test('cards, jobs and power are in every deck', () => {
  const [, row] = playedWith().tables.match;
  expect(['stop-vm', 'acknowledge-alert'].map((name) => playable(row ?? null, name))).toEqual([
    true,
    true,
  ]);
  expect(playable(row ?? null, 'migrate-vm')).toBe(false);
  expect(playable(null, 'migrate-vm')).toBe(true);
});

const offer = (command: string, args: Offer['args'], refused = false): Offer => ({
  command,
  key: '',
  args,
  price: 0,
  length: 1,
  refusal: refused ? { code: 'rule.already-so', facts: {} } : null,
});

test('options come in three groups: what answers something to be seen, the rest, the refused', () => {
  const scrub = offer('scrub-frames', { host: 1 });
  const policy = offer('scrub-policy', { host: 1, policy: 'on-free' });
  const push = offer('push-policy', { host: 1 });
  const no = offer('patch-host', { host: 1, how: 'live' }, true);
  expect(sortOptions(view, [no, policy, push, scrub], (option) => option)).toEqual({
    fitting: [scrub],
    possible: [policy, push],
    refused: [no],
  });
});

test('a VM with an open alert is one to look into', () => {
  const look = offer('investigate-vm', { vm: 1 });
  const group = (within: BlueView): boolean =>
    sortOptions(within, [look], (option) => option).fitting.length === 1;
  const told = { ...view, tables: { ...view.tables, alerts: [null, traffic] } };
  expect([group(view), group(told)]).toEqual([false, true]);
});

test('a counter leads to its VM, else to its host, image or zone, while that is there', () => {
  const at = (args: Offer['args']) => placeOf(view, { command: 'x', args });
  expect(at({ vm: 1, host: 2 })).toBe('vms/1');
  expect(at({ host: 2 })).toBe('hosts/2');
  expect(at({ image: 1 })).toBe('images/1');
  expect(at({ zone: 1 })).toBe('zones/1');
  expect(at({ vm: 900, host: 1 })).toBeNull();
  expect(at({ request: 1 })).toBeNull();
});

test('what lies on a disk is a reason to wipe it, unless nobody could read it', () => {
  const wipe = offer('wipe-blocks', { host: 1 });
  const fits = (residue: number, sealed: boolean): boolean => {
    const block = { id: 1, host: 1, owner: 0, snapshot: 0, content: 0, residue, sealed };
    const [, host] = view.tables.hosts;
    if (host === null || host === undefined) throw new Error('no host');
    const hosts = [null, { ...host, freeBlocks: [1] }];
    const within = { ...view, tables: { ...view.tables, hosts, blocks: [null, block] } };
    return sortOptions(within, [wipe], (option) => option).fitting.length === 1;
  };
  expect([fits(1, false), fits(1, true), fits(0, false)]).toEqual([true, false, false]);
});

test('a rule that lets everything through is one to take out, and no other', () => {
  const anyAny = { from: 0, to: 0, service: 'any', allow: true } as const;
  const narrow = { ...anyAny, service: 'web' } as const;
  const policies = [null, { id: 1, version: 2, rules: [anyAny, narrow] }];
  const within = { ...view, tables: { ...view.tables, policies } } as unknown as BlueView;
  const { fitting } = sortOptions(
    within,
    [1, 2].map((rule) => offer('remove-rule', { rule })),
    (option) => option,
  );
  expect(fitting.map(({ args }) => args.rule)).toEqual([1]);
});
