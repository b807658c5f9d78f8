import { describe, expect, test } from 'vitest';
import { compose, type Drawing } from '../../../client/map/compose.ts';
import { readFacts } from '../../../client/map/facts.ts';
import type { Layer } from '../../../client/map/layers/registry.ts';
import { planMap } from '../../../client/map/layout.ts';
import type { Blast } from '../../../shared/view/blast/blast.ts';
import { sketchOf, type Town, town } from './fixture.ts';

const AREA = { w: 836, h: 708 };
const INSET = { top: 52, right: 0, bottom: 0, left: 0 };

/** From VM 1: VM 2 falls by road 1, host 2 by road 2 and its VM 4 with it. */
const BLAST: Blast = {
  start: { kind: 'vm', id: 1 },
  vms: 5,
  fallenVms: [1, 2, 4],
  fallenHosts: [2],
  startVms: [1],
  startHosts: [],
  roads: [],
  walls: [],
  roadToVm: new Map([
    [2, 1],
    [4, 2],
  ]),
  roadToHost: new Map([[2, 2]]),
};

function draw(blast: Blast | null, given: Partial<Town> = {}, layer: Layer = 'trust'): Drawing {
  const facts = readFacts(town({ vms: [3, 2], ...given }));
  return compose(sketchOf(facts, { blast }, layer), planMap(facts, AREA, 1, INSET), null);
}

const ids = ({ pieces }: Drawing, pattern: RegExp): string[] =>
  pieces.map(({ id }) => id).filter((id) => pattern.test(id));
const keyOf = ({ pieces }: Drawing, id: string): string =>
  pieces.find((piece) => piece.id === id)?.stamp.key ?? '';

describe('the layer of trust', () => {
  test('rims what could fall and numbers its road; what it begins with has a rim alone', () => {
    const drawn = draw(BLAST);
    expect(ids(drawn, /blast$/)).toEqual([
      'vm/1/blast',
      'vm/2/blast',
      'vm/4/blast',
      'host/2/blast',
    ]);
    expect(ids(drawn, /blast\/number$/)).toEqual([
      'vm/2/blast/number',
      'vm/4/blast/number',
      'host/2/blast/number',
    ]);
    expect(keyOf(drawn, 'vm/4/blast/number')).toMatch(/^text\|2\|/);
    expect(keyOf(drawn, 'vm/1/blast')).not.toBe(keyOf(drawn, 'vm/2/blast'));
  });

  test('only there, and only of something that is asked about', () => {
    expect(ids(draw(null), /blast/)).toEqual([]);
    expect(ids(draw(BLAST, {}, 'network'), /blast|\/key$|integrity/)).toEqual([]);
  });

  test('K60 the same shape on two slabs is the same credential', () => {
    const shapes = (credentials: readonly number[]): string[] => {
      const drawn = draw(null, {
        vms: [2, 2, 2],
        host: (row) => ({ ...row, credential: credentials[row.id - 1] ?? 0 }),
      });
      return [1, 2, 3].map((host) => /key-(\w+)/.exec(keyOf(drawn, `host/${host}/key`))?.[1] ?? '');
    };
    const [a, b, c] = shapes([4, 7, 4]);
    expect(a).toBe(c);
    expect(a).not.toBe(b);
    expect(new Set(shapes([1, 2, 3])).size).toBe(3);
  });

  test('K62 a seal says what was measured: by its form, not by its colour alone', () => {
    const seal = (change: { tpm: boolean; attested: number }): string =>
      /seal-([\w-]+)/.exec(
        keyOf(draw(null, { host: (row) => ({ ...row, ...change }) }), 'host/1/integrity'),
      )?.[1] ?? '';
    expect(seal({ tpm: true, attested: 50 })).toBe('proven');
    expect(seal({ tpm: true, attested: 0 })).toBe('unproven');
    expect(seal({ tpm: false, attested: 0 })).toBe('no-tpm');
  });
});
