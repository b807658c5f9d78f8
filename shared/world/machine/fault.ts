import type { Grant } from './grants.ts';
import type { DeviceName, Trap } from './host.ts';
import type { Tool } from './tools.ts';

/** Why a guest's clock is behind: it was not scheduled, or it went back with its snapshot. */
const CLOCK_CAUSES = ['starved', 'rolled-back'] as const;
export type ClockCause = (typeof CLOCK_CAUSES)[number];

/**
 * What keeps a running VM from the result that it would have on real hardware. How many flows are cut
 * off and how far its clock is behind stand in its own row.
 */
export type Fault =
  /** Flows that it lives on do not get through. */
  | { readonly kind: 'cut-off' }
  /** Its work needs a device that was taken away, or that its image never had. */
  | { readonly kind: 'device-missing'; readonly device: DeviceName }
  /** Its technique has no model of a device that its work needs. */
  | { readonly kind: 'device-unsupported'; readonly device: DeviceName }
  /**
   * A filter refuses every exit for a device that it needs or lives on, or a hypercall that it lives on; about
   * what that filter is, be it the reason of those exits.
   */
  | { readonly kind: 'exit-refused'; readonly trap: Trap }
  /** People work with it through a channel to the host that is shut. */
  | { readonly kind: 'tool-closed'; readonly tool: Tool }
  /** Its work needs something of its host that it does not have, or that is worth nothing there. */
  | { readonly kind: 'grant-missing'; readonly grant: Grant }
  /** It takes over a MAC address as it fails over, and what it sends from it is dropped. */
  | { readonly kind: 'mac-refused' }
  /** It works in several VLANs at once, and its port is in one. */
  | { readonly kind: 'no-trunk' }
  /** Its work is done by guests of its own, and it can have none there. */
  | { readonly kind: 'no-nesting' }
  /** Its clock is further behind than a time service would put right unnoticed. */
  | { readonly kind: 'clock-lies'; readonly cause: ClockCause };

export type FaultKind = Fault['kind'];
