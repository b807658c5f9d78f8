import { describe, expect, test } from 'vitest';
import { choicesFor } from '../../../client/screens/debrief/control-quiz-choices.ts';
import { halvesOf } from '../../../client/state/desk/halves.ts';
import { commands } from '../../../shared/commands/registry.ts';
import { makeDebrief } from '../../../shared/match/debrief/debrief.ts';
import type { HarmReport, NeedInChain, Prevention } from '../../../shared/match/report.ts';
import type { SessionState } from '../../../shared/protocol/server.ts';
import { benchWithReader } from '../../support/worlds.ts';

const prevention = (
  command: string,
  outcome: Prevention['outcome'] = 'gone',
  total = 10,
): Prevention => ({
  command,
  role: 'operator',
  args: {},
  tick: 5,
  headline: false,
  lastResort: false,
  outcome,
  points: { total, fidelity: 0, isolation: 0, performance: 0 },
  instead: null,
  inTheirPlace: false,
  next: null,
});

const need = (
  name: string,
  counters: readonly string[],
  preventions: readonly Prevention[],
): NeedInChain => ({
  step: 1,
  attack: 'res-mem-unscrubbed',
  need: name,
  facts: [],
  since: 0,
  counters,
  preventions,
});

const harm = (needs: readonly NeedInChain[], seq = 7): HarmReport => ({
  seq,
  tick: 50,
  kind: 'leak',
  attack: 'res-mem-unscrubbed',
  target: 1,
  asset: 'payment-keys',
  victim: 'bank',
  vm: 1,
  workload: 'web',
  tenant: 'shop',
  host: 1,
  weight: 100,
  discoveredAt: 0,
  closedAt: 0,
  chain: [],
  needs,
});

const DECK = [
  'scrub-frames',
  'scrub-policy',
  'push-policy',
  'place-sensor',
  'patch-host',
  'investigate-vm',
  'quarantine-vm',
  'restart-vm',
  'rebuild-host',
  'change-machine-type',
];
const residue = harm([
  need('guest-runs', ['stop-vm'], []),
  need('foreign-residue', ['scrub-frames', 'scrub-policy'], [prevention('scrub-frames')]),
]);

