import { describe, expect, test } from 'vitest';
import { answerTo, faultyOn, lackingIn, lagText } from '../../../../client/state/match/faults.ts';
import { sortOptions } from '../../../../client/state/match/fitting.ts';
import { catalogue } from '../../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../../shared/text/speak.ts';
import type { VmRow } from '../../../../shared/view/machine-rows.ts';
import type { BlueRows } from '../../../../shared/view/rows.ts';
import type { BlueView } from '../../../../shared/view/view.ts';
import type { Fault } from '../../../../shared/world/machine/fault.ts';
import { matchAt } from '../../support/view-fixture.ts';

const { view: start } = matchAt(1);

/** The same view with some rows of one table changed. */
function having<T extends keyof BlueRows>(
  view: BlueView,
  table: T,
  id: number,
  change: Partial<BlueRows[T]>,
): BlueView {
  const rows: readonly (BlueRows[T] | null)[] = view.tables[table];
  const changed = rows.map((row) => (row?.id === id ? { ...row, ...change } : row));
  return { ...view, tables: { ...view.tables, [table]: changed } };
}

/** Everything may be ordered. */
const view = having(start, 'match', 1, { deck: null });
const vmOf = (of: BlueView, id = 1): VmRow => of.tables.vms[id]!;
const answer = (of: BlueView, fault: Fault) => answerTo(of, vmOf(of), fault);

describe('what answers a fault', () => {
  const refused: Fault = { kind: 'exit-refused', trap: 'xhci' };

  test('a refused exit is let through again at its host', () => {
    const { host } = vmOf(view);
    const filters = [{ trap: 'xhci', action: 'refuse' }] as const;
    expect(answer(having(view, 'hosts', host, { filters }), refused)).toEqual({
      command: 'exit-filter',
      args: { host, trap: 'xhci', action: 'emulate' },
      at: `hosts/${host}`,
    });
  });

  test('K82 what was refused at the trap desk alone no order ends: it lapses', () => {
    const filters = [{ trap: 'xhci', action: 'hold' }] as const;
    expect(answer(having(view, 'hosts', vmOf(view).host, { filters }), refused)).toBeNull();
  });

  test('K73 a refused reason is let through again where that filter is', () => {
    const fault: Fault = { kind: 'exit-refused', trap: 'mmio' };
    const filters = [{ trap: 'mmio', action: 'refuse' }] as const;
    expect(answer(having(view, 'hosts', vmOf(view).host, { filters }), fault)).toMatchObject({
      command: 'exit-filter',
      args: { trap: 'mmio', action: 'emulate' },
    });
    const own = having(view, 'vms', 1, { filters: [{ trap: 'mmio', action: 'refuse' }] });
    expect(answer(own, fault)).toEqual({
      command: 'vm-exit-filter',
      args: { vm: 1, trap: 'mmio', action: 'emulate' },
      at: 'vms/1',
    });
  });

  test('a device comes back with a rebuild, if the image has it', () => {
    const fault: Fault = { kind: 'device-missing', device: 'xhci' };
    expect(answer(view, fault)).toBeNull();
    const { image } = vmOf(view);
    const has = having(view, 'images', image, { devices: ['disk', 'nic', 'xhci'] });
    expect(answer(has, fault)).toMatchObject({ command: 'rebuild-vm', args: { vm: 1 } });
  });

  test('nothing is promised that the scenario is not played with', () => {
    expect(answer(start, refused)).toBeNull();
  });

  test('who is starved moves to where there is room and CPU time', () => {
    const starved: Fault = { kind: 'clock-lies', cause: 'starved' };
    const [other] = view.tables.hosts.filter((row) => row && row.id !== vmOf(view).host);
    expect(answer(view, starved)).toMatchObject({
      command: 'migrate-vm',
      args: { vm: 1, host: other!.id },
      at: 'vms/1',
    });
    const never: readonly Partial<BlueRows['hosts']>[] = [
      { load: 601 },
      { free: [] },
      { virtualisationExtension: false },
      { platform: 'container' },
    ];
    for (const change of never) {
      expect(answer(having(view, 'hosts', other!.id, change), starved)).toBeNull();
    }
  });

  test('no order sets a clock or makes a technique another', () => {
    expect(answer(view, { kind: 'clock-lies', cause: 'rolled-back' })).toBeNull();
    expect(answer(view, { kind: 'device-unsupported', device: 'xhci' })).toBeNull();
  });

  test('whoever is cut off by a quarantine is let out of it', () => {
    const zone = view.tables.zones.find((row) => row?.name === 'quarantine')?.id ?? 0;
    expect(zone).toBeGreaterThan(0);
    const shut = having(view, 'vms', 1, { zone });
    expect(answer(shut, { kind: 'cut-off' })).toMatchObject({ command: 'release-vm' });
  });

  test('whoever is cut off by an old policy needs it pushed where it is old, and nowhere else', () => {
    const cut: Fault = { kind: 'cut-off' };
    const other = view.tables.vms.find((row) => row && row.host !== vmOf(view).host)!;
    const flows = [null, { id: 1, from: 1, to: other.id, service: 'db', state: 'denied' } as const];
    const meant = having({ ...view, tables: { ...view.tables, flows } }, 'policies', 1, {
      version: 2,
      rules: [{ from: 0, to: vmOf(view, other.id).zone as never, service: 'db', allow: true }],
    });
    const fresh = having(meant, 'switches', vmOf(view).host, { version: 2 });
    expect(answer(fresh, cut)).toMatchObject({
      command: 'push-policy',
      args: { host: other.host },
    });
    expect(answer(having(fresh, 'switches', other.host, { version: 2 }), cut)).toBeNull();
    // What is not meant to be is no fault of a switch.
    expect(answer(having(fresh, 'policies', 1, { rules: [] }), cut)).toBeNull();
  });

  test('it stands among what is worth doing now, and only there', () => {
    const host = vmOf(view).host;
    const filters = [{ trap: 'xhci', action: 'refuse' }] as const;
    const lacking = having(view, 'vms', 1, { faults: [refused] });
    const bad = having(lacking, 'hosts', host, { filters });
    const option = (action: string, at = host) => ({
      command: 'exit-filter',
      args: { host: at, trap: 'xhci', action },
      price: 0,
      length: 15,
      refusal: null,
    });
    const options = [option('emulate'), option('bounds-check'), option('emulate', host + 1)];
    const { fitting } = sortOptions(bad, options, (item) => item as never);
    expect(fitting).toEqual([options[0]]);
    expect(sortOptions(view, options, (item) => item as never).fitting).toEqual([]);
  });
});

