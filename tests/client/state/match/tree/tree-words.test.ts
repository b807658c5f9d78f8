import { describe, expect, test } from 'vitest';
import { LAYERS, type Layer } from '../../../../../client/state/match/layers.ts';
import type { Detail } from '../../../../../client/state/match/role-details.ts';
import { treeWords } from '../../../../../client/state/match/tree/tree-words.ts';
import { catalogue } from '../../../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../../../shared/text/speak.ts';
import type { BlueRows, BreachRow } from '../../../../../shared/view/rows.ts';
import type { BlueView } from '../../../../../shared/view/view.ts';
import { matchAt } from '../../../support/view-fixture.ts';

const speakers = { ko: createSpeaker(catalogue, 'ko'), en: createSpeaker(catalogue, 'en') };
const { view } = matchAt(1);

type Table = keyof BlueRows;

/** The same view, but for one row of it. */
function withRow<T extends Table>(
  table: T,
  id: number,
  change: Partial<BlueRows[T]>,
  of: BlueView = view,
): BlueView {
  const rows = [...of.tables[table]];
  rows[id] = { ...(rows[id] ?? { id }), ...change } as BlueRows[T];
  return { ...of, tables: { ...of.tables, [table]: rows } };
}

function said(
  of: BlueView,
  layer: Layer = 'memory',
  hidden: readonly Detail[] = [],
  language: 'ko' | 'en' = 'en',
) {
  const look = {
    say: speakers[language],
    layer,
    hidden: (detail: Detail) => hidden.includes(detail),
  };
  return (ref: `hosts/${number}` | `vms/${number}`) => treeWords(of, look).get(ref) ?? '';
}

const BREACH: BreachRow = {
  id: 1,
  kind: 'takeover',
  asset: 0,
  victim: 0,
  vm: 1,
  host: 1,
  weight: 1,
  tick: 1,
  discoveredAt: 1,
  open: true,
  attack: 'esc-fdc',
  needs: [],
};
const quarantine = view.tables.zones.findIndex((zone) => zone?.name === 'quarantine');
const asset = view.tables.vms[1]?.asset ?? 0;
const foreignAsset = view.tables.vms[4]?.asset ?? 0;
const frame = view.tables.vms[1]?.memory[0] ?? 0;
const policy = view.tables.policies[1]?.version ?? 0;

describe('what the map draws is said by the line of the tree', () => {
  test.each([
    ['a host that was taken', withRow('breaches', 1, BREACH), 'hosts/1', 'taken over'],
    ['a leak', withRow('breaches', 1, { ...BREACH, kind: 'leak', asset }), 'vms/1', 'leaking'],
    ['an old policy', withRow('policies', 1, { version: policy + 2 }), 'hosts/1', 'missed: 2'],
    ['a port that is unknown', withRow('switches', 1, { ports: [] }), 'hosts/1', 'ports: 3'],
    [
      'a guest that is not filtered',
      withRow('switches', 1, { ports: [] }),
      'vms/2',
      'not filtered',
    ],
    ['a switch that drops', withRow('switches', 1, { overloaded: true }), 'hosts/1', 'drops'],
    ['quarantine', withRow('vms', 1, { zone: quarantine }), 'vms/1', 'in quarantine'],
    [
      'residue of others',
      withRow('frames', frame, { residue: foreignAsset }),
      'vms/1',
      'residue: 1',
    ],
    ['a fault', withRow('vms', 1, { faults: [{ kind: 'cut-off' }] }), 'vms/1', 'Cut off'],
    ['R10 overcommit', withRow('hosts', 1, { overcommit: true }), 'hosts/1', 'overcommits memory'],
    ['R11 a swap', withRow('vms', 1, { swapped: 2 }), 'vms/1', 'swapped to disk: 2'],
    ['a move', withRow('vms', 1, { movingTo: 2 }), 'vms/1', 'moving to H2'],
    [
      'an encrypted move',
      withRow('vms', 1, { movingTo: 2, moveEncrypted: true }),
      'vms/1',
      'moving to H2, encrypted',
    ],
    ['a flaw of a service', withRow('vms', 5, { service: 1 }), 'vms/5', 'service build 1,'],
  ] as const)('%s', (_what, changed, ref, words) => {
    expect(said(changed)(ref)).toContain(words);
    expect(said(view)(ref)).not.toContain(words);
  });

  test('and what each layer is about, in either language', () => {
    for (const language of ['ko', 'en'] as const) {
      const of = (layer: Layer, ref: 'hosts/1' | 'vms/1') => said(view, layer, [], language)(ref);
      for (const ref of ['hosts/1', 'vms/1'] as const) {
        const all = LAYERS.map((layer) => of(layer, ref));
        expect(all.every((text) => !text.includes('ui.') && !text.includes('names.'))).toBe(true);
        // On a host that is about memory its frames say it, which stand there to be seen.
        expect(new Set(all).size).toBe(LAYERS.length);
      }
    }
    expect(said(view, 'compute')('hosts/1')).toContain('load');
    expect(said(view, 'network')('vms/1')).toContain('App');
    expect(said(view, 'traps')('vms/1')).toContain('VM exits a second');
  });

  test('N18 N19 a switch that is behind, and pushes that come by themselves', () => {
    const automatic = withRow('policies', 1, { automaticSince: 1 });
    const behind = (of: BlueView, pushAt: number): BlueView =>
      withRow('switches', 1, { ports: [], pushAt }, of);
    expect(said(behind(view, 0))('hosts/1')).not.toContain('by itself');
    expect(said(automatic)('hosts/1')).not.toContain('by itself');
    expect(said(behind(automatic, 90))('hosts/1')).toContain('pushed to by itself soon');
    expect(said(behind(automatic, 0))('hosts/1')).toContain('takes no push by itself');
    expect(said(behind(automatic, 0), 'memory', ['drift'])('hosts/1')).not.toContain('by itself');
  });

  test('but not what is another role’s to say', () => {
    const drifted = withRow('switches', 1, { ports: [], version: 0 });
    expect(said(drifted, 'memory', ['drift'])('hosts/1')).toBe(said(view)('hosts/1'));
    expect(said(drifted, 'memory', ['drift'])('vms/1')).toBe(said(view)('vms/1'));
    expect(said(withRow('vms', 5, { service: 1 }), 'memory', ['builds'])('vms/5')).not.toContain(
      'build',
    );
  });
});
