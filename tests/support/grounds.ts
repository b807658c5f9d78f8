import type { Match } from '../../shared/match/match.ts';
import type { GameEvent } from '../../shared/world/history.ts';
import { WORKLOADS } from '../../shared/world/machine/workload.ts';
import type { World } from '../../shared/world/world.ts';

type Effect = Extract<
  GameEvent,
  {
    readonly kind: 'harm' | 'foothold' | 'frames-smuggled' | 'layout-read' | 'image-implanted';
  }
>;

/** Deep enough for what is done: anybody's code, a process of root, the kernel. */
const DEPTHS = ['none', 'user', 'root', 'kernel'] as const;

/**
 * What was missing for an effect to be anybody's doing, or `null`: said once more in plain terms, by
 * what was held where and by what got through, and not by the needs of the attack.
 * @param found the world as the strikes of that tick found it
 */
export function groundsFor(
  found: Match,
  history: readonly GameEvent[],
  effect: Effect,
): string | null {
  const { world } = found;
  const attacker = effect.actor.kind === 'attacker' ? effect.actor.id : 0;
  const holds = (vm: number, depth: (typeof DEPTHS)[number]): boolean => {
    const row = world.vms[vm];
    return (
      row?.power === 'running' &&
      row.intruder === attacker &&
      // Nobody is in the kernel of a container, which has none.
      (depth !== 'kernel' || row.technique !== 'container') &&
      DEPTHS.indexOf(row.foothold) >= DEPTHS.indexOf(depth)
    );
  };
  switch (effect.kind) {
    case 'layout-read':
    case 'frames-smuggled':
      return holds(effect.data.vm, 'kernel') ? null : 'no kernel in the guest that smuggles';
    case 'image-implanted': {
      const { from } = meant(found, history, effect);
      const shelf = world.stores.find((store) => store?.library === true);
      if (shelf?.verified) return 'signatures are verified';
      return writes(world, holds, from ?? 0, shelf?.id ?? 0);
    }
    case 'foothold': {
      const { vm, ring } = effect.data;
      const { from } = meant(found, history, effect);
      if (effect.data.attack === BY_CONFIG) return onTheStore(world, holds, from ?? 0, vm);
      if (effect.data.attack === BY_TOOLS) return fromBelow(world, attacker, vm);
      if (from === null && !holds(vm, 'user')) return `no code in VM ${vm}`;
      const container = world.vms[vm]?.technique === 'container';
      if (from === null) return container ? `nothing deeper in container ${vm}` : null;
      if (ring.startsWith('kernel') || ring === 'device-process') return `${ring} by the network`;
      if (BESIDE.has(effect.data.attack)) return besideIt(world, holds, from, vm);
      return byNetwork(world, holds, from, vm);
    }
    case 'harm': {
      const { kind, vm, host } = effect.data;
      if (kind === 'takeover' && effect.data.attack === BY_LOGIN) {
        return byLogin(world, attacker, Number(effect.data.args.from), host);
      }
      if (kind === 'takeover' && BY_MANAGEMENT.has(effect.data.attack)) {
        if (effect.data.attack === BY_SERVER) return byServer(world, holds, effect.data.args);
        return byManagement(world, holds, effect.data.args, host);
      }
      if (kind === 'takeover' && effect.data.attack === BY_MAIL) {
        return byMail(world, attacker, host);
      }
      if (kind === 'takeover') {
        if (world.vms[vm]?.host !== host) return `VM ${vm} is not on host ${host}`;
        return holds(vm, 'user') ? null : `no code in VM ${vm}`;
      }
      if (kind === 'starved' || kind === 'squeezed') {
        return holds(vm, 'user') ? null : `no code in VM ${vm}`;
      }
      // Ports and mapped devices are open to root.
      if (kind === 'flooded') return holds(vm, 'root') ? null : `no root in VM ${vm}`;
      // What a tenant may ask for takes no code anywhere.
      if (kind === 'exhausted') return world.attackers[attacker] ? null : 'nobody';
      return leakGrounds(world, holds, attacker, effect);
    }
  }
}

type Holds = (vm: number, depth: (typeof DEPTHS)[number]) => boolean;

