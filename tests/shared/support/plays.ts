import fc from 'fast-check';
import { VERDICTS } from '../../../shared/commands/filtering.ts';
import { commands } from '../../../shared/commands/registry.ts';
import type { Input } from '../../../shared/match/input.ts';
import { createMatch, stepMatch } from '../../../shared/match/match.ts';
import { offersFor } from '../../../shared/match/offers.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import { MODELLED, MODELS } from '../../../shared/world/machine/device.ts';
import { TRAP_CHOICES } from '../../../shared/world/machine/held.ts';
import { TRAPS } from '../../../shared/world/machine/host.ts';
import { HOST_SERVICES } from '../../../shared/world/machine/management.ts';
import { TOOLS } from '../../../shared/world/machine/tools.ts';
import { SHARE_LEVELS, TECHNIQUES } from '../../../shared/world/machine/vm.ts';
import type { Scenario, ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import type { World } from '../../../shared/world/world.ts';
import { hostileShop, hostsWith, id, tiny } from '../../support/worlds.ts';

const guests: ScenarioFile['vms'] = tiny().vms.map((vm) => ({ ...vm, blocks: 1, blockFills: 1 }));
const passing: ScenarioFile['vms'] = guests.map((vm) => ({ ...vm, frames: 1, fills: 1 }));

/** The tiny world with much going on in it. */
export const lively: Scenario = tiny({
  hosts: hostsWith({ frames: 8, blocks: 4 }),
  vms: [...guests, ...passing],
  residue: [
    { host: 1, asset: 'ledger', frames: 1 },
    { host: 2, asset: 'orders', frames: 2 },
  ],
  people: [
    { kind: 'wants-rid', at: [1, 3], vm: 2 },
    {
      kind: 'wants-vm',
      at: [2, 8],
      tenant: 'hospital',
      plan: { ...hostileShop.plan, asset: 'patient-records', workload: 'booking', fills: 2 },
    },
    { kind: 'deletes-own', at: [4, 9], vm: 1 },
    { kind: 'deletes-own', at: [10, 20], vm: 3 },
    { kind: 'deletes-own', at: [16, 27], vm: 4 },
    { kind: 'deletes-own', at: [20, 27], vm: 2 },
    {
      kind: 'wants-vm',
      at: [9, 16],
      tenant: 'bank',
      plan: { ...hostileShop.plan, asset: 'ledger', workload: 'ledger-db' },
    },
    { kind: 'wants-rid', at: [12, 20], vm: 1 },
  ],
  attackers: [hostileShop, { ...hostileShop, plan: { ...hostileShop.plan, frames: 1, fills: 0 } }],
  pace: {
    prepare: 5,
    requestWait: 25,
    live: 140,
    startCredits: 12,
    createLength: 8,
    stopLength: 6,
  },
});

const small = fc.integer({ min: 1, max: 7 });

/** Arguments as each command takes them, about things that may or may not be there. */
export const fitting: Readonly<Record<string, fc.Arbitrary<Record<string, number | string>>>> = {
  'create-vm': fc.record({
    request: small,
    host: fc.integer({ min: 1, max: 3 }),
    technique: fc.constantFrom(...TECHNIQUES),
  }),
  'destroy-vm': fc.record({ vm: small }),
  'start-vm': fc.record({ vm: small }),
  'stop-vm': fc.record({ vm: small }),
  'investigate-vm': fc.record({ vm: small }),
  'scrub-frames': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'scrub-policy': fc.record({
    host: fc.integer({ min: 1, max: 3 }),
    policy: fc.constantFrom('never', 'on-free', 'on-allocate'),
  }),
  'migrate-vm': fc.record({ vm: small, host: fc.integer({ min: 1, max: 3 }) }),
  'grow-vm': fc.record({ request: small }),
  'reclaim-vm': fc.record({ vm: small }),
  'snapshot-vm': fc.record({ vm: small }),
  'rollback-vm': fc.record({ vm: small }),
  'rebuild-vm': fc.record({ vm: small }),
  'patch-guest': fc.record({ vm: small }),
  'encrypt-volume': fc.record({ vm: small }),
  'patch-image': fc.record({ image: fc.integer({ min: 1, max: 2 }) }),
  'wipe-blocks': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'wipe-policy': fc.record({
    host: fc.integer({ min: 1, max: 3 }),
    policy: fc.constantFrom('never', 'on-delete'),
  }),
  'patch-host': fc.record({
    host: fc.integer({ min: 1, max: 3 }),
    how: fc.constantFrom('live', 'reboot'),
  }),
  'exit-filter': fc.record({
    host: fc.integer({ min: 1, max: 3 }),
    trap: fc.constantFrom(...TRAPS),
    action: fc.constantFrom(...VERDICTS),
  }),
  'vm-exit-filter': fc.record({
    vm: small,
    trap: fc.constantFrom(...TRAPS),
    action: fc.constantFrom(...VERDICTS),
  }),
  'decide-trap': fc.record({
    vm: small,
    held: small,
    choice: fc.constantFrom(...TRAP_CHOICES),
  }),
  'detach-device': fc.record({ vm: small, device: fc.constantFrom('xhci') }),
  'change-machine-type': fc.record({ vm: small }),
  'swap-device': fc.record({
    vm: small,
    device: fc.constantFrom(...MODELLED),
    model: fc.constantFrom(...MODELS),
  }),
  'rotate-credentials': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'attest-host': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'introspect-host': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'encrypt-memory': fc.record({ vm: small }),
  'disable-3d': fc.record({ vm: small }),
  'remove-display': fc.record({ vm: small }),
  'disable-vhost': fc.record({ vm: small }),
  'convert-vm': fc.record({ vm: small, technique: fc.constantFrom(...TECHNIQUES) }),
  'restart-vm': fc.record({ vm: small }),
  'rebuild-host': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'audit-hypercalls': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'cap-logs': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'confine-host': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'patch-host-os': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'remove-programs': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'tool-channel': fc.record({
    vm: small,
    tool: fc.constantFrom(...TOOLS),
    to: fc.constantFrom('on', 'off'),
  }),
  'remap-users': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'drop-privileges': fc.record({ vm: small }),
  'place-host-edr': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'place-guest-agent': fc.record({ vm: small }),
  'unmerge-pages': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'merge-pages': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'merge-exits': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'partition-cache': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'share-cache': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'flush-l1': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'disable-nesting': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'update-microcode': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'disable-smt': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'enable-smt': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'enable-iommu': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'remap-interrupts': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'check-spoofing': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'attach-vf': fc.record({ vm: small }),
  'virtual-card': fc.record({ vm: small }),
  consolidate: fc.record({
    vm: small,
    host: fc.integer({ min: 1, max: 3 }),
    technique: fc.constantFrom(...TECHNIQUES),
  }),
  'retire-host': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'buy-host': fc.record({}),
  'buy-memory': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'overcommit-memory': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'stop-overcommit': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'limit-vm': fc.record({ vm: small }),
  'lift-limit': fc.record({ vm: small }),
  'reserve-vm': fc.record({ vm: small }),
  'lift-reservation': fc.record({ vm: small }),
  'set-shares': fc.record({ vm: small, shares: fc.constantFrom(...SHARE_LEVELS) }),
  'set-quota': fc.record({ tenant: fc.integer({ min: 1, max: 4 }) }),
  'dedicate-host': fc.record({
    host: fc.integer({ min: 1, max: 3 }),
    tenant: fc.integer({ min: 1, max: 4 }),
  }),
  'share-host': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'lift-quota': fc.record({ tenant: fc.integer({ min: 1, max: 4 }) }),
  'balloon-vm': fc.record({ vm: small }),
  'watch-counters': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'investigate-host': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'automate-push': fc.record({}),
  'encrypt-migration': fc.record({}),
  'build-anew': fc.record({ image: fc.integer({ min: 1, max: 3 }) }),
  'revoke-keys': fc.record({ image: fc.integer({ min: 1, max: 3 }) }),
  'ask-owner': fc.record({ vm: small }),
  'generation-id': fc.record({ vm: small }),
  'push-policy': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'verify-policy': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'remove-rule': fc.record({ rule: fc.integer({ min: 1, max: 3 }) }),
  'place-sensor': fc.record({
    host: fc.integer({ min: 1, max: 3 }),
    watch: fc.constantFrom('ids', 'ips'),
  }),
  'tune-ips': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'port-security': fc.record({
    segment: fc.integer({ min: 1, max: 4 }),
    setting: fc.constantFrom('arp-inspection', 'reject-all', 'dhcp-guard', 'own-vlan'),
  }),
  'stop-service': fc.record({
    host: fc.integer({ min: 1, max: 3 }),
    service: fc.constantFrom(...HOST_SERVICES),
  }),
  'restrict-management': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'lockdown-host': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'require-mfa': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'verify-images': fc.record({ store: fc.integer({ min: 1, max: 3 }) }),
  'sign-image': fc.record({ image: fc.integer({ min: 1, max: 3 }) }),
  'check-configs': fc.record({ store: fc.integer({ min: 1, max: 3 }) }),
  'approve-config': fc.record({ vm: small }),
  'restrict-store': fc.record({ store: fc.integer({ min: 1, max: 2 }) }),
  'encrypt-vm': fc.record({ vm: small }),
  'patch-repository': fc.record({ repository: fc.constant(1) }),
  'restrict-repository': fc.record({ repository: fc.constant(1) }),
  'encrypt-backups': fc.record({ repository: fc.constant(1) }),
  'make-immutable': fc.record({ repository: fc.constant(1) }),
  'restore-vm': fc.record({ vm: small }),
  'patch-server': fc.record({}),
  'restrict-server': fc.record({}),
  'forward-host-log': fc.record({ host: fc.integer({ min: 1, max: 3 }) }),
  'port-vlan': fc.record({ vm: small, mode: fc.constantFrom('access', 'trunk') }),
  'quarantine-vm': fc.record({ vm: small }),
  'release-vm': fc.record({ vm: small }),
  'close-breach': fc.record({ asset: fc.integer({ min: 1, max: 5 }) }),
  'cancel-job': fc.record({ job: fc.integer({ min: 1, max: 25 }) }),
  'choose-phrase': fc.record({ phrase: fc.integer({ min: 1, max: 6 }) }),
  'acknowledge-alert': fc.record({ alert: small }),
};

for (const name of commands.keys()) {
  if (!(name in fitting)) throw new Error(`say what arguments ${name} takes, in plays.ts`);
}

type Draft = { readonly command: string; readonly args: Record<string, number | string> };

const sensible: fc.Arbitrary<Draft> = fc.oneof(
  ...Object.entries(fitting).map(([command, args]) => ({
    weight: command === 'create-vm' || command === 'cancel-job' ? 4 : 1,
    arbitrary: args.map((some) => ({ command, args: some })),
  })),
);

/** As a journal keeps numbers, which knows no infinity and no 0 below 0. */
const fraction = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0);

