import { drifted } from '../drift.ts';
import { rowOf, rowsOf } from '../reading.ts';
import { joinsAll, stoppedAt } from '../traffic.ts';
import { ofHosts, ofVms, type Sign } from './sign.ts';

/** A switch that enforces something else than it is meant to. */
export const drift = ofHosts((view, { id }) => drifted(view, id));

/** Lawful flows that an IPS of a host blocks. */
export const lawfulBlocked = ofHosts((view, { id }) => stoppedAt(view, id) > 0);

/** A rule of the policy that joins everything with everything. */
export const joiningRule: Sign = (view) =>
  (rowOf(view, 'policies', 1)?.rules ?? []).flatMap((rule, i) =>
    joinsAll(rule) ? [{ rule: i + 1 }] : [],
  );

/** A VM that is shut off from everyone. */
export const inQuarantine = ofVms(
  (view, { zone }) => rowOf(view, 'zones', zone)?.name === 'quarantine',
);

/** A segment whose ports may listen to all of it. */
export const promiscuous: Sign = (view) =>
  rowsOf(view, 'segments')
    .filter((segment) => segment.promiscuous)
    .map(({ id }) => ({ segment: id, setting: 'reject-all' }));
