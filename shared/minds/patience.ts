import { keyOf, prospectsOf } from '../view/prospects.ts';
import type { RedView } from '../view/red/red.ts';
import type { Tick } from '../world/ids.ts';
import type { MindMemory, Pursuit } from '../world/people/attacker.ts';
import type { Prospect } from '../world/people/known.ts';
import type { Deep } from '../world/table.ts';
import type { Decision, Mind, Preference } from './mind.ts';

/** Ticks until something is worth another try: a look around, what failed once or twice, what worked. */
const AGAIN = {
  look: 45 * 5,
  failed: 60 * 5,
  failedAgain: 180 * 5,
  elsewhere: 50 * 5,
  done: 3000,
} as const;

/** What acts bring that end in a prize or in nothing. */
const PRIZES: ReadonlySet<string> = new Set(['loot', 'host', 'frames', 'outage']);

/** The attack of an act's key. */
const attackOf = (key: string): string => key.split('?')[0] ?? key;

/**
 * What all minds have in common: they wait for the match to be live, have only so many hands, think
 * before each act, rest after a find, and do not run twice against the same wall in a short time.
 */
export function patient(prefer: Preference): Mind {
  return (view) => {
    const seen = lookBack(view);
    const rest = (reason: string): Decision => ({ act: null, memory: { ...seen, reason } });
    if (view.phase !== 'live') return rest('waiting-for-live');
    if (view.busy.length >= view.actLengths.chains) return rest('busy');
    const thinks = view.tick < seen.waitUntil;
    // What is over in a moment is not thought over; nothing but a move is.
    if (thinks && !view.known.vms.some(({ moving }) => moving === true)) return rest(seen.reason);
    const possible = prospectsOf(view.known, view.inPlay);
    const worth = possible.filter((prospect) => {
      const key = keyOf(prospect.attack, prospect.args);
      const restsUntil = Math.max(seen.tried[key] ?? 0, seen.tried[prospect.attack] ?? 0);
      return !seen.doing.includes(key) && restsUntil <= view.tick && !givesUpWork(view, prospect);
    });
    const now = worth.filter(({ fleeting }) => fleeting === true);
    if (thinks && now.length === 0) return rest(seen.reason);
    const choice = prefer(view, now.length > 0 ? now : worth, possible);
    const memory: MindMemory = { ...seen, ...pause(view, view.actLengths.think) };
    if (choice?.pursuit) memory.pursuit = choice.pursuit;
    if (!choice?.prospect) {
      return { act: null, memory: { ...memory, reason: choice?.reason ?? 'nothing-to-try' } };
    }
    const { attack, args } = choice.prospect;
    const key = keyOf(attack, args);
    return {
      act: { attack, args, ...(choice.quiet === true ? { quiet: true } : {}) },
      memory: {
        ...memory,
        tried: { ...seen.tried, [key]: view.tick + againAfter(choice.prospect, key in seen.tried) },
        doing: [...seen.doing, key],
        plan: [...choice.plan],
        reason: choice.reason,
      },
      ...(choice.before === undefined ? {} : { before: choice.before }),
    };
  };
}

/** Whether it would give memory back, or a whole VM, where something of its own is under way. */
const givesUpWork = ({ busy }: RedView, { gain, args }: Prospect): boolean =>
  gain.kind === 'frames' &&
  busy.some((act) => act.args.vm === args.vm || act.args.from === args.vm);

const pause = (view: RedView, ticks: Tick): Pick<MindMemory, 'waitUntil'> => ({
  waitUntil: view.tick + ticks,
});

function againAfter({ gain }: Prospect, before: boolean): Tick {
  // Whether they may ask for another they can see: nothing is gained by waiting as well.
  if (gain.kind === 'vm' && gain.beside === undefined) return 0;
  if (gain.kind === 'notes') return AGAIN.look;
  return before ? AGAIN.failedAgain : AGAIN.failed;
}

/** Notices what has ended since it last looked, and whether that brought anything. */
function lookBack(view: RedView): MindMemory {
  const { memory, tick, actLengths } = view;
  const busy = view.busy.map(({ attack, args }) => keyOf(attack, args));
  const ended = memory.doing.filter((key) => !busy.includes(key));
  const kept: MindMemory = {
    waitUntil: memory.waitUntil,
    tried: { ...memory.tried },
    doing: busy,
    temper: memory.temper,
    lootBefore: view.loot,
    plan: [...memory.plan],
    reason: memory.reason,
  };
  if (memory.pursuit) kept.pursuit = copyOf(memory.pursuit);
  if (ended.length === 0) return kept;
  const found = view.loot > memory.lootBefore;
  for (const key of ended) {
    if (found) kept.tried[key] = tick + AGAIN.done;
    // What has just failed at one door is not tried at the next one first.
    else if (memory.tried[key] !== undefined && PRIZES.has(view.brings[attackOf(key)] ?? '')) {
      kept.tried[attackOf(key)] = tick + AGAIN.elsewhere;
    }
  }
  kept.waitUntil = tick + (found ? actLengths.afterSuccess : actLengths.think);
  return kept;
}

/** A copy of its own: a view is not to be written in. */
export const copyOf = (pursuit: Deep<Pursuit>): Pursuit => ({
  ...pursuit,
  steps: [...pursuit.steps],
  aside: { ...pursuit.aside },
  thoughts: [...pursuit.thoughts],
});
