import type { ZoneName } from '../zone.ts';

/**
 * Services of a host that listen on its management interface: its shell over the network (SSH), and the service location
 * protocol (SLP, port 427), by which products find hosts. Sources: FACTS B39, B41 and section I (SSH and the shell are
 * stopped by default; SLP is stopped in the guides for 7.0.3 and 8.0.3, and was on in those for 6.5 and 6.7).
 */
export const HOST_SERVICES = ['ssh', 'slp'] as const;
export type HostService = (typeof HOST_SERVICES)[number];

/** Whose password can be guessed: that of root, of the account that stands on the list of exception users, or nobody's. */
export const WEAK_ACCOUNTS = ['none', 'root', 'exception'] as const;
type WeakAccount = (typeof WEAK_ACCOUNTS)[number];

/** How a host is managed, beside its credential and its management network. */
export interface HostManagement {
  /** What listens there. */
  readonly services: readonly HostService[];
  /** Zones from which the firewall of its management network lets packets through to it (rule N31). */
  readonly managedFrom: readonly ZoneName[];
  /** Lockdown mode: who logs in to the host itself is refused, but for exception users (rule K122). */
  readonly lockdown: boolean;
  /** Whether an account with the administrator role stands on its list of exception users, such as that of a backup product. */
  readonly exceptionUser: boolean;
  /** Whether whoever logs in needs a second factor (rule K123). */
  readonly mfa: boolean;
  /** Whether its audit records go to the log server, where sensor S5 reads them (rule S71). Off by default (FACTS I-1, S5). */
  readonly hostAudit: boolean;
  /** Hidden from defenders: nobody sees of a password that it can be guessed. */
  readonly weakAccount: WeakAccount;
}
