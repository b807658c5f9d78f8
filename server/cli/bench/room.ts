import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Match } from '../../../shared/match/match.ts';
import { play } from '../../../shared/match/play.ts';
import { defenders } from '../../../shared/minds/defenders/registry.ts';
import type { Scenario } from '../../../shared/world/scenario/schema.ts';

export interface RoomFigures {
  /** What one match, played to its end, holds with its whole history: bytes of the heap. */
  readonly bytes: number;
  /** Seconds of match time that are played in one second on one core, the defender's included: in each match, */
  readonly timesRealTime: readonly number[];
  /** and in all of them together, the first included, in which the engine has not compiled the rules yet. */
  readonly together: number;
}

const TICKS_A_SECOND = 5;

/** Bytes of the heap that something still refers to. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  return process.memoryUsage().heapUsed;
}

/** Plays so many whole matches one after the other as the lab does, and keeps them all. */
export function measureRoom(scenario: Scenario, matches: number): RoomFigures {
  const expert = defenders.get('expert');
  if (!expert) throw new Error('no defender to play with');
  const kept: Match[] = [];
  const timesRealTime: number[] = [];
  const before = heapInUse();
  let played = 0;
  let taken = 0;
  for (let i = 0; i < matches; i += 1) {
    const start = performance.now();
    const { match } = play(scenario, 2 + i, expert);
    const seconds = (performance.now() - start) / 1000;
    kept.push(match);
    played += match.world.tick / TICKS_A_SECOND;
    taken += seconds;
    timesRealTime.push(Math.trunc(match.world.tick / TICKS_A_SECOND / seconds));
  }
  const bytes = Math.trunc((heapInUse() - before) / kept.length);
  return { bytes, timesRealTime, together: Math.trunc(played / taken) };
}
