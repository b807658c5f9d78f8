import type { HostRow } from '../../../view/machine-rows.ts';
import { lanesOn } from '../../../view/race.ts';
import { rowsOf, vmsOn } from '../../../view/reading.ts';
import { signs } from '../../../view/signs/registry.ts';
import type { BlueView } from '../../../view/view.ts';
import type { Wish } from '../defender.ts';
import { alertsOf, claimed, flush, openRequests } from '../reading.ts';
import type { Duty } from './duty.ts';

/** No limit, in permille. */
const UNLIMITED = 1000;

/** Permille of a host's cycles from which it is given nothing more. */
const FULL = 850;

/** Hosts that VMs can be put on. */
const pool = (view: BlueView): HostRow[] =>
  rowsOf(view, 'hosts').filter(({ platform }) => platform !== 'native');

/** Frames of a host that nobody is on the way to. */
const roomOn = (view: BlueView, host: HostRow): number =>
  rowsOf(view, 'jobs').some(({ args }) => args.host === host.id) ? 0 : host.free.length;

/** Limits what makes others wait, or what others were found to go short for. */
export const limit: Duty = {
  family: 'availability',
  gives: ['limit-vm'],
  wishes: (view) => {
    const takers = new Set(alertsOf(view, 'steal').map(({ vm }) => vm));
    for (const { kind, open, vm } of rowsOf(view, 'breaches')) {
      if (kind === 'starved' && open) takers.add(vm);
    }
    // A core that is not given back knows no limit.
    for (const { vm } of alertsOf(view, 'core-stuck')) takers.delete(vm);
    return [...takers]
      .filter((vm) => view.tables.vms[vm]?.limit === UNLIMITED)
      .map((vm) => ({ command: 'limit-vm', args: { vm } }));
  },
};

/**
 * Gives neighbours their memory back that were swapped to disk: whoever took it goes where there is as much as it
 * was promised, or its host is given more.
 */
export const unswap: Duty = {
  family: 'availability',
  gives: ['buy-memory', 'migrate-vm'],
  wishes: (view) => {
    const takers = new Set(alertsOf(view, 'swapping').map(({ vm }) => vm));
    for (const { kind, open, vm } of rowsOf(view, 'breaches')) {
      if (kind === 'squeezed' && open) takers.add(vm);
    }
    return [...takers].flatMap((taker): Wish[] => {
      const vm = view.tables.vms[taker];
      if (!vm) return [];
      const roomy = pool(view)
        .filter((host) => host.id !== vm.host && !host.overcommit)
        .filter((host) => host.load < FULL && roomOn(view, host) >= vm.frames)
        .sort((a, b) => b.free.length - a.free.length || a.id - b.id);
      const [to] = roomy;
      if (to) return [{ command: 'migrate-vm', args: { vm: taker, host: to.id } }];
      return [{ command: 'buy-memory', args: { host: vm.host } }];
    });
  },
};

/** Bounds a tenant that asks the portal over and over, or that has taken the pool. */
export const boundTenant: Duty = {
  family: 'availability',
  gives: ['set-quota'],
  wishes: (view) => {
    const tenants = new Set<number>(alertsOf(view, 'api-calls').map(({ seen }) => seen.tenant));
    for (const { seen } of alertsOf(view, 'launch-burst')) tenants.add(seen.tenant);
    for (const { kind, open, vm } of rowsOf(view, 'breaches')) {
      const tenant = view.tables.vms[vm]?.tenant;
      if (kind === 'exhausted' && open && tenant !== undefined) tenants.add(tenant);
    }
    return [...tenants]
      .filter((tenant) => view.tables.tenants[tenant]?.quota === 0)
      .filter((tenant) => !claimed(view, `tenants/${tenant}`))
      .map((tenant) => ({ command: 'set-quota', args: { tenant } }));
  },
};

/** Sets hosts apart beside whose VMs somebody looks for a place. */
export const keepApart: Duty = {
  family: 'hardware',
  gives: ['dedicate-host'],
  wishes: (view) =>
    signs['sought-host'](view).map(({ host, tenant }) => ({
      command: 'dedicate-host',
      args: { host: Number(host), tenant: Number(tenant) },
    })),
};

/** Images a machine that stands alone onto the emptiest host of the pool. */
export const consolidate: Duty = {
  family: null,
  gives: ['consolidate'],
  wishes: (view) =>
    rowsOf(view, 'vms')
      .filter(({ id, technique }) => technique === 'native' && !claimed(view, `vms/${id}`))
      .slice(0, 1)
      .flatMap((vm) => {
        const [host] = pool(view)
          .filter((one) => one.load < FULL && roomOn(view, one) >= vm.memory.length)
          .sort((a, b) => b.free.length - a.free.length || a.id - b.id);
        const [lane] = host ? lanesOn(view, vm, host).filter(({ right }) => right) : [];
        if (!host || !lane) return [];
        const args = { vm: vm.id, host: host.id, technique: lane.technique };
        return [{ command: 'consolidate', args }];
      }),
};

/** Takes out of the room what nobody is on any more. */
export const retire: Duty = {
  family: null,
  gives: ['retire-host'],
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter(({ id, platform }) => platform === 'native' && vmsOn(view, id).length === 0)
      .map(({ id }) => ({ command: 'retire-host', args: { host: id } })),
};

/** Buys memory where what is asked for fits nowhere. */
export const makeRoom: Duty = {
  family: null,
  gives: ['buy-memory'],
  wishes: (view) => {
    const short = openRequests(view).some(
      ({ kind, frames }) =>
        kind === 'create' && pool(view).every(({ free }) => free.length < frames),
    );
    if (!short || !flush(view)) return [];
    const [host] = pool(view).sort((a, b) => a.load - b.load || a.id - b.id);
    return host ? [{ command: 'buy-memory', args: { host: host.id } }] : [];
  },
};
