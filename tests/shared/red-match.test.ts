import { describe, expect, test } from 'vitest';
import { arrange } from '../../shared/course/arrange.ts';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import { outlineOf } from '../../shared/match/debrief/debrief.ts';
import type { Input } from '../../shared/match/input.ts';
import { createMatch, hashMatch, isOver, type Match, stepMatch } from '../../shared/match/match.ts';
import { replay } from '../../shared/match/replay.ts';
import { projectRedTeam, type RedTeamView } from '../../shared/view/red/red-team.ts';
import type { Scenario } from '../../shared/world/scenario/schema.ts';
import { cardOf, chips, newsIn, RED, redBytes, redOf } from '../support/red.ts';
import { eventsOf } from '../support/worlds.ts';
import { blueOf } from './support/views.ts';

const BLUE = 1;

/** First shift as two teams play it, with the one command more that throws somebody out. */
function shift(): Scenario {
  const arranged = arrange(scenarios['first-shift']!, {
    level: 'opportunist',
    minutes: null,
    peopleAttack: true,
  });
  const { deck } = arranged;
  return { ...arranged, deck: deck && { ...deck, commands: [...deck.commands, 'rebuild-vm'] } };
}

const scenario = shift();

interface Wish {
  readonly command: string;
  readonly args: Readonly<Record<string, number | string>>;
}

/** What each side does, in its own words: a step is given until it is taken. */
interface Script {
  readonly blue: readonly ((match: Match) => Wish | null)[];
  readonly red: readonly ((view: RedTeamView) => Wish | null)[];
}

interface Told {
  readonly match: Match;
  readonly journal: Map<number, Input[]>;
  readonly refused: string[];
  readonly view: RedTeamView;
}

/** Plays a match from Prepare to its end, by what each side sees. */
function playScript(script: Script, until = Number.POSITIVE_INFINITY): Told {
  const match = createMatch(scenario, 5);
  const journal = new Map<number, Input[]>();
  const refused: string[] = [];
  const next = { blue: 0, red: 0, n: 0 };
  let view = redOf(match);
  while (!isOver(match) && match.world.tick < until) {
    const inputs: Input[] = [];
    if (match.world.tick === 0) {
      inputs.push({ kind: 'seat', seat: BLUE, pilot: 'human', side: 'blue' });
      inputs.push({ kind: 'seat', seat: RED, pilot: 'human', side: 'red' });
    }
    const blue = script.blue[next.blue]?.(match) ?? null;
    const red = script.red[next.red]?.(view) ?? null;
    next.n += 1;
    if (blue) inputs.push({ kind: 'order', seat: BLUE, n: next.n, ...blue });
    if (red) inputs.push({ kind: 'order', seat: RED, n: next.n, ...red });
    if (inputs.length > 0) journal.set(match.world.tick + 1, inputs);
    for (const { seat, refusal } of stepMatch(match, inputs)) {
      if (refusal) refused.push(`${seat === RED ? 'red' : 'blue'} ${refusal.code}`);
      else if (seat === RED) next.red += 1;
      else next.blue += 1;
    }
    view = projectRedTeam(match.world, match.history, view);
  }
  expect([next.blue, next.red]).toEqual([script.blue.length, script.red.length]);
  return { match, journal, refused, view };
}

const live = (view: RedTeamView): boolean => view.tables.redTeam[1]?.phase === 'live';
const idle = (view: RedTeamView): boolean => view.tables.strikes.every((row) => row === null);

/** The web service beside theirs: vm 5, whichever number it was given. */
const SIDEWAYS = { attack: 'net-eastwest-blindspot', from: 1 } as const;
const target = (view: RedTeamView) => cardOf(view, SIDEWAYS.attack)?.args ?? null;

/** The number that they know the VM by into which they went last. */
const gotInto = (view: RedTeamView): number =>
  [...view.tables.news].reverse().find((row) => row?.kind === 'foothold')?.vm ?? 0;
const thrownOut = (view: RedTeamView): boolean =>
  view.tables.news.some((row) => row?.kind === 'evicted');

