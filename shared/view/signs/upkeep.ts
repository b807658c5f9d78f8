import { SERVICE_COMPONENTS } from '../../world/flaws/record.ts';
import { EVERYDAY } from '../../world/machine/host-os.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import { fixFor, hostFixOf, systemFixOf, wantsRestart } from '../advisories.ts';
import { sharesCredential } from '../reading.ts';
import { ofHosts, ofVms } from './sign.ts';

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