function leakGrounds(
  world: World,
  holds: Holds,
  attacker: number,
  { data }: Extract<Effect, { readonly kind: 'harm' }>,
): string | null {
  const { frame, block, host, from, vm } = data.args as Readonly<Record<string, number>>;
  if (data.attack === BY_MOVE || data.attack === BY_MOVE_BELOW)
    return onItsWay(world, holds, attacker, data);
  if (frame !== undefined && host !== undefined) {
    const row = world.frames[frame];
    if (world.hosts[host]?.intruder !== attacker) return `host ${host} is not theirs`;
    if (vm !== undefined && data.attack === BY_HOST) {
      const guest = world.vms[vm];
      if (guest?.memoryEncrypted) return `the memory of VM ${vm} is encrypted`;
      return row?.owner === vm && guest?.host === host ? null : `frame ${frame} is not VM ${vm}'s`;
    }
    return row?.owner === 0 && row.host === host ? null : `frame ${frame} is not free there`;
  }
  if (frame !== undefined) {
    if (!world.vms[vm ?? 0]?.memory.some((one) => one === frame)) return 'not a frame of that VM';
    return holds(vm ?? 0, 'kernel') ? null : `no kernel in VM ${vm}`;
  }
  if (block !== undefined) {
    if (!world.vms[vm ?? 0]?.disk.some((one) => one === block)) return 'not a block of that VM';
    if (world.vms[vm ?? 0]?.technique === 'container') return `no raw volume in container ${vm}`;
    return holds(vm ?? 0, 'root') ? null : `no root in VM ${vm}`;
  }
  if (data.attack === BY_IMAGE) return holds(vm ?? 0, 'root') ? null : `no root in VM ${vm}`;
  if (data.attack === BY_BACKUP) return offBackup(world, holds, data.args);
  if (data.attack === BY_STORE) return offStore(world, holds, data.args);
  if (from !== undefined) {
    const by = BESIDE.has(data.attack) ? besideIt : byNetwork;
    return by(world, holds, from, vm ?? 0);
  }
  if (!holds(vm ?? 0, 'user')) return `no code in VM ${vm}`;
  return gets(world, vm ?? 0, 0, 'web') ? null : `nothing leaves VM ${vm}`;
}

/** What is done from below, by whoever has the host. */
/** What lies in a VM of theirs, as its image brought it. */
const BY_IMAGE = 'img-secrets-left';

/** What was saved of a VM on a datastore, from where that is mounted. */
const BY_STORE = 'snap-memfile-theft';

function offStore(
  world: World,
  holds: Holds,
  args: Readonly<Record<string, number | string>>,
): string | null {
  const [source, vm] = [Number(args.source ?? 0), Number(args.vm ?? 0)];
  const [store, kept] = [world.stores[Number(args.store)], world.snapshots[Number(args.snapshot)]];
  const zone = source === 0 ? 'internet' : zoneName(world, world.vms[source]?.zone ?? 0);
  if (source !== 0 && !holds(source, 'user')) return `no code in VM ${source}`;
  if (!store?.reachedFrom.some((one) => one === zone)) return `no store is mounted at ${source}`;
  if (kept?.vm !== vm || !kept.memory) return `no memory of VM ${vm} was saved`;
  if (!store.hosts.some((host) => host === kept.host)) return `it does not lie on that store`;
  return world.vms[vm]?.filesEncrypted === false ? null : `the files of VM ${vm} are encrypted`;
}

/** What a backup server holds, from where it is reached. */
const BY_BACKUP = 'bak-exposed';

function offBackup(
  world: World,
  holds: Holds,
  args: Readonly<Record<string, number | string>>,
): string | null {
  const [source, vm] = [Number(args.source ?? 0), Number(args.vm ?? 0)];
  const server = world.repositories[Number(args.repository)];
  const zone = source === 0 ? 'internet' : zoneName(world, world.vms[source]?.zone ?? 0);
  if (source !== 0 && !holds(source, 'user')) return `no code in VM ${source}`;
  if (!server?.reachedFrom.some((one) => one === zone)) return `no way to it from ${source}`;
  if (server.build >= (world.flaws[Number(args.flaw)]?.fixedIn ?? 0)) return 'it is patched';
  if (world.copies[Number(args.copy)]?.vm !== vm) return `no copy of VM ${vm}`;
  return server.encrypted ? 'the backups are encrypted' : null;
}

/** What was done to the configuration of a VM, where it lies. */
const BY_CONFIG = 'cfg-vmx-tamper';

function onTheStore(world: World, holds: Holds, from: number, vm: number): string | null {
  const row = world.vms[vm];
  const store = world.stores.find((one) => one?.hosts.some((host) => host === row?.host));
  if (row?.power !== 'stopped') return `VM ${vm} is not off`;
  if (row.filesEncrypted) return `the files of VM ${vm} are encrypted`;
  if (store?.verified) return `what VM ${vm} starts with is checked`;
  return writes(world, holds, from, store?.id ?? 0);
}

