import type { Standing, WorldSummary } from '../../shared/protocol/server.ts';
import { type Session, type WorldSlot, worldOf } from './session.ts';
import { teamsOf } from './teams.ts';
import { endsOf } from './time.ts';

/** A world at a glance, from what its defenders know. */
export function summaryOf(slot: WorldSlot): WorldSummary {
  const { id, match, report } = slot;
  const { tables } = match.shown;
  const row = tables.match[1];
  if (!row) throw new Error(`world ${id} has no match`);
  const { phase, fidelity, isolation, performance, score, minutes } = row;
  return {
    world: id,
    tick: match.durable,
    phase,
    ...endsOf(slot, match.durable, row),
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
    waited: oldestOf(slot),
    hands: { all: row.hands, used: count(tables.jobs, () => true) },
    result: report && { total: report.total, harms: report.harms.length },
  };
}

/**
 * What a room may be shown of scores, each with the team that earned it: while it is played what is
 * known, afterwards the truth. After a swap the first half is that of those who attack now.
 */
export function standingsOf(session: Session): Standing[] {
  const { settings, half, firstHalf, earlier } = session;
  return teamsOf(settings, half).flatMap(({ id: team, side, world }): Standing[] => {
    const slot = worldOf(session, world);
    if (slot === undefined) return [];
    if (side === 'blue') {
      const { result, score, harms } = summaryOf(slot);
      const total = result?.total ?? score;
      const before = earlier[world - 1] ?? null;
      return [{ team, world, half, score: total, harms: result?.harms ?? harms, earlier: before }];
    }
    const score = half === 2 ? firstHalf[world - 1] : null;
    return typeof score === 'number'
      ? [{ team, world, half: 1, score, harms: null, earlier: null }]
      : [];
  });
}

/** For how long something has waited that nobody has begun to answer. */
function oldestOf({ match: { shown, durable } }: WorldSlot): number {
  const { alerts, requests } = shown.tables;
  const since = [
    ...alerts.flatMap((row) => (row?.state === 'open' ? [row.tick] : [])),
    ...requests.flatMap((row) => (row?.state === 'open' ? [row.openedAt] : [])),
  ];
  return since.length === 0 ? 0 : Math.max(0, durable - Math.min(...since));
}

function count<R>(rows: readonly (R | null)[], fits: (row: R) => boolean): number {
  let found = 0;
  for (const row of rows) if (row !== null && fits(row)) found += 1;
  return found;
}
