import { setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import { type HostId, NONE, type Seq, type Tick, type VmId } from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { type Deep, find, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { type Origin, record } from '../harm/evidence.ts';
import { isOnSwitch, isUnplugged } from './card.ts';
import { POLICY } from './edit.ts';
import { segmentOf } from './segments.ts';

/** Whether a live migration that begins now is encrypted on its way (rule N21). */
export const encryptsMigrations = (world: ReadonlyWorld): boolean =>
  find(world.policies, POLICY)?.migrationEncryption === true;

/**
 * From now on migrations begin encrypted; what is under way goes on as it began. Source: FACTS B42 (libvirt:
 * TLS only where it is asked for, unless `migrate_tls_force`; vSphere: *Disabled*, *Opportunistic*, *Required*).
 */
export function encryptMigrations(turn: Turn, actor: Actor, cause: Seq): void {
  const changed = emit(turn, 'setting-changed', {
    actor,
    subjects: [`policies/${POLICY}`],
    causes: [cause],
    data: { setting: 'migrationEncryption', to: 'on' },
  });
  setFact(turn.world, 'policies', POLICY, 'migrationEncryption', true, changed);
}

/** Ticks that a live migration of so many frames takes, as migrations are set now. */
export function moveTicks(world: ReadonlyWorld, frames: number): Tick {
  const { migrateBase, migratePerFrame, migrateEncrypted } = world.pace;
  const plain = migrateBase + migratePerFrame * frames;
  return encryptsMigrations(world) ? Math.trunc((plain * migrateEncrypted) / 1000) : plain;
}

/**
 * Hosts through whose management interface a VM's memory passes while it is moved: that of the host that it
 * leaves, and of the one that it goes to. There is no other network for it (FACTS B42: libvirt listens on every
 * address of a host, ports 49152 to 49215).
 */
export const endsOfMove = ({ host, movingTo }: Pick<Deep<Vm>, 'host' | 'movingTo'>): HostId[] =>
  movingTo === NONE ? [] : [host, movingTo];

/**
 * The management network that a VM is on by mistake, because its port group has that VLAN; 0: none. In
 * quarantine every port is alone, and whoever has no card is on no network.
 */
export function managementOf(world: ReadonlyWorld, vm: number): number {
  const row = find(world.vms, vm);
  if (!row || isUnplugged(world, row.id)) return 0;
  if (find(world.zones, row.zone)?.name === 'quarantine') return 0;
  return segmentOf(world, row.zone)?.management ?? 0;
}

/** What a claim of a host's address meets on its way: ARP inspection or an IPS where it starts, or nothing. */
function comesToWire(world: ReadonlyWorld, vm: VmId): boolean {
  if (!isOnSwitch(world, vm)) return true;
  const row = find(world.vms, vm);
  const inspected = segmentOf(world, row?.zone ?? NONE)?.arpInspection === true;
  return !inspected && find(world.switches, row?.host ?? NONE)?.watch !== 'ips';
}

/** A VM says on a management network that addresses of hosts there are its own: its switch passes it, then the wire. */
export function claimFromVm(turn: Turn, vm: VmId, origin: Origin): void {
  const row = find(turn.world.vms, vm);
  if (row?.power !== 'running' || managementOf(turn.world, vm) === 0) return;
  const uplink = comesToWire(turn.world, vm);
  record(turn, { kind: 'management-claim', vm, host: row.host, uplink }, origin);
}

/**
 * A host does the same: with code below its guests for addresses of others, or lawfully for its own, which a team
 * of network cards has to announce anew when it goes over to its other card (Linux bonding, `fail_over_mac`).
 */
export function claimFromHost(turn: Turn, host: HostId, origin: Origin): void {
  record(turn, { kind: 'management-claim', vm: NONE, host, uplink: true }, origin);
}

/** VMs that are being moved, in the order in which they were made. A machine of its own is imaged, and not moved. */
export const movingVms = (world: ReadonlyWorld): Deep<Vm>[] =>
  [...rows(world.vms)].filter((vm) => vm.movingTo !== NONE && vm.technique !== 'native');
