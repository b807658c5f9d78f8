import { SERVICE_COMPONENTS } from '../../world/flaws/record.ts';
import { fixFor, hostFixOf, wantsRestart } from '../advisories.ts';
import { rowsOf } from '../reading.ts';
import type { Sign } from './sign.ts';

/** A host that is older than a published fix. */
export const hostOutdated: Sign = (view) =>
  rowsOf(view, 'hosts')
    .filter((host) => host.build < hostFixOf(view, host))
    .map(({ id }) => ({ host: id }));

/** A guest whose kernel or service is older than a published fix. */
export const guestOutdated: Sign = (view) =>
  rowsOf(view, 'vms')
    .filter(
      ({ kernel, service }) =>
        fixFor(view, ['guest-kernel'], kernel) > 0 || fixFor(view, SERVICE_COMPONENTS, service) > 0,
    )
    .map(({ id }) => ({ vm: id }));

/** A VM that goes on with device models which its host has a fix for. */
export const oldDeviceProcess: Sign = (view) =>
  rowsOf(view, 'vms')
    .filter((vm) => wantsRestart(view, vm))
    .map(({ id }) => ({ vm: id }));