const versus: Script = {
  red: [
    // They ask for a VM, as any tenant does, and look around from the one they have.
    (view) => (live(view) ? { command: 'entry-tenant', args: {} } : null),
    () => ({ command: 'recon-network', args: { from: 1 } }),
    // A look before the leap.
    (view) => {
      const args = target(view);
      if (!args || !idle(view)) return null;
      return {
        command: 'probe',
        args: { ...args, attack: SIDEWAYS.attack, need: 'nothing-blocks' },
      };
    },
    (view) => {
      const args = target(view);
      return args && idle(view) ? { command: SIDEWAYS.attack, args: { ...args, quiet: 1 } } : null;
    },
    // Thrown out of it they try the same again: first too early, then in vain.
    (view) =>
      thrownOut(view) ? { command: SIDEWAYS.attack, args: { from: 1, vm: gotInto(view) } } : null,
    (view) => {
      const card = cardOf(view, 'res-mem-unscrubbed');
      return card && idle(view) ? { command: card.attack, args: card.args } : null;
    },
  ],
  blue: [
    // The request is served like any other, where there is most room.
    ({ world }) => {
      const request = world.requests.find((row) => row?.tenant === 3 && row.state === 'open');
      if (!request) return null;
      return { command: 'create-vm', args: { request: request.id, host: 2, technique: 'hvm' } };
    },
    ({ world }) =>
      world.vms[5]?.foothold === 'user' ? { command: 'quarantine-vm', args: { vm: 5 } } : null,
    () => ({ command: 'rebuild-vm', args: { vm: 5 } }),
  ],
};

describe('two sides of people, from Prepare to the end', () => {
  const told = playScript(versus);
  const { match, journal, view } = told;

  test('A50 A51 A53 A54 it is played as it was meant', () => {
    expect(match.world.phase).toBe('over');
    expect(match.world.tick).toBe(20 * 5 + 6 * 60 * 5);
    const vm = gotInto(view);
    expect(newsIn(view).filter((line) => !line.startsWith('learned recon'))).toEqual([
      `learned net-eastwest-blindspot ${vm} nothing-blocks true`,
      `foothold net-eastwest-blindspot ${vm}`,
      `evicted ${vm}`,
      `failed net-eastwest-blindspot ${vm} same-segment false`,
      'loot res-mem-unscrubbed 2 patient-records',
    ]);
    expect(new Set(told.refused)).toEqual(new Set(['red rule.resting']));
    expect(told.refused.length).toBe(20 * 5 - 1);
  });

  test('A54 what failed is on its card from then on', () => {
    const failed = playScript({ ...versus, red: versus.red.slice(0, 5) }, 900).view;
    const card = cardOf(failed, SIDEWAYS.attack, { from: 1, vm: gotInto(failed) });
    expect(chips(card)).toMatchObject({ 'same-segment': 'false', 'same-host': 'true' });
  });

  test('H1 their harm costs the defenders, and the debrief tells it by its needs', () => {
    const [harm] = eventsOf(match.history, 'harm');
    expect(harm?.data).toMatchObject({ attack: 'res-mem-unscrubbed', kind: 'leak', weight: 240 });
    expect(blueOf(match).tables.match[1]?.isolation).toBeLessThan(1000);
    const { harms } = outlineOf(match);
    expect(harms).toHaveLength(1);
  });

  test('D1 run again from its journal it is the same match, and nobody thought in it', () => {
    const again = replay({ scenario, seed: 5, journal, acts: { from: 'minds' } });
    expect(hashMatch(again)).toEqual(hashMatch(match));
    expect(redBytes(redOf(again))).toBe(redBytes(view));
    expect(match.world.attackers[1]?.memory.reason).toBe('waiting');
  });

  test('I5 from its recorded acts it is the same too', () => {
    const { history } = match;
    const again = replay({ scenario, seed: 5, journal, acts: { from: 'record', history } });
    expect(hashMatch(again)).toEqual(hashMatch(match));
  });
});
