import type { SegmentId, ZoneId } from './ids.ts';

export const ZONE_NAMES = ['internet', 'dmz', 'app', 'data', 'desktop', 'quarantine'] as const;
export type ZoneName = (typeof ZONE_NAMES)[number];

/** A part of the network that rules name. */
export interface Zone {
  readonly id: ZoneId;
  readonly name: ZoneName;
}

/** What a port group refuses or accepts of MAC addresses and foreign frames. */
export const PORT_SETTINGS = ['promiscuous', 'macChanges', 'forgedTransmits'] as const;
export type PortSetting = (typeof PORT_SETTINGS)[number];

/**
 * The layer 2 segment of a zone, on every virtual switch. The three port settings are those
 * of a port group; what they accept they accept for every port in it. Inspection of ARP is a setting
 * of its own: rejecting the other three does not stop ARP spoofing, which forges no MAC (E11).
 */
export interface Segment {
  readonly id: SegmentId;
  readonly zone: ZoneId;
  readonly promiscuous: boolean;
  readonly macChanges: boolean;
  readonly forgedTransmits: boolean;
  /** ARP inspection, SpoofGuard, `no-arp-spoofing`: an address is bound to a port. */
  readonly arpInspection: boolean;
  /** The management network of hosts that its port group is on by mistake, by its VLAN; 0: none (rule N21). */
  readonly management: number;
  /** DHCP guard: what only a DHCP server says is taken from no VM's port (Hyper-V; NSX: block of DHCP servers). */
  readonly dhcpGuard: boolean;
}