const senseless: fc.Arbitrary<Draft> = fc.record({
  command: fc.oneof(fc.constantFrom(...commands.keys(), '', '__proto__'), fc.string()),
  args: fc.dictionary(
    fc.oneof(fc.constantFrom('vm', 'host', 'request', 'policy', 'toString'), fc.string()),
    fc.oneof(fc.integer(), fraction, fc.string()),
    { maxKeys: 3 },
  ),
});

/** An order of a seat: one that could be drafted without looking, or the n-th that is possible now. */
interface Order {
  readonly kind: 'order';
  readonly seat: number;
  readonly again: boolean;
  readonly draft: Draft | { readonly pick: number };
}

const order: fc.Arbitrary<Order> = fc.record({
  kind: fc.constant('order' as const),
  seat: fc.constantFrom(1, 1, 1, 1, 2, 3, 9),
  again: fc.integer({ min: 1, max: 10 }).map((n) => n === 1),
  draft: fc.oneof(
    { weight: 6, arbitrary: fc.record({ pick: fc.nat(1000) }) },
    { weight: 4, arbitrary: sensible },
    { weight: 1, arbitrary: senseless },
  ),
});

const seat: fc.Arbitrary<Input> = fc.record({
  kind: fc.constant('seat' as const),
  seat: fc.constantFrom(1, 2, 3),
  pilot: fc.constantFrom('human', 'human', 'human', 'computer'),
});

