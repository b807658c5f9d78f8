import type { GameEvent } from './history.ts';

/** Every event without which this one could not have been, the oldest first, itself the last. */
export function causesOf(history: readonly GameEvent[], event: GameEvent): GameEvent[] {
  const found = new Set<number>();
  const open: number[] = [event.seq];
  for (let seq = open.pop(); seq !== undefined; seq = open.pop()) {
    if (found.has(seq)) continue;
    found.add(seq);
    const cause = history[seq - 1];
    if (cause) open.push(...cause.causes);
  }
  return [...found].sort((a, b) => a - b).flatMap((seq) => history[seq - 1] ?? []);
}
