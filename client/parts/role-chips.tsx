import { ROLE_NAMES, type Role } from '../../shared/world/people/seat.ts';
import { useApp } from '../app-context.ts';

/** Roles in one quiet line, where there is no room for chips. */
export function RoleLine({ roles }: { roles: readonly Role[] }) {
  const { words } = useApp();
  if (roles.length === 0) return null;
  const text =
    roles.length === ROLE_NAMES.length
      ? words.say('ui.roles.all')
      : roles.map((role) => words.say(`ui.roles.${role}`)).join(' · ');
  return (
    <span
      class="role-line"
      title={roles.map((role) => words.say(`ui.roles.${role}Does`)).join('\n')}
    >
      {text}
    </span>
  );
}

/** Roles as small chips; all four are one chip, which says so. */
export function RoleChips({ roles }: { roles: readonly Role[] }) {
  const { words } = useApp();
  if (roles.length === 0) return null;
  const all = roles.length === ROLE_NAMES.length;
  return (
    <span class="role-chips">
      {all ? (
        <span class="role-chip">{words.say('ui.roles.all')}</span>
      ) : (
        roles.map((role) => (
          <span key={role} class={`role-chip ${role}`} title={words.say(`ui.roles.${role}Does`)}>
            {words.say(`ui.roles.${role}`)}
          </span>
        ))
      )}
    </span>
  );
}
