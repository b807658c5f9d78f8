import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exitsOf, leavesOf } from '../../../../shared/mechanics/cost/cost.ts';
import { reasonsOf, usualKind } from '../../../../shared/mechanics/exits/reasons.ts';
import { TECHNIQUES } from '../../../../shared/world/machine/vm.ts';
import { MIXES, WORKLOAD_NAMES, WORKLOADS } from '../../../../shared/world/machine/workload.ts';

const hosts = fc.record({ year: fc.integer({ min: 2003, max: 2020 }), nestedPaging: fc.boolean() });
const techniques = fc.constantFrom(...TECHNIQUES);
const workloads = fc.constantFrom(...WORKLOAD_NAMES);
const SHADOWED = { year: 2006, nestedPaging: false };
const NESTED = { year: 2015, nestedPaging: true };

describe('a guest’s exits by reason', () => {
  test('K4 add up to the rate that is shown, in the shares that are counted', () => {
    fc.assert(
      fc.property(
        workloads,
        techniques,
        hosts,
        fc.integer({ min: 0, max: 99_000 }),
        (workload, technique, host, rate) => {
          const mix = MIXES[WORKLOADS[workload].mix];
          const all = exitsOf(mix, technique, host);
          const reasons = reasonsOf(workload, technique, host, rate);
          const sum = reasons.reduce((total, { count }) => total + count, 0);
          expect(sum).toBe(all === 0 ? 0 : rate);
          const counts = leavesOf(mix, technique, host);
          for (const { kind, count } of reasons) {
            const share = all === 0 ? 0 : (counts[kind] * rate) / all;
            expect(Math.abs(count - share)).toBeLessThan(1);
          }
        },
      ),
    );
  });

  test('K4 C-check 3: system calls are told, and under hardware assistance they are none and come last', () => {
    for (const technique of ['hvm', 'hybrid'] as const) {
      const last = reasonsOf('payments', technique, NESTED, 4000).at(-1);
      expect(last).toEqual({ kind: 'syscall', count: 0 });
    }
    const calls = reasonsOf('payments', 'container', NESTED, 4000);
    expect(calls).toEqual([{ kind: 'syscall', count: 4000 }]);
  });

  test('K4 page tables are a reason under shadow paging, and none under nested', () => {
    const kinds = (host: typeof NESTED) =>
      reasonsOf('search', 'hvm', host, 1000).map(({ kind }) => kind);
    expect(kinds(SHADOWED)[0]).toBe('pageTable');
    expect(kinds(NESTED)).not.toContain('pageTable');
  });
});

describe('what stands for a guest of which nothing is on record', () => {
  test('K4 is something that it leaves itself for', () => {
    fc.assert(
      fc.property(workloads, techniques, hosts, (workload, technique, host) => {
        const counts = leavesOf(MIXES[WORKLOADS[workload].mix], technique, host);
        expect(counts[usualKind({ workload, technique }, host)]).toBeGreaterThan(0);
      }),
    );
  });

  test('K4 is what its technique is known by, or what it does most where its work has none', () => {
    const server = { workload: 'payments', technique: 'bt' } as const;
    expect(usualKind(server, SHADOWED)).toBe('device');
    expect(usualKind({ ...server, workload: 'imaging' }, SHADOWED)).toBe('syscall');
    expect(usualKind({ ...server, technique: 'para' }, SHADOWED)).toBe('pageTable');
  });
});
