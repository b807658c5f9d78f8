import type { FlowId, HostId, Tick, VmId, ZoneId } from './ids.ts';
import type { ZoneName } from './zone.ts';

export const SERVICES = ['web', 'db', 'queue'] as const;
export type ServiceName = (typeof SERVICES)[number];

/**
 * One line of a policy. A zone of 0 is any zone. The first rule that fits decides. What enters a VM
 * needs a rule that allows it; what leaves one is stopped only by a rule that denies it.
 */
export interface Rule {
  readonly from: ZoneId | 0;
  readonly to: ZoneId | 0;
  readonly service: ServiceName | 'any';
  readonly allow: boolean;
}

/** The flows between zones that are meant to be. One row, id 1. */
export interface Policy {
  readonly id: number;
  readonly version: number;
  readonly rules: readonly Rule[];
  /** Since when switches that are behind are given it by themselves (rule N18); 0: they are not. */
  readonly automaticSince: Tick;
  /** Whether live migrations that begin are encrypted (rule N21; libvirt `migrate_tls_force`, vSphere *Required*). */
  readonly migrationEncryption: boolean;
  /** Build of the management server of the room, which every host takes orders of; 0: there is none (rule K127). */
  readonly serverBuild: number;
  /** Zones from which the firewall of the management network lets packets through to it (rule N33). */
  readonly serverFrom: readonly ZoneName[];
}

/** A port that the switch has been told of: which VM is behind it, and in which zone. */
export interface Port {
  readonly vm: VmId;
  readonly zone: ZoneId;
}

/**
 * The virtual switch of a host, with what it was last given. It filters what enters a VM by its own
 * copy of the rules and its own idea of that VM's zone. A VM whose port it was never told of is not
 * filtered at all: the permissive default that rules bound to ports and hosts leave behind when a
 * VM moves (FACTS B52, §28.3). Its id is the host's.
 */
export interface Switch {
  readonly id: HostId;
  readonly version: number;
  readonly rules: readonly Rule[];
  readonly ports: readonly Port[];
  /** Sensor S2: what watches the inside of this switch. */
  readonly watch: Watch;
  /** What its IPS lets pass although it matches a signature (rule N12). */
  readonly exceptions: readonly Exception[];
  /** Its IPS cannot keep up with its host's work and drops every packet (rule N13). */
  readonly overloaded: boolean;
  /** It takes in a new policy until this tick and drops every packet meanwhile. */
  dropsUntil: Tick;
  /** When it will be given the policy by itself (rule N18); 0: nothing is on its way to it. */
  pushAt: Tick;
}

/** What a VM's port of the virtual switch is: in one VLAN, or a trunk of all of them. */
export const PORT_MODES = ['access', 'trunk'] as const;
export type PortMode = (typeof PORT_MODES)[number];

/** A flow that an IPS was told to let pass; 0 is the internet. */
export interface Exception {
  readonly from: VmId | 0;
  readonly to: VmId | 0;
  readonly service: ServiceName;
}

/** What watches a place: an IDS sees and tells; an IPS stands in the way and blocks what it sees. */
export const WATCHES = ['none', 'ids', 'ips'] as const;
export type Watch = (typeof WATCHES)[number];

/** The physical wire between the hosts, where sensor S1 stands. One row, id 1. */
export interface Wire {
  readonly id: number;
  readonly watch: Watch;
}

/** What became of a flow's packets: a rule denied them, a switch dropped them, an IPS blocked them. */
export type FlowState = 'delivered' | 'denied' | 'dropped' | 'blocked';

/** Traffic that a tenant's service lives on. 0 stands for the internet. */
export interface Flow {
  readonly id: FlowId;
  readonly from: VmId | 0;
  readonly to: VmId | 0;
  readonly service: ServiceName;
  state: FlowState;
  /** What watched its way when it was last seen to look like an attack: one number, 0 for nothing. */
  eyes: number;
}
