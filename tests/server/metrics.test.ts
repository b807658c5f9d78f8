import { expect, test } from 'vitest';
import { createMetrics } from '../../server/http/metrics.ts';

const NOTHING = { sessions: () => 0, matches: () => 0, sockets: () => 0 };

test('servers count for themselves, and what watches their process is there once', () => {
  const [one, other] = [createMetrics(NOTHING).registry, createMetrics(NOTHING).registry];
  const shared = one
    .getMetricsAsArray()
    .filter((metric) => other.getMetricsAsArray().includes(metric));
  const names = shared.map(({ name }) => name);
  expect(names).toContain('nodejs_eventloop_lag_seconds');
  expect(names).toContain('nodejs_gc_duration_seconds');
  expect(names.filter((name) => name.startsWith('hyperward_'))).toEqual([]);
});
