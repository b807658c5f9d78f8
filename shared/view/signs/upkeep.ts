import { SERVICE_COMPONENTS } from '../../world/flaws/record.ts';
import { fixFor, hostFixOf, wantsRestart } from '../advisories.ts';
import { ofHosts, ofVms } from './sign.ts';

/** A host that is older than a published fix. */
export const hostOutdated = ofHosts((view, host) => host.build < hostFixOf(view, host));

/** A guest whose kernel or service is older than a published fix. */
export const guestOutdated = ofVms(
  (view, { kernel, service }) =>
    fixFor(view, ['guest-kernel'], kernel) > 0 || fixFor(view, SERVICE_COMPONENTS, service) > 0,
);

/** A VM that goes on with device models which its host has a fix for. */
export const oldDeviceProcess = ofVms(wantsRestart);