/** Whether a store is mounted there: by whoever runs code in that VM, or (0) from the internet. */
function writes(world: World, holds: Holds, from: number, id: number): string | null {
  const store = world.stores[id];
  const zone = from === 0 ? 'internet' : zoneName(world, world.vms[from]?.zone ?? 0);
  if (from !== 0 && !holds(from, 'user')) return `no code in VM ${from}`;
  return store?.reachedFrom.some((one) => one === zone) ? null : `no store is mounted at ${from}`;
}

const BY_HOST = 'collect-guest-frames';
const BY_TOOLS = 'tools-guestops-abuse';
const BY_LOGIN = 'lateral-shared-credential';
const BY_MAIL = 't2-hostos-takeover';

/** By the way in which hosts are managed: a service that runs there, from where it is reached. */
const BY_MANAGEMENT: ReadonlySet<string> = new Set([
  'mgmt-console-exposed',
  'mgmt-esxi-slp-ransom',
  'mgmt-vcenter-rce',
]);

const BY_SERVER = 'mgmt-vcenter-rce';

/** By the management server, whose orders every host takes. */
function byServer(
  world: World,
  holds: Holds,
  args: Readonly<Record<string, number | string>>,
): string | null {
  const [source, flaw] = [Number(args.source ?? 0), Number(args.flaw ?? 0)];
  const room = world.policies[1];
  const zone = source === 0 ? 'internet' : zoneName(world, world.vms[source]?.zone ?? 0);
  if (source !== 0 && !holds(source, 'user')) return `no code in VM ${source}`;
  if (!room?.serverFrom.some((one) => one === zone)) return `no way to the server from ${source}`;
  return room.serverBuild < (world.flaws[flaw]?.fixedIn ?? 0) ? null : 'the server is patched';
}

function byManagement(
  world: World,
  holds: Holds,
  args: Readonly<Record<string, number | string>>,
  to: number,
): string | null {
  const [source, flaw] = [Number(args.source ?? 0), Number(args.flaw ?? 0)];
  const target = world.hosts[to];
  const vm = world.vms[source];
  const zone = source === 0 ? 'internet' : zoneName(world, vm?.zone ?? 0);
  if (source !== 0 && !holds(source, 'user')) return `no code in VM ${source}`;
  const wired =
    vm !== undefined && world.segments[vm?.zone ?? 0]?.management === target?.management;
  const there = zone !== 'quarantine' && (target?.managedFrom.some((one) => one === zone) || wired);
  if (!target || !there) return `host ${to} is not managed from ${source}`;
  if (!target.services.includes(flaw === 0 ? 'ssh' : 'slp')) return `nothing listens on host ${to}`;
  if (flaw !== 0) return target.build < (world.flaws[flaw]?.fixedIn ?? 0) ? null : 'patched';
  return target.mfa || target.weakAccount === 'none' ? `no password of host ${to}` : null;
}

/** What is moved in plain text, from a VM or a host of theirs that is on the network that it crosses. */
const BY_MOVE = 'mig-plaintext-intercept';
const BY_MOVE_BELOW = 'mig-host-intercept';

function onItsWay(
  world: World,
  holds: Holds,
  attacker: number,
  { attack, args }: Extract<Effect, { readonly kind: 'harm' }>['data'],
): string | null {
  const { from = 0, vm = 0, frame = 0 } = args as Readonly<Record<string, number>>;
  const row = world.vms[vm];
  if (!row || row.movingTo === 0) return `VM ${vm} is not being moved`;
  if (row.moveEncrypted || row.memoryEncrypted) return `VM ${vm} is moved encrypted`;
  if (world.frames[frame]?.owner !== vm) return `frame ${frame} is not VM ${vm}'s`;
  const ends: readonly number[] = [row.host, row.movingTo];
  const networks = ends.map((host) => world.hosts[host]?.management);
  if (attack === BY_MOVE_BELOW) {
    if (world.hosts[from]?.intruder !== attacker) return `host ${from} is not theirs`;
    if (ends.includes(from)) return `host ${from} is an end of it`;
    return networks.includes(world.hosts[from]?.management) ? null : `host ${from} is elsewhere`;
  }
  const zone = world.vms[from]?.zone ?? 0;
  if (!holds(from, 'root') || zoneName(world, zone) === 'quarantine')
    return `no root in VM ${from}`;
  return networks.includes(world.segments[zone]?.management) ? null : `VM ${from} is elsewhere`;
}

/** In a guest whose tools do what a host says that is theirs. */
function fromBelow(world: World, attacker: number, vm: number): string | null {
  const row = world.vms[vm];
  if (row?.power !== 'running') return `VM ${vm} does not run`;
  if (world.hosts[row.host]?.intruder !== attacker) return `host ${row.host} is not theirs`;
  return row.tools.includes('guest-operations') ? null : `VM ${vm} takes no orders of its host`;
}