test('what a request would go without is told before it is served', () => {
  const desk = { id: 1, workload: 'office-desktop', kind: 'create' } as BlueRows['requests'];
  const asked = { ...view, tables: { ...view.tables, requests: [null, desk] } };
  const lacks = (technique: string) => lackingIn(asked, { request: 1, host: 1, technique });
  expect(lacks('para')).toEqual(['xhci']);
  expect(lacks('container')).toEqual(['xhci']);
  expect(lacks('hvm')).toEqual([]);
  expect(lackingIn(asked, { request: 2, technique: 'para' })).toEqual([]);
  expect(lackingIn(asked, { host: 1 })).toEqual([]);
});

test('a host counts those of its guests that have a fault', () => {
  const { host } = vmOf(view);
  expect(faultyOn(view, host)).toEqual([]);
  const bad = having(view, 'vms', 1, { faults: [{ kind: 'cut-off' }] });
  expect(faultyOn(bad, host).map(({ id }) => id)).toEqual([1]);
  expect(faultyOn(bad, host + 1)).toEqual([]);
});

test.each([
  [201, '201밀리초', '201 ms'],
  [999, '999밀리초', '999 ms'],
  [2449, '2.4초', '2.4 s'],
  [60_000, '1분 0초', '1 min 0 s'],
  [250_200, '4분 10초', '4 min 10 s'],
])('a clock that is %i ms behind is told as people tell time', (ms, ko, en) => {
  expect(lagText(createSpeaker(catalogue, 'ko'), ms)).toBe(ko);
  expect(lagText(createSpeaker(catalogue, 'en'), ms)).toBe(en);
});
