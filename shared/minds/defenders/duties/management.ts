import type { HostRow } from '../../../view/machine-rows.ts';
import { rowsOf } from '../../../view/reading.ts';
import { signs } from '../../../view/signs/registry.ts';
import type { BlueView } from '../../../view/view.ts';
import { alertsOf, flush } from '../reading.ts';
import type { Duty } from './duty.ts';

/** Hosts whose management interface other zones reach, the least locked first. */
const openHosts = (view: BlueView): HostRow[] =>
  rowsOf(view, 'hosts')
    .filter(({ managedFrom, services }) => managedFrom.length > 0 && services.length > 0)
    .sort((a, b) => b.services.length - a.services.length || a.id - b.id);

/** Stops what listens on the management interfaces of hosts and is reached from elsewhere. */
export const stopServices: Duty = {
  family: 'hypervisor',
  gives: ['stop-service'],
  wishes: (view) =>
    signs['open-service'](view).map((about) => ({
      command: 'stop-service',
      args: { host: Number(about.host), service: String(about.service) },
    })),
};

/** Has hosts managed from their own network alone. */
export const restrictManagement: Duty = {
  family: 'hypervisor',
  gives: ['restrict-management'],
  wishes: (view) =>
    openHosts(view).map(({ id }) => ({ command: 'restrict-management', args: { host: id } })),
};

/** Changes what opens a host at which somebody tries passwords, or has just logged in. */
export const changePasswords: Duty = {
  family: 'hypervisor',
  gives: ['rotate-credentials'],
  wishes: (view) => {
    const told = [...alertsOf(view, 'ssh-burst'), ...alertsOf(view, 'admin-login-refused')];
    return [...new Set(told.map(({ host }) => host))]
      .filter((host) => openHosts(view).some(({ id }) => id === host))
      .map((host) => ({ command: 'rotate-credentials', args: { host } }));
  },
};

/** Has logins recorded where S5 would not hear of them, once there is money for it. */
export const recordLogins: Duty = {
  family: null,
  gives: ['forward-host-log'],
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter(({ hostAudit }) => !hostAudit && flush(view))
      .map(({ id }) => ({ command: 'forward-host-log', args: { host: id } })),
};

/** Makes VMs anew whose files somebody has encrypted. */
export const restoreFiles: Duty = {
  family: null,
  gives: ['rebuild-vm'],
  wishes: (view) =>
    signs['ransomed-vm'](view).map(({ vm }) => ({
      command: 'rebuild-vm',
      args: { vm: Number(vm) },
    })),
};

/** Shuts the way to the management server, and patches it: of a session from elsewhere nobody can be sure. */
export const guardServer: Duty = {
  family: 'hypervisor',
  gives: ['patch-server', 'restrict-server'],
  wishes: (view) => [
    ...signs['open-server'](view).map(() => ({ command: 'restrict-server', args: {} })),
    ...signs['server-outdated'](view).map(() => ({ command: 'patch-server', args: {} })),
  ],
};
