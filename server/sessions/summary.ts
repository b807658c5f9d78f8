import type { WorldSummary } from '../../shared/protocol/server.ts';
import type { WorldSlot } from './session.ts';

/** A world at a glance, from what its defenders know. */
export function summaryOf({ id, match, report }: WorldSlot): WorldSummary {
  const { tables } = match.shown;
  const row = tables.match[1];
  if (!row) throw new Error(`world ${id} has no match`);
  const { phase, liveFrom, overAt, fidelity, isolation, performance, score, minutes } = row;
  return {
    world: id,
    tick: match.durable,
    phase,
    liveFrom,
    overAt,
    fidelity,
    isolation,
    performance,
    score,
    minutes,
    credits: row.credits,
    alertsOpen: count(tables.alerts, ({ state }) => state === 'open'),
    harms: count(tables.breaches, () => true),
    harmsOpen: count(tables.breaches, ({ open }) => open),
    requestsWaiting: count(tables.requests, ({ state }) => state === 'open'),
    hands: { all: row.hands, used: count(tables.jobs, () => true) },
    result: report && { total: report.total, harms: report.harms.length },
  };
}

function count<R>(rows: readonly (R | null)[], fits: (row: R) => boolean): number {
  let found = 0;
  for (const row of rows) if (row !== null && fits(row)) found += 1;
  return found;
}
