import { rowsOf, vmsOn } from '../reading.ts';
import type { Sign } from './sign.ts';

const countOf = (all: readonly number[], one: number): number =>
  all.filter((other) => other === one).length;

/**
 * A host beside whose VMs somebody may be looking for a place: a tenant launches VMs and gives them back, is not there
 * yet, and would be let in. `tenant`: who has the most there.
 */
export const soughtHost: Sign = (view) => {
  const seekers = new Set<number>();
  for (const { seen, state } of rowsOf(view, 'alerts')) {
    const stands = state === 'open' || state === 'answered';
    if (stands && seen.kind === 'launch-burst') seekers.add(seen.tenant);
  }
  if (seekers.size === 0) return [];
  return rowsOf(view, 'hosts')
    .filter(({ id, platform }) => platform !== 'native' && !view.tables.dedications[id]?.tenant)
    .flatMap(({ id: host }) => {
      const there = vmsOn(view, host).map(({ tenant }) => tenant);
      const [tenant] = [...new Set(there)].sort(
        (a, b) => countOf(there, b) - countOf(there, a) || a - b,
      );
      if (tenant === undefined || there.some((one) => seekers.has(one))) return [];
      return [{ host, tenant }];
    });
};
