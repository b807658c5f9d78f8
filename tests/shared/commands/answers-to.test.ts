import { expect, test } from 'vitest';
import { answersTo, playable } from '../../../shared/commands/answers.ts';
import type { AlertRow, MatchRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { matchAt } from '../../client/support/view-fixture.ts';
import { alertOf, traffic } from '../../support/alerts.ts';

const { view } = matchAt(40);

/** The same match, played with these commands alone. */
function playedWith(...commands: readonly string[]): BlueView {
  const [, row] = view.tables.match;
  if (row === null || row === undefined) throw new Error('no match');
  const match: MatchRow = { ...row, deck: { commands, sensors: [], techniques: ['hvm'] } };
  return { ...view, tables: { ...view.tables, match: [null, match] } };
}

const commandsOf = (within: BlueView, alert: AlertRow): readonly string[] =>
  answersTo(within, alert).map(({ command }) => command);

test('a VM is contained by quarantine where the deck has it, else by stopping it', () => {
  expect(
    commandsOf(playedWith('quarantine-vm', 'investigate-vm', 'acknowledge-alert'), traffic),
  ).toEqual(['quarantine-vm', 'investigate-vm', 'acknowledge-alert']);
  expect(commandsOf(playedWith(), traffic)).toEqual(['stop-vm', 'acknowledge-alert']);
});

test('what is on its way out through its hypervisor or its kernel is powered off: its network is no help', () => {
  const deck = playedWith('quarantine-vm', 'investigate-vm');
  const exit = alertOf({ kind: 'exit', device: 'floppy', call: '', operand: 1024, bound: 512 });
  const call = alertOf({ kind: 'syscall' });
  for (const alert of [exit, call]) {
    expect(commandsOf(deck, alert)).toEqual(['stop-vm', 'investigate-vm', 'acknowledge-alert']);
  }
  expect(commandsOf(deck, alertOf({ kind: 'searching', frames: 1 }))).toContain('quarantine-vm');
});

test('K10 K11 who is in a device process is ended by a restart, who is below a host by installing it anew', () => {
  const inProcess = alertOf({ kind: 'device-process' });
  expect(answersTo(playedWith(), inProcess)[0]).toEqual({
    kind: 'contain',
    command: 'restart-vm',
    args: { vm: 1 },
  });
  const below = alertOf({ kind: 'host-compromised' }, { vm: 0 });
  expect(answersTo(playedWith(), below)[0]).toEqual({
    kind: 'contain',
    command: 'rebuild-host',
    args: { host: 1 },
  });
  // A complaint is no finding yet: the host can be looked into.
  const told = alertOf({ kind: 'host-complaint', rang: [] }, { vm: 0 });
  expect(commandsOf(playedWith('investigate-host'), told)).toContain('investigate-host');
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
  expect(answersTo(view, alertOf({ kind: 'nothing-found' }, { state: 'answered' }))).toEqual([]);
});

test('what comes from outside is answered at the VM that it came to', () => {
  const exploit = { ...traffic, vm: 0, seen: { ...traffic.seen, nature: 'exploit' } } as AlertRow;
  const [contain] = answersTo(playedWith('quarantine-vm'), exploit);
  expect(contain?.args).toEqual({ vm: 2 });
  const gone = { ...exploit, seen: { ...exploit.seen, peer: 900 } } as AlertRow;
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

test('a port group that somebody opened is answered by port security, one that was shut by nothing', () => {
  const zone = view.tables.segments[1]!.zone as never;
  const opened = { kind: 'port-setting', zone, setting: 'promiscuous', to: 'accept' } as const;
  const alert = alertOf(opened, { sensor: 'S5', host: 0, vm: 0 });
  const [contain] = answersTo(playedWith('port-security'), alert);
  expect(contain).toEqual({
    kind: 'contain',
    command: 'port-security',
    args: { segment: 1, setting: 'reject-all' },
  });
  const shut = { ...alert, seen: { ...opened, to: 'reject' as const } };
  expect(commandsOf(playedWith('port-security'), shut)).toEqual(['acknowledge-alert']);
});

test('what ends it comes first, then what holds it meanwhile, and a look where one has not looked', () => {
  const found = alertOf({ kind: 'code-found', ring: 'root' });
  const deck = playedWith('quarantine-vm', 'rebuild-vm', 'investigate-vm');
  expect(commandsOf(deck, found).slice(0, 2)).toEqual(['rebuild-vm', 'quarantine-vm']);
  const orphan = alertOf({ kind: 'orphan' });
  expect(commandsOf(playedWith('reclaim-vm'), orphan)).toEqual([
    'reclaim-vm',
    'stop-vm',
    'acknowledge-alert',
  ]);
});

test('an edit of the policy is answered by taking out a rule that joins everything, or by a push', () => {
  const edited = alertOf({ kind: 'policy-edited', version: 9 }, { host: 0, vm: 0 });
  const within = playedWith('push-policy', 'remove-rule');
  const withPolicy = (rules: readonly object[]): BlueView =>
    ({
      ...within,
      tables: { ...within.tables, policies: [null, { id: 1, version: 9, rules }] },
    }) as unknown as BlueView;
  const anyAny = { from: 0, to: 0, service: 'any', allow: true };
  expect(answersTo(withPolicy([anyAny]), edited)[0]?.args).toEqual({ rule: 1 });
  expect(answersTo(withPolicy([]), edited)[0]).toMatchObject({
    command: 'push-policy',
    args: { host: 1 },
  });
});

test('a tenant’s report is answered by telling the victim what is done', () => {
  const told = alertOf({ kind: 'complaint', asset: 1 as never, tenant: 1 as never, rang: [] });
  expect(answersTo(playedWith(), told)[0]).toMatchObject({
    command: 'close-breach',
    args: { asset: 1 },
  });
});

test('a patch is an answer where there is one to be had, and no other', () => {
  const call = alertOf({ kind: 'syscall' });
  const deck = playedWith('patch-host');
  expect(commandsOf(deck, call)).toEqual(['stop-vm', 'acknowledge-alert']);
  const advisory = {
    id: 1,
    name: 'venom',
    component: 'device-model',
    fixedIn: 999,
    publishedAt: 1,
  };
  const tables = { ...deck.tables, advisories: [null, advisory] };
  expect(commandsOf({ ...deck, tables } as unknown as BlueView, call)[0]).toBe('patch-host');
});

test('a scan from outside holds nobody, and what is shut off already is not shut off again', () => {
  const deck = playedWith('quarantine-vm', 'investigate-vm');
  expect(commandsOf(deck, { ...traffic, vm: 0 })).toEqual(['investigate-vm', 'acknowledge-alert']);
  const zone = deck.tables.zones.findIndex((row) => row?.name === 'quarantine');
  const vms = deck.tables.vms.map((vm) => vm && { ...vm, zone });
  const shut = { ...deck, tables: { ...deck.tables, vms } } as BlueView;
  expect(commandsOf(shut, traffic)).not.toContain('quarantine-vm');
});
