import { SERVICE_COMPONENTS } from '../../world/flaws/record.ts';
import { EVERYDAY } from '../../world/machine/host-os.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import { fixFor, hostFixOf, serverFixOf, systemFixOf, wantsRestart } from '../advisories.ts';
import { rowOf, rowsOf, sharesCredential } from '../reading.ts';
import { ofHosts, ofVms, type Sign } from './sign.ts';

/** A host that is older than a published fix. */
export const hostOutdated = ofHosts((view, host) => host.build < hostFixOf(view, host));

/** A host whose OS, or whose container runtime, is older than a published fix. */
export const systemOutdated = ofHosts((view, host) => systemFixOf(view, host) > 0);

/** A type 2 host that people work at (rule K95). */
export const usedHost = ofHosts((_, { platform, programs }) => {
  const everyday: readonly string[] = EVERYDAY;
  return platform === 'type2' && programs.some((program) => everyday.includes(program));
});

/** A container that was given something of its host which its work does not need. */
export const granted = ofVms((_, { workload, grants }) =>
  grants.some((grant) => grant !== WORKLOADS[workload].grant),
);

/** A guest whose kernel or service is older than a published fix. */
export const guestOutdated = ofVms(
  (view, { kernel, service }) =>
    fixFor(view, ['guest-kernel'], kernel) > 0 || fixFor(view, SERVICE_COMPONENTS, service) > 0,
);

/** A VM that goes on with device models which its host has a fix for. */
export const oldDeviceProcess = ofVms(wantsRestart);

/** A host that a credential opens which opens others as well. */
export const sharedCredential = ofHosts((view, host) => sharesCredential(view, host).length > 0);

/** A host on which a service runs that zones other than its own network reach. */
export const openService: Sign = (view) =>
  rowsOf(view, 'hosts')
    .filter(({ managedFrom }) => managedFrom.length > 0)
    .flatMap(({ id, services }) => services.map((service) => ({ host: id, service })));

/** A host whose management interface is reached from other zones, with something that listens there. */
export const openManagement = ofHosts(
  (_, { managedFrom, services }) => managedFrom.length > 0 && services.length > 0,
);

/** The management server is older than a published fix. */
export const serverOutdated: Sign = (view) => (serverFixOf(view) > 0 ? [{}] : []);

/** Zones other than its own network reach the management server. */
export const openServer: Sign = (view) => {
  const room = rowOf(view, 'policies', 1);
  return room !== null && room.serverBuild > 0 && room.serverFrom.length > 0 ? [{}] : [];
};

/** A VM whose files somebody has encrypted. */
export const ransomedVm = ofVms((_, { ransomed }) => ransomed);
