import type { AlertRow } from '../../shared/view/rows.ts';

/** An open alert of that kind, of the VM 1 on the host 1 but for what is said otherwise. */
export const alertOf = (seen: AlertRow['seen'], change: Partial<AlertRow> = {}): AlertRow => ({
  id: 5,
  tick: 9,
  latest: 9,
  closedAt: 0,
  sensor: 'S2',
  host: 1,
  vm: 1,
  seen,
  state: 'open',
  ...change,
});

/** One of a VM that probes another. */
export const traffic = alertOf({
  kind: 'traffic',
  nature: 'probe',
  peer: 2 as never,
  service: 'web',
  others: [],
  fates: [['delivered', 0, 3]],
  crossed: false,
});
