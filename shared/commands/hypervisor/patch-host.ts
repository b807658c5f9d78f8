import { z } from 'zod';
import { componentsOf, latestBuild, patchHost as patch } from '../../mechanics/upkeep/patching.ts';
import type { HostId } from '../../world/ids.ts';
import { find, rows } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { type RuleRefusal, refuse } from '../refusal.ts';

const WAYS = ['live', 'reboot'] as const;

interface PatchHost extends Record<string, number | string> {
  readonly host: HostId;
  /** While its guests run, which is dear, or with a reboot, for which nothing may run on it. */
  readonly how: (typeof WAYS)[number];
}

/** Why a host cannot be rebooted now: guests run on it. */
function occupied(world: ReadonlyWorld, { host, how }: PatchHost): RuleRefusal | null {
  if (how === 'live') return null;
  const running = [...rows(world.vms)].filter((vm) => vm.host === host && vm.power !== 'stopped');
  return running.length > 0 ? refuse('rule.host-not-empty', { host, vms: running.length }) : null;
}

/** Patches a host's hypervisor, or the kernel that its containers share (rule K7). */
export const patchHost = define<PatchHost>({
  name: 'patch-host',
  role: 'hypervisor',
  key: 'H',
  schema: schemaOf<PatchHost>({ host: id, how: z.enum(WAYS) }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    return find(world.hosts, host) ? WAYS.map((how) => ({ host, how })) : [];
  },
  price: ({ pace }, { how }) => (how === 'live' ? pace.patchLivePrice : pace.patchRebootPrice),
  length: ({ pace }, { how }) => (how === 'live' ? pace.patchLiveLength : pace.patchRebootLength),
  load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, args) => {
    const row = find(world.hosts, args.host);
    if (!row) return refuse('rule.no-such-thing');
    if (row.build >= latestBuild(world, ...componentsOf(row))) return refuse('rule.already-so');
    return occupied(world, args);
  },
  holds: (world, args) => (occupied(world, args) === null ? null : 'no-longer-allowed'),
  finish: (turn, { host }, order) => patch(turn, host, { kind: 'seat', id: order.seat }, order.seq),
});
