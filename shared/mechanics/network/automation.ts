import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import type { HostId, Seq } from '../../world/ids.ts';
import type { Switch } from '../../world/network.ts';
import { find, get, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { POLICY } from './edit.ts';
import { isPushed, pushTo } from './push.ts';

/** Whether switches that are behind are given the policy by themselves. */
export const isAutomatic = (world: ReadonlyWorld): boolean =>
  (find(world.policies, POLICY)?.automaticSince ?? 0) > 0;

/** From now on they are (rule N18; FACTS §27.3: what management gets complex by, automation is for). */
export function automate(turn: Turn, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const changed = emit(turn, 'setting-changed', {
    actor,
    subjects: [`policies/${POLICY}`],
    causes: [cause],
    data: { setting: 'automaticPush', to: 'on' },
  });
  setFact(world, 'policies', POLICY, 'automaticSince', world.tick, changed);
}

/**
 * The automation stage: a switch that is found behind is given the policy as it is by then, when the
 * controller's delay and the time of a push are over. It reads what is written and asks nobody whether that
 * is right (rule N20). Who works on a switch is waited for; a host that takes nothing is begun with anew
 * once it does (rule N19).
 * @param isOff whether a host is off in this tick
 */
export function pushByItself(turn: Turn, isOff: (host: HostId) => boolean): void {
  const { world } = turn;
  if (!isAutomatic(world)) return;
  const { automationDelay, pushLength } = world.pace;
  for (const gate of rows(world.switches)) {
    if (isPushed(world, gate.id) || isOff(gate.id) || !answers(world, gate.id)) gate.pushAt = 0;
    else if (gate.pushAt === 0) gate.pushAt = world.tick + automationDelay + pushLength;
    else if (world.tick >= gate.pushAt && !isWorkedOn(world, gate)) {
      pushTo(turn, gate.id, provenanceOf(world, fact('policies', POLICY, 'automaticSince')));
      get(world.switches, gate.id).pushAt = 0;
    }
  }
}

/**
 * Whether a host's agent fetches what the controller has for it. So does one that whoever runs code below its guests
 * lets go on, as it takes what is pushed by hand: what it did not take would tell that they are there.
 */
const answers = (world: ReadonlyWorld, host: HostId): boolean =>
  find(world.hosts, host)?.retired === false;

/** Whether a job has the switch to itself: a push by hand, say, or an IPS that is being put into it. */
function isWorkedOn(world: ReadonlyWorld, { id }: Switch): boolean {
  return world.jobs.some((job) => job?.claims.includes(`switches/${id}`) === true);
}
