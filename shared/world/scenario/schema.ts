import { z } from 'zod';
import { SCRUB_POLICIES } from '../host.ts';
import type { Pace } from '../pace.ts';

// Pages forbid code made at run time, which zod would otherwise try.
z.config({ jitless: true });

const count = z.int().min(0).max(10_000_000);
const some = z.int().min(1).max(10_000_000);
const tenant = z.enum(['bank', 'shop', 'hospital']);
const zone = z.enum(['dmz', 'app', 'data']);
const asset = z.enum([
  'payment-keys',
  'ledger',
  'patient-records',
  'appointments',
  'catalogue',
  'orders',
]);
const workload = z.enum([
  'payments',
  'settlement',
  'ledger-db',
  'patient-db',
  'booking',
  'storefront',
  'order-queue',
  'analytics',
]);

/** A VM as a scenario writes it: by names, which `build` turns into ids. */
const plan = z.strictObject({
  workload,
  zone,
  asset,
  frames: some.max(64),
  fills: count.max(64),
  demand: count,
});

type Plan = z.output<typeof plan>;

/** When something happens, in seconds: drawn between the two, both included. */
const when = z
  .tuple([count, count])
  .refine(([from, to]) => from <= to, 'the end is before the start');

export const scenarioSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{2,39}$/),
    zones: z.array(z.strictObject({ name: zone, trust: count })).min(1),
    tenants: z
      .array(
        z.strictObject({
          name: tenant,
          assets: z.array(z.strictObject({ name: asset, weight: z.literal([60, 100, 160, 240]) })),
        }),
      )
      .min(1),
    hosts: z
      .array(
        z.strictObject({
          type: z.literal([1, 2]),
          year: z.int().min(2003).max(2030),
          capacity: some,
          frames: some.max(256),
          virtualisationExtension: z.boolean(),
          nestedPaging: z.boolean(),
          iommu: z.boolean(),
          build: some,
          scrub: z.enum(SCRUB_POLICIES),
        }),
      )
      .min(1)
      .max(8),
    /** VMs that run from the start. Hosts are numbered from 1. */
    vms: z.array(z.strictObject({ ...plan.shape, tenant, host: some })),
    /** Free frames that still hold something at the start. */
    residue: z.array(z.strictObject({ host: some, asset, frames: some })),
    people: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('wants-vm'), at: when, tenant, plan }),
        /** `vm` is the position in `vms`, from 1. */
        z.strictObject({ kind: z.literal('wants-rid'), at: when, vm: some }),
        z.strictObject({ kind: z.literal('deletes-own'), at: when, vm: some }),
      ]),
    ),
    attackers: z.array(z.strictObject({ mind: z.enum(['opportunist']), tenant, plan })),
    pace: z.record(z.string(), count).default({}),
  })
  .superRefine((scenario, issues) => {
    const hosts = scenario.hosts.length;
    const complain = (path: (string | number)[], message: string): void => {
      issues.addIssue({ code: 'custom', path, message });
    };
    const ownerOf = (name: string): string | undefined =>
      scenario.tenants.find(({ assets }) => assets.some((a) => a.name === name))?.name;
    // A name that nothing bears would silently become "nothing" in the world.
    const checkTenant = (path: (string | number)[], name: string): void => {
      if (!scenario.tenants.some((row) => row.name === name)) {
        complain([...path, 'tenant'], 'no such tenant');
      }
    };
    const checkPlan = (path: (string | number)[], wish: Plan, owner: string): void => {
      if (!scenario.zones.some((row) => row.name === wish.zone)) {
        complain([...path, 'zone'], 'no such zone');
      }
      if (ownerOf(wish.asset) !== owner) complain([...path, 'asset'], 'not an asset of its tenant');
      if (wish.fills > wish.frames) complain([...path, 'fills'], 'more than its frames');
    };
    scenario.vms.forEach((vm, i) => {
      checkTenant(['vms', i], vm.tenant);
      if (vm.host > hosts) complain(['vms', i, 'host'], 'no such host');
      checkPlan(['vms', i], vm, vm.tenant);
    });
    scenario.attackers.forEach((attacker, i) => {
      checkTenant(['attackers', i], attacker.tenant);
      checkPlan(['attackers', i, 'plan'], attacker.plan, attacker.tenant);
    });
    scenario.hosts.forEach((host, i) => {
      const wanted = scenario.vms.filter((vm) => vm.host === i + 1);
      const dirty = scenario.residue.filter((r) => r.host === i + 1);
      const total = [...wanted, ...dirty].reduce((sum, { frames }) => sum + frames, 0);
      if (total > host.frames) complain(['hosts', i, 'frames'], `${total} frames are asked of it`);
    });
    scenario.residue.forEach((entry, i) => {
      if (entry.host > hosts) complain(['residue', i, 'host'], 'no such host');
      if (!ownerOf(entry.asset)) complain(['residue', i, 'asset'], 'no tenant has it');
    });
    scenario.people.forEach((entry, i) => {
      if (entry.kind === 'wants-vm') {
        checkTenant(['people', i], entry.tenant);
        checkPlan(['people', i, 'plan'], entry.plan, entry.tenant);
      } else if (entry.vm > scenario.vms.length) {
        complain(['people', i, 'vm'], 'no such VM');
      }
    });
  });

/** A scenario that has passed its schema. */
export type Scenario = Omit<z.output<typeof scenarioSchema>, 'pace'> & {
  readonly pace: Partial<Pace>;
};

/** What is wrong with a scenario file, and where. Nothing starts from a file with an error. */
export class ScenarioError extends Error {
  constructor(
    readonly file: string,
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${file}: at ${path || 'the top'}: ${reason}`);
    this.name = 'ScenarioError';
  }
}

/** Numbers that others are divided by, and stretches of time without which nothing would happen. */
const NEVER_ZERO = ['live', 'scrubPerSecond', 'fillEvery', 'auditEvery', 'bleed'] as const;

/**
 * Checks a scenario read from anywhere.
 * @param file its name, for the error
 * @throws ScenarioError with the first place that does not fit
 */
export function parseScenario(file: string, value: unknown, known: Pace): Scenario {
  const result = scenarioSchema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new ScenarioError(file, issue?.path.join('.') ?? '', issue?.message ?? 'not a scenario');
  }
  const zero = NEVER_ZERO.find((key) => result.data.pace[key] === 0);
  if (zero !== undefined) throw new ScenarioError(file, `pace.${zero}`, 'must be 1 or more');
  const odd = Object.keys(result.data.pace).find((key) => !(key in known));
  if (odd !== undefined) throw new ScenarioError(file, `pace.${odd}`, 'no such number of the pace');
  return result.data;
}
