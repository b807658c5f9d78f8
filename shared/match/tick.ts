import { arrive } from '../mechanics/balancer.ts';
import { billing } from '../mechanics/billing.ts';
import { calendar } from '../mechanics/calendar.ts';
import { trapDesk } from '../mechanics/exits/desk.ts';
import { traps } from '../mechanics/exits/exits.ts';
import { timeService } from '../mechanics/fidelity/clock.ts';
import { bleed, DUTY_EVERY } from '../mechanics/harm/breaches.ts';
import { reseed } from '../mechanics/images/entropy.ts';
import { ownersPatch } from '../mechanics/images/owners.ts';
import { leases } from '../mechanics/leases.ts';
import { scrubInBackground } from '../mechanics/memory.ts';
import { mergePages } from '../mechanics/merging.ts';
import { renewAddresses } from '../mechanics/network/addresses.ts';
import { pushByItself } from '../mechanics/network/automation.ts';
import { traffic } from '../mechanics/network/traffic.ts';
import { impatience } from '../mechanics/people.ts';
import { contention } from '../mechanics/pool/contention.ts';
import { keepPromises } from '../mechanics/pool/reclaim.ts';
import { promises } from '../mechanics/promises.ts';
import { sense } from '../mechanics/sensors/registry.ts';
import { work } from '../mechanics/work.ts';
import { writeMemory } from '../mechanics/writing.ts';
import { minds } from '../minds/registry.ts';
import { standIn } from '../minds/stand-in.ts';
import { projectRed } from '../view/red/red.ts';
import { peopleAttack, STAND_IN } from '../view/unattended.ts';
import { NATURE } from '../world/history.ts';
import { settle } from '../world/losses.ts';
import { emptyTally } from '../world/scenario/build.ts';
import { rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import type { Input } from './input.ts';
import { type Outcome, takeInputs } from './inputs.ts';
import { isOff, runJobs } from './jobs.ts';
import { offersFor } from './offers.ts';
import { runOperations, type Watcher } from './operations.ts';
import { endsMinute } from './score.ts';

/** How a tick treats its attackers. */
export interface TickOptions {
  /** `false` when recorded acts are fed in instead. */
  readonly think: boolean;
  /** Whether those acts are all there were: what attackers' seats ordered is not done again. */
  readonly recorded?: boolean;
  readonly watcher?: Watcher;
}

/**
 * One tick of 200 ms. Its stages in the order they run: reading this list is reading the game.
 * @returns what became of each order among the inputs
 */
export function tick(turn: Turn, inputs: readonly Input[], options: TickOptions): Outcome[] {
  turn.world.tick += 1;
  const outcomes = takeInputs(turn, inputs, options.recorded);
  calendar(turn);
  impatience(turn);
  leases(turn);
  ownersPatch(turn);
  reseed(turn);
  runJobs(turn);
  arrive(turn, (host) => isOff(turn.world, host));
  trapDesk(turn);
  runOperations(turn, options.watcher);
  pushByItself(turn, (host) => isOff(turn.world, host));
  work(turn);
  traps(turn);
  writeMemory(turn);
  keepPromises(turn);
  scrubInBackground(turn);
  mergePages(turn);
  timeService(turn);
  renewAddresses(turn);
  traffic(turn);
  sense(turn);
  if (options.think) think(turn);
  standIn(turn, (subject) => offersFor(turn.world, STAND_IN, subject));
  contention(turn);
  promises(turn);
  bleed(turn);
  billing(turn);
  duty(turn);
  phases(turn);
  return outcomes;
}

/**
 * The minds stage: each sees its own view and queues what it decides for the next tick. Where people
 * attack, they do it themselves.
 */
function think(turn: Turn): void {
  if (peopleAttack(turn.world)) return;
  for (const attacker of rows(turn.world.attackers)) {
    const { act, memory, before } = minds[attacker.mind](projectRed(turn.world, attacker.id));
    attacker.memory = memory;
    const told = before === undefined || before.length === 0 ? {} : { before: [...before] };
    const why = { reason: memory.reason, plan: [...memory.plan], ...told };
    if (act) turn.world.acts.push({ attacker: attacker.id, ...act, why });
  }
}

/** The score stage: what was tallied becomes an event, once every so many ticks of Live. */
function duty(turn: Turn): void {
  const { world } = turn;
  const { losses } = turn;
  if (world.phase === 'prepare') {
    world.tally = emptyTally();
    if (losses) losses.pending = {};
  }
  const since = world.tick - world.pace.prepare;
  if (world.phase !== 'live' || (since % DUTY_EVERY !== 0 && since < world.pace.live)) return;
  emit(turn, 'duty', { actor: NATURE, subjects: [], causes: [], data: world.tally });
  world.tally = emptyTally();
  if (losses) settle(losses, endsMinute(world.tick, world.pace.prepare));
}

/** The end conditions. */
function phases(turn: Turn): void {
  const { world } = turn;
  const { prepare, live } = world.pace;
  const next =
    world.phase === 'prepare' && world.tick >= prepare
      ? 'live'
      : world.phase === 'live' && world.tick >= prepare + live
        ? 'over'
        : null;
  if (next === null) return;
  world.phase = next;
  emit(turn, 'phase', { actor: NATURE, subjects: [], causes: [], data: { phase: next } });
}