const act: fc.Arbitrary<Input> = fc
  .record({
    attacker: fc.constantFrom(1, 1, 2, 7),
    attack: fc.constantFrom('entry-tenant', 'entry-return', 'res-mem-unscrubbed', 'magic'),
    args: fc.record({ vm: fc.integer({ min: 0, max: 4 }) }),
  })
  .map(({ attacker, ...rest }) => ({ kind: 'act', attacker: id(attacker), ...rest }));

/** Everything that a seat could order now and would be taken, and a word to stop any job. */
function possible(world: World, who: number): Draft[] {
  const subjects = (['hosts', 'vms', 'requests', 'assets'] as const).flatMap((table) =>
    world[table].flatMap((row): RowRef[] => (row ? [`${table}/${row.id}`] : [])),
  );
  const offered = subjects.flatMap((subject) =>
    offersFor(world, who, subject).filter(({ refusal }) => refusal === null),
  );
  const jobs = world.jobs.flatMap((job) =>
    job ? [{ command: 'cancel-job', args: { job: job.id } }] : [],
  );
  return [...offered.map(({ command, args }) => ({ command, args: { ...args } })), ...jobs];
}

/** A match to be: its seed, and the inputs of each tick. */
export interface Play {
  readonly seed: number;
  readonly ticks: readonly (readonly Input[])[];
}