/** From a host of theirs to another that takes what opened it, on the same management network. */
function byLogin(world: World, attacker: number, from: number, to: number): string | null {
  const [source, target] = [world.hosts[from], world.hosts[to]];
  if (source?.intruder !== attacker) return `host ${from} is not theirs`;
  if (source.management !== target?.management) return `no way to manage host ${to} from ${from}`;
  return source.stolen === target.credential ? null : `host ${to} takes another credential`;
}

/**
 * Somebody reads mail or browses on that computer. It is known by a VM of it, in which nothing is done: whoever has
 * been thrown out there meanwhile has sent their mail all the same.
 */
function byMail(world: World, attacker: number, host: number): string | null {
  const row = world.hosts[host];
  if (row?.platform !== 'type2') return `nobody works on host ${host}`;
  if (!row.programs.some((one) => one === 'mail' || one === 'browser')) return 'no mail there';
  const fixedIn = world.flaws.find((flaw) => flaw?.name === 'drive-by')?.fixedIn ?? 0;
  const isOpen = row.osBuild < fixedIn || row.ran === attacker;
  return isOpen ? null : 'nobody has run what was sent, and the OS is patched';
}

/** What needs no packet: whoever does it runs on the same hardware. */
const BESIDE: ReadonlySet<string> = new Set([
  'sc-flush-reload-dedup',
  'sc-prime-probe',
  'sc-l1tf',
  'hw-rowhammer-ffs',
  'io-sriov-vf-spoof',
]);

/** From a VM of theirs that runs on the same host as the victim. */
function besideIt(world: World, holds: Holds, from: number, to: number): string | null {
  const target = world.vms[to];
  if (target?.power !== 'running') return `VM ${to} does not run`;
  if (!holds(from, 'user')) return `no code in VM ${from}`;
  return world.vms[from]?.host === target.host ? null : `VM ${from} is not beside VM ${to}`;
}

/** From the internet or a VM of theirs, over a way that is open, or within one segment. */
function byNetwork(world: World, holds: Holds, from: number, to: number): string | null {
  const target = world.vms[to];
  if (target?.power !== 'running') return `VM ${to} does not run`;
  if (from !== 0 && !holds(from, 'user')) return `no code in VM ${from}`;
  const { serves } = WORKLOADS[target.workload];
  if (gets(world, from, to, serves)) return null;
  const source = world.vms[from];
  const quarantined = zoneName(world, target.zone) === 'quarantine';
  const beside = source?.zone === target.zone && !quarantined && holds(from, 'root');
  return beside ? null : `nothing gets from ${from} to VM ${to}`;
}

/** What an act was about, in the world's ids; `from` is `null` where it was about no source. */
function meant(
  { world }: Match,
  history: readonly GameEvent[],
  effect: Effect,
): { readonly from: number | null } {
  const acts = effect.causes.flatMap((seq) => history[seq - 1] ?? []);
  const act = acts.filter((event) => event.kind === 'act').at(-1);
  if (act === undefined) return { from: null };
  const { from } = act.data.args;
  if (typeof from !== 'number') return { from: null };
  const who = act.actor.kind === 'attacker' ? world.attackers[act.actor.id] : null;
  return { from: from === 0 ? 0 : (who?.knownVms[from - 1] ?? -1) };
}

const zoneName = (world: World, zone: number): string => world.zones[zone]?.name ?? '';

/** Whether packets get from one end to the other by what both switches enforce; 0 is the internet. */
function gets(world: World, from: number, to: number, service: string): boolean {
  const zoneOf = (vm: number): number =>
    vm === 0
      ? world.zones.findIndex((zone) => zone?.name === 'internet')
      : (world.vms[vm]?.zone ?? -1);
  for (const end of [from, to]) {
    if (end !== 0 && zoneName(world, zoneOf(end)) === 'quarantine') return false;
  }
  const rulingAt = (vm: number, a: number, b: number): boolean | null => {
    const rule = world.switches[world.vms[vm]?.host ?? 0]?.rules.find(
      (one) =>
        (one.from === 0 || one.from === a) &&
        (one.to === 0 || one.to === b) &&
        (one.service === 'any' || one.service === service),
    );
    return rule ? rule.allow : null;
  };
  const portOf = (vm: number): number | null =>
    world.switches[world.vms[vm]?.host ?? 0]?.ports.find((port) => port.vm === vm)?.zone ?? null;
  const out = from === 0 ? null : portOf(from);
  if (out !== null && rulingAt(from, out, zoneOf(to)) === false) return false;
  const port = to === 0 ? null : portOf(to);
  return port === null || rulingAt(to, zoneOf(from), port) === true;
}
