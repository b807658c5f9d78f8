import type { Input } from '../../../shared/match/input.ts';
import { takeInputs } from '../../../shared/match/inputs.ts';
import { isOff, runJobs } from '../../../shared/match/jobs.ts';
import type { Match } from '../../../shared/match/match.ts';
import { arrive } from '../../../shared/mechanics/balancer.ts';
import { calendar } from '../../../shared/mechanics/calendar.ts';
import { leases } from '../../../shared/mechanics/leases.ts';
import { vfsInUse } from '../../../shared/mechanics/network/card.ts';
import { impatience } from '../../../shared/mechanics/people.ts';
import type { FactRows, FactTable } from '../../../shared/world/fact.ts';
import { isOwn } from '../../../shared/world/machine/card.ts';
import { canDrive } from '../../../shared/world/machine/device-path.ts';
import { find, rows } from '../../../shared/world/table.ts';
import type { World } from '../../../shared/world/world.ts';
import { copyOf, eventsOf } from '../../support/worlds.ts';

type Complain = (rule: string, what: string) => void;

/** Everything that is wrong with a world after a tick, each with the rule that it breaks. */
export function violations(match: Match, before: World, start: World): string[] {
  const found: string[] = [];
  const complain: Complain = (rule, what) => found.push(`${rule}: ${what}`);
  frames(match.world, start, complain);
  blocks(match.world, start, complain);
  guests(match.world, complain);
  credits(match, complain);
  jobs(match.world, complain);
  ids(match.world, before, complain);
  events(match, complain);
  return found;
}

function frames(world: World, start: World, complain: Complain): void {
  if (world.frames.length !== start.frames.length) complain('M9', 'frames came or went');
  const holders = new Map<number, string[]>();
  const hold = (frame: number, holder: string): void => {
    holders.set(frame, [...(holders.get(frame) ?? []), holder]);
  };
  for (const host of rows(world.hosts)) for (const f of host.free) hold(f, `free on ${host.id}`);
  for (const vm of rows(world.vms)) {
    const aside = vm.movingTo === 0 ? vm.host : vm.movingTo;
    for (const f of vm.memory) hold(f, `VM ${vm.id} on ${vm.host}`);
    for (const f of vm.reservedMemory) hold(f, `VM ${vm.id} on ${aside}`);
  }
  for (const { id, host, owner, content, residue } of rows(world.frames)) {
    if (host !== start.frames[id]?.host) complain('M9', `frame ${id} moved`);
    const expected = owner === 0 ? `free on ${host}` : `VM ${owner} on ${host}`;
    const really = holders.get(id) ?? [];
    if (really.join() !== expected)
      complain('M9', `frame ${id}: ${expected}, but ${really.join()}`);
    if (owner === 0 && content !== 0) complain('M2', `free frame ${id} has content`);
    if (content !== 0 && residue !== 0) complain('M7', `frame ${id} has content and residue`);
  }
}

/** Blocks are conserved as frames are: free, in one volume, kept for one snapshot, or in logs. */
function blocks(world: World, start: World, complain: Complain): void {
  if (world.blocks.length !== start.blocks.length) complain('B6', 'blocks came or went');
  const holders = new Map<number, string[]>();
  const hold = (block: number, holder: string): void => {
    holders.set(block, [...(holders.get(block) ?? []), holder]);
  };
  const logged = new Set<number>();
  for (const host of rows(world.hosts)) {
    for (const b of host.freeBlocks) hold(b, `free ${host.id}`);
    for (const b of host.logBlocks) {
      hold(b, `log ${host.id}`);
      logged.add(b);
    }
    if (host.logCap && host.logBlocks.length > 0) complain('B7', `host ${host.id} caps its logs`);
  }
  for (const vm of rows(world.vms)) {
    const aside = vm.movingTo === 0 ? vm.host : vm.movingTo;
    for (const b of vm.disk) hold(b, `VM ${vm.id} on ${vm.host}`);
    if (vm.swapFile !== 0) hold(vm.swapFile, `VM ${vm.id} on ${vm.host}`);
    for (const b of vm.reservedDisk) hold(b, `VM ${vm.id} on ${aside}`);
  }
  for (const { id, host, block } of rows(world.snapshots)) hold(block, `snapshot ${id} on ${host}`);
  for (const { id, host, owner, snapshot, content, residue } of rows(world.blocks)) {
    const expected =
      owner !== 0
        ? `VM ${owner} on ${host}`
        : snapshot !== 0
          ? `snapshot ${snapshot} on ${host}`
          : `${logged.has(id) ? 'log' : 'free'} ${host}`;
    const really = holders.get(id) ?? [];
    if (really.join() !== expected)
      complain('B6', `block ${id}: ${expected}, but ${really.join()}`);
    if (content !== 0 && residue !== 0) complain('B6', `block ${id} has content and residue`);
    if (logged.has(id) && residue !== 0) complain('B7', `residue in block ${id} of a log`);
    if (owner === 0 && snapshot === 0 && content !== 0)
      complain('B1', `free block ${id} has content`);
  }
}

