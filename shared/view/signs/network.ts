import { WORKLOADS } from '../../world/machine/workload.ts';
import { drifted } from '../network/drift.ts';
import { joinsAll, stoppedAt } from '../network/traffic.ts';
import { rowOf, rowsOf } from '../reading.ts';
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

/** A segment whose ports are on the network over which hosts are managed, and VMs moved. */
export const wiredPorts: Sign = (view) =>
  rowsOf(view, 'segments')
    .filter(({ management }) => management > 0)
    .map(({ id }) => ({ segment: id, setting: 'own-vlan' }));

/** Migrations are in plain text, and VMs of tenants are on the network that they cross. */
export const openMigrations: Sign = (view) =>
  rowOf(view, 'policies', 1)?.migrationEncryption === false && wiredPorts(view).length > 0
    ? [{}]
    : [];
/** A VM whose port is a trunk though its work is in one VLAN. */
export const idleTrunk: Sign = (view) =>
  rowsOf(view, 'vms')
    .filter(
      ({ trunk, card, workload }) => trunk && card === 'virtual' && !WORKLOADS[workload].trunk,
    )
    .map(({ id }) => ({ vm: id, mode: 'access' }));
