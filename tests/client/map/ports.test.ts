import { describe, expect, test } from 'vitest';
import { compose } from '../../../client/map/compose.ts';
import type { Piece } from '../../../client/map/drawing/piece.ts';
import { readFacts } from '../../../client/map/facts.ts';
import type { Layer } from '../../../client/map/layers/registry.ts';
import { planMap } from '../../../client/map/layout.ts';
import { falseGateways, onTrunk } from '../../../shared/view/network/ports.ts';
import type { AlertRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { sketchOf, town } from './fixture.ts';

const INSET = { top: 52, right: 0, bottom: 0, left: 0 };
/** The place that the map has at 1024 × 640 and at 1366 × 768. */
const AREAS = [
  { w: 520, h: 467 },
  { w: 762, h: 620 },
] as const;

const room = (trunk: boolean): BlueView =>
  town({
    vms: [2, 2],
    frames: 12,
    blocks: 4,
    vm: (row) => ({ ...row, trunk: trunk && row.id === 1 }),
  });

/** Somebody tells that VM 2 answers like a DHCP server. */
const told = (view: BlueView, state: AlertRow['state']): BlueView => {
  const seen = {
    kind: 'traffic',
    nature: 'dhcp-offer',
    peer: 1,
    service: 'web',
    others: [],
    fates: [['delivered', 0, 1]],
    crossed: false,
  } as never;
  const alert = {
    id: 1,
    tick: 1,
    latest: 1,
    sensor: 'S2',
    host: 1,
    vm: 2,
    seen,
    state,
    closedAt: 0,
  };
  return { ...view, tables: { ...view.tables, alerts: [null, alert as AlertRow] } };
};

function draw(view: BlueView, layer: Layer, area: (typeof AREAS)[number]): readonly Piece[] {
  const facts = readFacts(view);
  return compose(sketchOf(facts, {}, layer), planMap(facts, area, 1, INSET), null).pieces;
}
const ids = (pieces: readonly Piece[]): string[] => pieces.map(({ id }) => id);

describe.each(AREAS)('ports of a switch, at $w × $h', (area) => {
  test('N24 a trunk is a wire of its own, with a node of its own, in the layer of the network alone', () => {
    const drawn = ids(draw(room(true), 'network', area));
    expect(drawn).toContain('vm/1/wire@1/trunk');
    expect(drawn).toContain('vm/1/wire@1/trunk/node');
    expect(drawn.filter((id) => id.startsWith('vm/2/wire') && id.includes('trunk'))).toEqual([]);
    expect(ids(draw(room(true), 'memory', area)).filter((id) => id.includes('trunk/node'))).toEqual(
      [],
    );
    expect(ids(draw(room(false), 'network', area)).some((id) => id.includes('@1/trunk'))).toBe(
      false,
    );
  });

  test('N26 X1 a second DHCP server is marked in every layer while what told of it stands, and not before', () => {
    for (const layer of ['network', 'memory'] as const) {
      expect(ids(draw(room(false), layer, area))).not.toContain('vm/2/gateway');
      expect(ids(draw(told(room(false), 'open'), layer, area))).toContain('vm/2/gateway');
      expect(ids(draw(told(room(false), 'over'), layer, area))).not.toContain('vm/2/gateway');
    }
  });
});

test('N7 N24 in quarantine, or past the switch, a port is no trunk', () => {
  const view = room(true);
  const vm = view.tables.vms[1]!;
  expect(onTrunk(view, vm)).toBe(true);
  expect(onTrunk(view, { ...vm, card: 'vf' })).toBe(false);
  const quarantine = view.tables.zones.map((zone) =>
    zone?.id === vm.zone ? { ...zone, name: 'quarantine' as const } : zone,
  );
  const shut = { ...view, tables: { ...view.tables, zones: quarantine } };
  expect(onTrunk(shut, vm)).toBe(false);
});

test('H4 an open harm of it tells of it as well, and a closed one no more', () => {
  const view = room(false);
  const breach = (open: boolean) =>
    ({
      ...view,
      tables: {
        ...view.tables,
        breaches: [null, { id: 1, vm: 2, attack: 'net-dhcp-rogue', open }],
      },
    }) as never;
  expect([...falseGateways(breach(true))]).toEqual([2]);
  expect([...falseGateways(breach(false))]).toEqual([]);
});