/**
 * Inputs for each tick of a match: orders that can be done, that cannot, and that make no sense;
 * seats that come and go; acts beside those of the minds. They are settled by playing it once.
 */
export const plays = (ticks: number, scenario: Scenario = lively): fc.Arbitrary<Play> =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 1000 }),
      fc.array(
        fc.array(
          fc.oneof(
            { weight: 8, arbitrary: order },
            { weight: 1, arbitrary: seat },
            { weight: 1, arbitrary: act },
          ),
          { maxLength: 2 },
        ),
        { minLength: ticks, maxLength: ticks, size: 'max' },
      ),
    )
    .map(([seed, drafts]) => settle(seed, drafts, scenario));

function settle(
  seed: number,
  drafts: readonly (readonly (Input | Order)[])[],
  scenario: Scenario,
): Play {
  const match = createMatch(scenario, seed);
  const last = new Map<number, number>();
  const ticks = drafts.map((some, i) => {
    const inputs = some.flatMap((input): Input[] => {
      if (!('draft' in input)) return [input];
      const { seat: who, again, draft } = input;
      const choice = 'pick' in draft ? possible(match.world, who) : [draft];
      const chosen = choice[('pick' in draft ? draft.pick : 0) % Math.max(1, choice.length)];
      if (!chosen) return [];
      const n = Math.max(1, (last.get(who) ?? 0) + (again ? 0 : 1));
      last.set(who, n);
      return [{ kind: 'order', seat: who, n, ...chosen }];
    });
    if (i === 0) inputs.unshift({ kind: 'seat', seat: 1, pilot: 'human' });
    stepMatch(match, inputs);
    return inputs;
  });
  return { seed, ticks };
}
