import { ROLE_NAMES, type Role } from '../../../shared/world/people/seat.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { OrderNote } from '../../parts/order-note.tsx';

const CHOICE = 'roles';

/** The own roles: to choose from where the class may choose, else to read. */
export function RoleChoice() {
  const { words } = useApp();
  const { me, session, link, orders } = useGame();
  const mine = me.value?.roles ?? [];
  const open = session.value?.settings.choose === true && link.team !== null;
  const choose = (role: Role): void => {
    const { team } = link;
    const next = mine.includes(role) ? mine.filter((other) => other !== role) : [...mine, role];
    // Somebody has to have each of them: the last one stays.
    if (team === null || next.length === 0) return;
    orders.watch(CHOICE, team.chooseRoles(next));
  };
  return (
    <section class="lobby-roles" aria-labelledby="roles-title">
      <h2 id="roles-title" class="panel-title">
        {words.say(open ? 'ui.lobby.chooseRoles' : 'ui.lobby.givenRoles')}
      </h2>
      <ul>
        {ROLE_NAMES.map((role) => {
          const has = mine.includes(role);
          const body = (
            <>
              <b>{words.say(`ui.roles.${role}`)}</b>
              <small>{words.say(`ui.roles.${role}Does`)}</small>
            </>
          );
          return (
            <li key={role}>
              {open ? (
                <button
                  type="button"
                  class={`role-card${has ? ' chosen' : ''}`}
                  aria-pressed={has}
                  onClick={() => choose(role)}
                >
                  {body}
                </button>
              ) : (
                <div class={`role-card${has ? ' chosen' : ''}`} aria-current={has}>
                  {body}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <OrderNote of={CHOICE} />
    </section>
  );
}
