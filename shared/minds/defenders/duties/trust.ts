import type { HostRow } from '../../../view/machine-rows.ts';
import { rowOf, rowsOf, sharesCredential } from '../../../view/reading.ts';
import type { BlueView } from '../../../view/view.ts';
import { alertsOf, flush } from '../reading.ts';
import type { Duty } from './duty.ts';

/** Hosts that are known to have been taken over, and still are. */
const fallen = (view: BlueView): Set<number> =>
  new Set(
    rowsOf(view, 'breaches')
      .filter(({ kind, open }) => kind === 'takeover' && open)
      .map(({ host }) => host),
  );

const orderFor =
  (command: string) =>
  ({ id }: { readonly id: number }) => ({ command, args: { host: id } });

/** Locks a host to which someone has just logged in from another. */
export const lockOut: Duty = {
  family: 'hypervisor',
  gives: ['rotate-credentials'],
  wishes: (view) =>
    [...new Set(alertsOf(view, 'host-login').map(({ host }) => host))].map((host) => ({
      command: 'rotate-credentials',
      args: { host },
    })),
};

/** Gives each host a credential of its own, those first that are still ours: of two that share it one is enough. */
export const rotate: Duty = {
  family: 'hypervisor',
  gives: ['rotate-credentials'],
  wishes: (view) => {
    const lost = fallen(view);
    const shared = (host: HostRow): number => sharesCredential(view, host).length;
    return rowsOf(view, 'hosts')
      .filter((host) => shared(host) > 0 && !lost.has(host.id))
      .sort((a, b) => b.year - a.year || a.id - b.id)
      .slice(0, 1)
      .map(orderFor('rotate-credentials'));
  },
};

/** Looks for whoever logs in from a host that has no reason to, or claims addresses on the management network. */
export const trace: Duty = {
  family: null,
  gives: ['investigate-host'],
  wishes: (view) => {
    const from = [
      ...alertsOf(view, 'host-login').map(({ seen }) => seen.from),
      ...alertsOf(view, 'host-login-refused').map(({ seen }) => seen.from),
      ...alertsOf(view, 'host-claims-host').map(({ host }) => host),
    ];
    const lost = fallen(view);
    return [...new Set(from)]
      .filter((host) => !lost.has(host))
      .map((host) => ({ command: 'investigate-host', args: { host } }));
  },
};

/** Attests hosts since one of them fell, once each. */
export const attest: Duty = {
  family: null,
  gives: ['attest-host'],
  wishes: (view) => {
    const lost = fallen(view);
    const since = Math.max(
      0,
      ...rowsOf(view, 'breaches').map(({ kind, discoveredAt }) =>
        kind === 'takeover' ? discoveredAt : 0,
      ),
    );
    return rowsOf(view, 'hosts')
      .filter(({ id, tpm, attested }) => tpm && !lost.has(id) && since > 0 && attested < since)
      .map(orderFor('attest-host'));
  },
};

/**
 * Encrypts the memory of what would be worst to lose, where that is possible: before anyone is served, or
 * once a host has fallen. It takes a restart.
 */
export const encrypt: Duty = {
  family: null,
  gives: ['encrypt-memory'],
  wishes: (view) => {
    const early = rowOf(view, 'match', 1)?.phase === 'prepare';
    if (!early && fallen(view).size === 0) return [];
    return rowsOf(view, 'vms')
      .filter((vm) => vm.power === 'running' && !vm.memoryEncrypted && vm.wordSize === 64)
      .filter(({ technique }) => technique === 'hvm' || technique === 'hybrid')
      .filter(({ host }) => rowOf(view, 'hosts', host)?.memoryEncryption === true)
      .filter(({ asset }) => (rowOf(view, 'assets', asset)?.weight ?? 0) >= HEAVY)
      .map(({ id }) => ({ command: 'encrypt-memory', args: { vm: id } }));
  },
};

/** Harm of a leak from which on its VM is worth a restart. */
const HEAVY = 240;

/** Looks into guests' kernels where they could lead out, once there is money for it. */
export const introspect: Duty = {
  family: null,
  gives: ['introspect-host'],
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter(
        ({ platform, introspection }) => flush(view) && platform !== 'container' && !introspection,
      )
      .map(orderFor('introspect-host')),
};
