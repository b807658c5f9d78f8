import { ROLE_NAMES, type Role } from '../world/people/seat.ts';

/** How few people divide the work: what is done in the same moments is in different hands. */
const SHARED: readonly (readonly (readonly Role[])[])[] = [
  [],
  [ROLE_NAMES],
  [
    ['operator', 'hypervisor'],
    ['network', 'analyst'],
  ],
  [['operator'], ['hypervisor'], ['network', 'analyst']],
];

/** From the fourth on, one role each: those come twice first that have the most to do. */
const IN_TURN: readonly Role[] = ['operator', 'network', 'analyst', 'hypervisor'];

/** The roles of each of so many people of a team: every role is somebody's. */
export function shareRoles(people: number): readonly (readonly Role[])[] {
  const few = SHARED[people];
  if (few) return few;
  return Array.from({ length: people }, (_, i) => IN_TURN.filter((_role, at) => at === i % 4));
}

/** Roles in the order of the game, each once. */
export function inOrder(roles: readonly Role[]): readonly Role[] {
  return ROLE_NAMES.filter((role) => roles.includes(role));
}