function guests(world: World, complain: Complain): void {
  for (const vm of rows(world.vms)) {
    if (!find(world.hosts, vm.host)) complain('M9', `VM ${vm.id} is on no host`);
    const has = vm.memory.length + vm.merged.length + vm.swapped;
    const kept = world.hosts[vm.host]?.overcommit ? has <= vm.frames : has === vm.frames;
    if (!kept) complain('V1', `VM ${vm.id} lacks frames`);
    if ((vm.swapped === 0) !== (vm.swapFile === 0)) complain('R11', `the swap of VM ${vm.id}`);
    if (vm.filled + vm.swapped > (vm.hoards ? vm.frames : vm.fills))
      complain('M1', `VM ${vm.id} wrote more than it fills`);
    vm.memory.forEach((frame, i) => {
      const { content } = world.frames[frame]!;
      if (content !== (i < vm.filled ? vm.asset : 0)) complain('M1', `VM ${vm.id} frame ${frame}`);
    });
    if (isOwn(vm.card) && !canDrive(vm.technique, world.hosts[vm.host]!))
      complain('K90', `VM ${vm.id} cannot drive what it has`);
    if (vm.served < 0 || vm.served > 1000) complain('W1', `VM ${vm.id} is served ${vm.served}`);
  }
  for (const { id, load, vfs, iommu, interruptRemapping } of rows(world.hosts)) {
    if (vfsInUse(world.vms, id) > vfs) complain('K90', `host ${id} has no more than ${vfs}`);
    if (interruptRemapping && !iommu) complain('K93', `host ${id} remaps interrupts alone`);
    if (load < 0 || load > 1000) complain('W1', `host ${id} has load ${load}`);
  }
  const { tally } = world;
  if (tally.given > tally.promised || tally.useful > tally.native) complain('F1', 'more than due');
  if (tally.correct > tally.given) complain('F6', 'more right than given');
  if (tally.justified > tally.stopped || tally.stopped > tally.promised)
    complain('F3', 'the tally');
}

function credits({ world, history }: Match, complain: Complain): void {
  let sum = world.pace.startCredits;
  for (const { data } of eventsOf(history, 'bill')) sum += data.credits;
  for (const { data } of eventsOf(history, 'order')) sum -= data.price;
  for (const { data } of eventsOf(history, 'request-ended')) {
    if (data.outcome === 'missed' || data.outcome === 'self-served')
      sum -= world.pace.missedRequest;
  }
  if (sum !== world.credits) complain('E1', `${world.credits} credits, not ${sum}`);
}

function jobs(world: World, complain: Complain): void {
  const claimed = new Set<string>();
  for (const job of rows(world.jobs)) {
    for (const claim of job.claims) {
      if (claimed.has(claim)) complain('J2', `${claim} is claimed twice`);
      claimed.add(claim);
    }
    if (job.done < 1 || job.done >= job.length) complain('J1', `job ${job.id} did ${job.done}`);
    if (!find(world.seats, job.seat)) complain('J1', `job ${job.id} is nobody’s`);
  }
  for (const request of rows(world.requests)) {
    const made = [...rows(world.vms)].filter((vm) => vm.request === request.id).length;
    const worked = [...rows(world.jobs)].some((job) =>
      job.claims.includes(`requests/${request.id}`),
    );
    if (made > 1) complain('J2', `request ${request.id} has ${made} VMs`);
    if ((request.state === 'in-work') !== worked) complain('J2', `request ${request.id} in work`);
  }
}

const TABLES = [
  'hosts',
  'frames',
  'blocks',
  'snapshots',
  'dedications',
  'stores',
  'repositories',
  'copies',
  'images',
  'flaws',
  'segments',
  'policies',
  'switches',
  'wires',
  'vms',
  'zones',
  'tenants',
  'assets',
  'requests',
  'jobs',
  'seats',
  'alerts',
  'evidence',
  'breaches',
  'attackers',
  'operations',
] as const satisfies readonly (keyof World)[];

function ids(world: World, before: World, complain: Complain): void {
  for (const table of TABLES) {
    const was: readonly (object | null)[] = before[table];
    const is: readonly ({ readonly id: number } | null)[] = world[table];
    if (is.length < was.length) complain('V4', `${table} shrank`);
    is.forEach((row, id) => {
      if (row !== null && row.id !== id) complain('V4', `${table}/${id} calls itself ${row.id}`);
      if (row !== null && id < was.length && was[id] === null)
        complain('V4', `${table}/${id} again`);
    });
  }
}

