import type {
  ActRecord,
  CheckpointRow,
  JournalRow,
  MatchRecord,
  SeatRecord,
  SessionRecord,
} from '../../../server/store/store.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import type { Debrief } from '../../../shared/match/report.ts';
import { DEFAULT_SESSION } from '../../../shared/protocol/settings.ts';

const scenario = scenarios['vacated-seat'];
if (!scenario) throw new Error('the scenario of the tests is gone');

export const session: SessionRecord = {
  id: 's1',
  code: 'ABC234',
  phase: 'lobby',
  settings: DEFAULT_SESSION,
  instructorHash: 'b'.repeat(64),
  projectorHash: 'c'.repeat(64),
  matches: [],
  seed: null,
  half: 1,
  firstHalf: [],
  lastRound: [],
  earlier: [],
  paused: false,
  speed: 1,
  lesson: null,
  projected: 0,
  debriefed: false,
  usedAt: 1_793_000_000_000,
};

export const seat: SeatRecord = {
  session: 's1',
  seat: 1,
  nickname: '홍길동',
  tokenHash: 'a'.repeat(64),
  rejoin: [3, 14, 15],
  team: 1,
  place: 1,
  match: 'm1',
  roles: ['operator', 'analyst'],
  state: 'held',
};

export const match: MatchRecord = {
  id: 'm1',
  session: 's1',
  world: 1,
  scenario,
  seed: 7,
  rules: 1,
};

export const act = (n: number): ActRecord => ({
  session: 's1',
  n,
  at: 1_793_000_000_000 + n,
  act: { kind: 'time', minutes: n },
});

export const row = (tick: number, id = 'm1'): JournalRow => ({
  match: id,
  tick,
  inputs: [{ kind: 'seat', seat: tick, pilot: 'human' }],
});

export const emptyRow = (tick: number, id = 'm1'): JournalRow => ({ match: id, tick, inputs: [] });

export const checkpoint = (tick: number, id = 'm1'): CheckpointRow => ({
  match: id,
  tick,
  state: `{"tick":${tick}}`,
  events: `[${tick}]`,
});

export const report: Debrief = {
  scenario: 'vacated-seat',
  seed: 7,
  hash: '0123456789abcdef',
  overAt: 60,
  proved: false,
  attacked: true,
  wastes: [],
  total: 812,
  won: true,
  known: { total: 812, bars: [890] },
  minutes: [[1000, 900, 800, 890]],
  harms: [],
  held: { attempts: 0, lines: [], luck: null, needless: null },
  commands: ['scrub-frames'],
  timeline: [],
  service: { promised: 100, given: 98, correct: 97 },
  counts: { orders: 3, served: 2, missed: 1 },
  spent: { capex: 0, opex: 20 },
};
