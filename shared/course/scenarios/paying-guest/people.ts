import type { ScenarioFile } from '../../../world/scenario/schema.ts';
import { MEDIUM } from './guests.ts';

type Plan = NonNullable<ScenarioFile['catalogue']>[number]['plan'];

const plan = (over: Pick<Plan, 'workload' | 'asset' | 'demand'>): Plan => ({
  zone: 'app',
  image: 'web-2015',
  ...MEDIUM,
  lease: 0,
  ...over,
});

/** What follows its load by itself: one VM more for a while. */
const SCALED = plan({ workload: 'analytics', asset: 'customer-records', demand: 160_000 });

/** What happens at its hour, attackers or not. */
export const people: ScenarioFile['people'] = [
  // A service that scales: to the audit log it looks like whoever looks for a neighbour.
  { kind: 'autoscales', at: [84, 88], tenant: 'bank', plan: SCALED, out: true },
  { kind: 'autoscales', at: [112, 118], tenant: 'bank', plan: SCALED, out: false },
  { kind: 'runs-batch', at: [130, 140], vm: 5, seconds: 40 },
  { kind: 'autoscales', at: [240, 246], tenant: 'bank', plan: SCALED, out: true },
  { kind: 'autoscales', at: [274, 280], tenant: 'bank', plan: SCALED, out: false },
  { kind: 'runs-batch', at: [300, 315], vm: 11, seconds: 40 },
];

/** What tenants ask for as the match goes on. */
export const catalogue: ScenarioFile['catalogue'] = [
  {
    tenant: 'hospital',
    plan: plan({ workload: 'booking', asset: 'appointments', demand: 240_000 }),
  },
  { tenant: 'bank', plan: plan({ workload: 'analytics', asset: 'transfers', demand: 240_000 }) },
  { tenant: 'shop', plan: plan({ workload: 'search', asset: 'catalogue', demand: 160_000 }) },
];