/** Fields that are facts: what needs read, and what is like it. */
const FACTS: { readonly [T in FactTable]?: readonly (keyof FactRows[T])[] } = {
  hosts: [
    'scrub',
    'wipe',
    'build',
    'sandbox',
    'seccomp',
    'filters',
    'intruder',
    'hypercallAudit',
    'smt',
    'microcode',
    'l1Flush',
    'dedup',
    'cachePartition',
    'overcommit',
    'logCap',
    'exitMerging',
    'nested',
    'counters',
    'credential',
    'attested',
    'introspection',
    'services',
    'managedFrom',
    'lockdown',
    'exceptionUser',
    'mfa',
    'hostAudit',
    'weakAccount',
    'stolen',
    'tampered',
    'iommu',
    'interruptRemapping',
    'spoofCheck',
    'vfTrust',
    'capacity',
    'free',
    'freeBlocks',
    'logBlocks',
  ],
  frames: ['host', 'owner', 'content', 'residue', 'image'],
  blocks: ['host', 'owner', 'snapshot', 'content', 'residue', 'sealed'],
  vms: [
    'tenant',
    'host',
    'zone',
    'power',
    'technique',
    'devices',
    'card',
    'kernel',
    'service',
    'revertedFrom',
    'owner',
    'onLeave',
    'ownerAsked',
    'leftSecret',
    'keysFrom',
    'generationId',
    'foothold',
    'intruder',
    'deviceBuild',
    'deviceProcess',
    'memoryEncrypted',
    'ransomed',
    'movingTo',
    'moveEncrypted',
    'tools',
    'memory',
    'merged',
    'swapped',
    'swapFile',
    'hoards',
    'disk',
  ],
  snapshots: ['host', 'memory'],
  stores: ['hosts', 'reachedFrom', 'library', 'verified'],
  dedications: ['tenant'],
  repositories: ['build', 'reachedFrom', 'encrypted', 'immutable'],
  images: ['kernel', 'service', 'recipe', 'revoked', 'leftSecret', 'sampleKey', 'seeded'],
  flaws: ['public', 'fixedIn'],
  segments: ['promiscuous', 'macChanges', 'forgedTransmits', 'arpInspection', 'management'],
  policies: [
    'version',
    'rules',
    'automaticSince',
    'migrationEncryption',
    'serverBuild',
    'serverFrom',
  ],
  switches: ['version', 'rules', 'ports', 'watch'],
  wires: ['watch'],
  requests: ['state'],
};

/** Facts that changed without the stamp of an event that changed them. */
export function unstamped({ world, history }: Match, before: World): string[] {
  const found: string[] = [];
  for (const [ref, seq] of Object.entries(world.provenance)) {
    if (!history[seq - 1]) found.push(`${ref} is stamped with ${seq}, which never was`);
  }
  for (const [table, fields] of Object.entries(FACTS)) {
    const name = table as 'hosts';
    world[name].forEach((row, id) => {
      const was = before[name][id];
      if (!row || !was) return;
      for (const field of fields as (keyof typeof row)[]) {
        const ref = `${table}/${id}/${field}`;
        if (JSON.stringify(row[field]) === JSON.stringify(was[field])) continue;
        const stamp = world.provenance[ref];
        if (stamp === undefined || stamp === before.provenance[ref])
          found.push(`${ref}: ${JSON.stringify(was[field])} → ${JSON.stringify(row[field])}`);
      }
    });
  }
  return found;
}

function events({ world, history }: Match, complain: Complain): void {
  if (world.history.length !== history.length) complain('P1', 'the history has another length');
  let tick = 0;
  history.forEach((event, i) => {
    if (event.seq !== i + 1) complain('P1', `event ${i + 1} calls itself ${event.seq}`);
    if (event.tick < tick) complain('P1', `event ${event.seq} is out of time`);
    tick = event.tick;
    if (event.causes.some((cause) => cause < 1 || cause >= event.seq)) {
      complain('A3', `event ${event.seq} is caused by ${event.causes.join()}`);
    }
  });
}

/**
 * What a leak from memory takes, said once more without the attack's own needs: asked of the world as the
 * strikes of this tick found it.
 */
export function unfounded(match: Match, before: World, inputs: readonly Input[]): string[] {
  const harms = eventsOf(match.history, 'harm').filter(
    ({ tick, data }) => tick === match.world.tick && data.attack === 'res-mem-unscrubbed',
  );
  if (harms.length === 0) return [];
  const world = copyOf(before);
  const turn = { world, history: match.history.slice(0, before.history.length) };
  world.tick += 1;
  takeInputs(turn, inputs);
  calendar(turn);
  impatience(turn);
  leases(turn);
  runJobs(turn);
  arrive(turn, (host) => isOff(turn.world, host));
  return harms.flatMap(({ data }) => {
    const vm = find(world.vms, data.vm);
    const frame = find(world.frames, Number(data.args.frame));
    const asset = find(world.assets, data.asset);
    const sound =
      vm?.power === 'running' &&
      vm.memory.includes(Number(data.args.frame) as never) &&
      frame?.owner === vm.id &&
      frame.residue === data.asset &&
      asset?.tenant === data.victim &&
      asset.tenant !== vm.tenant;
    return sound ? [] : [`A1: harm to ${data.asset} by VM ${data.vm} in tick ${world.tick}`];
  });
}
