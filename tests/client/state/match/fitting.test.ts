import { expect, test } from 'vitest';
import { placeOf } from '../../../../client/state/match/counters.ts';
import { sortOptions } from '../../../../client/state/match/fitting.ts';
import type { Offer } from '../../../../shared/commands/command.ts';
import type { BlueView } from '../../../../shared/view/view.ts';
import { traffic } from '../../../support/alerts.ts';
import { matchAt } from '../../support/view-fixture.ts';

const { view } = matchAt(40);

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
    ways: [],
  });
});

test('K22 of the ways to make a VM on a host the first stands by itself, the others apart', () => {
  const make = (host: number, technique: string, refused = false): Offer =>
    offer('create-vm', { request: 1, host, technique }, refused);
  const [one, two] = [make(1, 'hybrid'), make(2, 'para')];
  const others = [make(1, 'hvm'), make(1, 'para'), make(2, 'bt')];
  // Where there is no room there is none for any of them, which is said once.
  const full = [make(3, 'hybrid', true), make(3, 'hvm', true)];
  expect(sortOptions(view, [one, two, ...others, ...full], (option) => option)).toEqual({
    fitting: [one, two],
    possible: [],
    refused: [full[0]],
    ways: others,
  });
  // Of another request the same host is a choice of its own.
  const other = offer('create-vm', { request: 2, host: 1, technique: 'hvm' });
  expect(sortOptions(view, [one, other], (option) => option).fitting).toEqual([one, other]);
});

test('a VM with an open alert is one to look into', () => {
  const look = offer('investigate-vm', { vm: 1 });
  const group = (within: BlueView): boolean =>
    sortOptions(within, [look], (option) => option).fitting.length === 1;
  const told = { ...view, tables: { ...view.tables, alerts: [null, traffic] } };
  expect([group(view), group(told)]).toEqual([false, true]);
});

test('K10 a VM that goes on with old device models on a patched host is one to restart', () => {
  const fits = (deviceBuild: number, build: number): boolean => {
    const change = <Row extends { readonly id: number }>(
      rows: readonly (Row | null)[],
      over: object,
    ) => rows.map((row) => (row?.id === 1 ? { ...row, ...over } : row));
    const advisory = {
      id: 1,
      name: 'venom',
      component: 'device-model',
      fixedIn: 43,
      publishedAt: 1,
    };
    const tables = {
      ...view.tables,
      vms: change(view.tables.vms, { deviceBuild, devices: ['disk', 'nic', 'floppy'], host: 1 }),
      hosts: change(view.tables.hosts, { build }),
      advisories: [null, advisory],
    };
    const within = { ...view, tables } as unknown as BlueView;
    return sortOptions(within, [offer('restart-vm', { vm: 1 })], (o) => o).fitting.length === 1;
  };
  expect([fits(38, 43), fits(38, 38), fits(43, 43)]).toEqual([true, false, false]);
});

test('K11 a host that is known to have fallen is one to install anew, until it is', () => {
  const breach = { id: 1, kind: 'takeover', host: 1, asset: 0, open: true };
  const fits = (breaches: readonly object[], host = 1): boolean => {
    const within = { ...view, tables: { ...view.tables, breaches: [null, ...breaches] } };
    const { fitting } = sortOptions(
      within as unknown as BlueView,
      [offer('rebuild-host', { host })],
      (option) => option,
    );
    return fitting.length === 1;
  };
  expect(fits([])).toBe(false);
  expect(fits([breach])).toBe(true);
  expect(fits([breach], 2)).toBe(false);
  expect(fits([{ ...breach, open: false }])).toBe(false);
  expect(fits([{ ...breach, kind: 'leak', asset: 1 }])).toBe(false);
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

test('an IPS is worth tuning while it blocks what is lawful', () => {
  const tune: Offer = {
    command: 'tune-ips',
    key: '',
    args: { host: view.tables.vms[1]!.host },
    price: 10,
    length: 20,
    refusal: null,
  };
  const flow = { id: 1, from: 0, to: 1, service: 'web' as const };
  const worth = (state: 'blocked' | 'denied'): number => {
    const tables = { ...view.tables, flows: [null, { ...flow, state }] };
    return sortOptions({ ...view, tables }, [tune], (offer) => offer).fitting.length;
  };
  expect([worth('blocked'), worth('denied')]).toEqual([1, 0]);
});