describe('the question which control would have stopped it', () => {
  const choices = choicesFor(residue, DECK, 'abc');

  test('has four answers, the proved one among them', () => {
    expect(choices).toHaveLength(4);
    const right = choices.filter(({ proof }) => proof !== null);
    expect(right.map(({ command }) => command)).toEqual(['scrub-frames']);
    expect(right[0]?.proof?.need.need).toBe('foreign-residue');
    expect(new Set(choices.map(({ command }) => command)).size).toBe(4);
  });

  test('calls nothing wrong that could have made a need false, or that stops almost anything', () => {
    const wrong = choices.filter(({ proof }) => proof === null).map(({ command }) => command);
    const blunt = ['stop-vm', 'quarantine-vm', 'restart-vm', 'rebuild-host', 'change-machine-type'];
    const asked = Array.from({ length: 30 }, (_, i) => choicesFor(residue, DECK, `hash ${i}`));
    const all = new Set(asked.flat().flatMap((choice) => (choice.proof ? [] : choice.command)));
    expect(all.size).toBeGreaterThan(3);
    for (const command of ['scrub-policy', ...blunt]) {
      expect([...wrong, ...all]).not.toContain(command);
    }
  });

  test('is asked in the same order again, and in another of another match or harm', () => {
    const order = (hash: string, seq = 7): string =>
      choicesFor({ ...residue, seq }, DECK, hash)
        .map(({ command }) => command)
        .join();
    expect(order('abc')).toBe(order('abc'));
    const hashes = Array.from({ length: 12 }, (_, i) => `hash ${i}`);
    expect(new Set(hashes.map((hash) => order(hash))).size).toBeGreaterThan(4);
    expect(new Set(hashes.map((_, i) => order('abc', i))).size).toBeGreaterThan(4);
    const places = hashes.map((hash) => order(hash).split(',').indexOf('scrub-frames'));
    expect(new Set(places).size).toBeGreaterThan(2);
  });

  test('is not asked while nothing is proved', () => {
    expect(choicesFor(harm([need('foreign-residue', ['scrub-frames'], [])]), DECK, 'abc')).toEqual(
      [],
    );
    const later = [
      need('foreign-residue', ['scrub-frames'], [prevention('scrub-frames', 'later')]),
    ];
    expect(choicesFor(harm(later), DECK, 'abc')).toEqual([]);
  });

  test('takes the proof that was worth most, and what was run in vain as a wrong answer', () => {
    const both = harm([
      need('a', ['scrub-frames'], [prevention('scrub-frames', 'gone', 3)]),
      need(
        'b',
        ['scrub-frames', 'patch-host'],
        [prevention('scrub-frames', 'gone', 9), prevention('patch-host', 'same')],
      ),
    ]);
    const found = choicesFor(both, DECK, 'abc');
    expect(found.find(({ command }) => command === 'scrub-frames')?.proof?.need.need).toBe('b');
    expect(found.find(({ command }) => command === 'patch-host')).toEqual({
      command: 'patch-host',
      proof: null,
      tried: true,
    });
  });

  test('does with fewer where the deck has no more', () => {
    expect(
      choicesFor(residue, ['push-policy'], 'abc')
        .map(({ command }) => command)
        .sort(),
    ).toEqual(['push-policy', 'scrub-frames']);
  });

  test('has a name for every command that can be a right answer', () => {
    const desk = [
      'acknowledge-alert',
      'choose-phrase',
      'ask-owner',
      'cancel-job',
      'release-vm',
      'start-vm',
    ];
    // What only switches back is no answer to anything.
    const back = [
      'lift-limit',
      'lift-quota',
      'lift-reservation',
      'merge-pages',
      'share-cache',
      'share-host',
    ];
    const unnamed = [...commands.values()].filter(({ words }) => words.control === undefined);
    expect(unnamed.map(({ name }) => name).sort()).toEqual([...desk, ...back, 'enable-smt'].sort());
  });

  test('can be asked of a real match', () => {
    const bench = benchWithReader({ pace: { live: 90, startCredits: 50 } });
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.run(110);
    const report = makeDebrief(bench.match, bench.journal);
    const [leak] = report.harms;
    expect(leak?.needs.flatMap(({ counters }) => counters)).toContain('scrub-frames');
    expect(report.commands).toContain('scrub-frames');
    const asked = leak === undefined ? [] : choicesFor(leak, report.commands, report.hash);
    expect(asked.filter(({ proof }) => proof !== null).length).toBeGreaterThan(0);
  });
});

describe('two halves', () => {
  const session = (half: 1 | 2, firstHalf: readonly number[]): SessionState => {
    const blue = half === 1 ? 3 : 4;
    return {
      code: 'ABC234',
      phase: 'debrief',
      settings: { mode: 'versus' } as SessionState['settings'],
      teams: [3, 4].map((id) => ({ id, side: id === blue ? 'blue' : 'red', world: 2 })),
      roster: [],
      time: { kind: 'running', speed: 1, slow: false },
      half,
      firstHalf,
      earlier: [],
      moved: [],
      brokenOff: false,
      hosted: true,
      retentionHours: 24,
    };
  };

  test('in the first only those who defended have a score', () => {
    expect(halvesOf(session(1, []), 2, 640)).toEqual([
      { team: 3, half: 1, score: 640 },
      { team: 4, half: 2, score: null },
    ]);
  });

  test('in the second the sides are swapped, and each has its own', () => {
    expect(halvesOf(session(2, [700, 640]), 2, 812)).toEqual([
      { team: 3, half: 1, score: 640 },
      { team: 4, half: 2, score: 812 },
    ]);
  });

  test('are of a versus only', () => {
    const shared = { ...session(1, []), settings: { mode: 'shared' } as SessionState['settings'] };
    expect(halvesOf(shared, 2, 640)).toEqual([]);
  });
});
