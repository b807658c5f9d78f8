import type { RosterEntry, SessionState } from '../../../shared/protocol/server.ts';
import type { Role } from '../../../shared/world/people/seat.ts';
import { holdersOf, seatOf } from './team.ts';

/**
 * Detail that only one role sees in full, so that a team has to talk. Everybody sees that there is
 * something, and where: whose it is, how much and why is the role's to say. Source: `numbers.md` of
 * the design, "Roles and talk".
 */
export const ROLE_DETAILS = {
  /** Which hosts and VMs an advisory is about, and which builds they have. */
  exposure: 'hypervisor',
  builds: 'hypervisor',
  /** What a switch has missed, which ports it does not know, and the rules themselves. */
  drift: 'network',
  rules: 'network',
  /** What exactly was seen, and which sensors could not have seen it. */
  evidence: 'analyst',
  /** Whose data was left behind, who still answers for a VM, and which frames would be handed out. */
  residue: 'operator',
  lease: 'operator',
  frames: 'operator',
} as const satisfies Readonly<Record<string, Role>>;

export type Detail = keyof typeof ROLE_DETAILS;

/** `null`: the detail is shown. Otherwise the role that it belongs to, and who has it. */
export type HiddenDetail = { readonly role: Role; readonly who: readonly RosterEntry[] } | null;

/**
 * What hides a detail from a seat. Nothing does alone, nor from whoever only watches, nor when
 * nobody here has the role: then it would be lost to the whole team.
 */
export function hiddenDetailOf(
  session: SessionState | null,
  seat: number,
  detail: Detail,
): HiddenDetail {
  const me = seatOf(session, seat);
  const role = ROLE_DETAILS[detail];
  if (me === null || me.team === 0 || me.presence === 'watching' || me.roles.includes(role))
    return null;
  const who = holdersOf(session, me.team, role);
  return who.length === 0 ? null : { role, who };
}
