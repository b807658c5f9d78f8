import { unboundOn } from '../../../view/network/drift.ts';
import { joinsAll } from '../../../view/network/traffic.ts';
import { rowsOf } from '../../../view/reading.ts';
import type { SegmentRow } from '../../../view/rows.ts';
import { endingOf } from '../../../view/signs/faults.ts';
import { signs } from '../../../view/signs/registry.ts';
import type { BlueView } from '../../../view/view.ts';
import type { Wish } from '../defender.ts';
import { alertsOf, flush, has, zoneNamed } from '../reading.ts';
import type { Duty } from './duty.ts';

/**
 * Gives switches the policy when they are behind, or were never told of a VM. Whoever looks every second and
 * takes wrong rules out first is quicker than a controller, which is bought by who has neither time nor hands.
 */
export const push: Duty = {
  family: 'network',
  gives: ['push-policy'],
  wishes: (view) => {
    // What joins everything with everything is taken out before any switch is given it.
    if (anyAnyAt(view) >= 0 && has(view, 'remove-rule')) return [];
    const version = view.tables.policies[1]?.version ?? 0;
    return rowsOf(view, 'switches')
      .filter(
        (gate) =>
          gate.version < version || unboundOn(view, gate.id).some((vm) => vm.power === 'running'),
      )
      .map((gate) => ({ command: 'push-policy', args: { host: gate.id } }));
  },
};

/** Lets through again what a guest needs and its host refuses. */
export const allowNeeded: Duty = {
  family: null,
  gives: ['exit-filter', 'vm-exit-filter'],
  wishes: (view) =>
    rowsOf(view, 'vms').flatMap((vm) =>
      vm.faults.flatMap((fault) => {
        if (fault.kind !== 'exit-refused') return [];
        const ending = endingOf(view, vm, fault);
        if (ending === null) return [];
        const command = ending.sign === 'exit-refused' ? 'exit-filter' : 'vm-exit-filter';
        return [{ command, args: { ...ending.about } as Wish['args'] }];
      }),
    ),
};

/** Where the policy has a rule that joins everything with everything, from 0; or -1. */
const anyAnyAt = (view: BlueView): number =>
  (view.tables.policies[1]?.rules ?? []).findIndex(joinsAll);

/** Takes out a rule that joins everything with everything. */
export const removeAnyAny: Duty = {
  family: 'network',
  gives: ['remove-rule'],
  wishes: (view) => {
    const at = anyAnyAt(view);
    return at < 0 ? [] : [{ command: 'remove-rule', args: { rule: at + 1 } }];
  },
};

/** Whether somebody could be on the way of a move: a port group that is on it, or another host than the two. */
const isOverheard = (view: BlueView): boolean =>
  rowsOf(view, 'segments').some(({ management }) => management > 0) ||
  rowsOf(view, 'hosts').length > 2;

/** Has migrations encrypted before there is one: what is under way goes on as it began. */
export const encryptMoves: Duty = {
  family: 'network',
  gives: ['encrypt-migration'],
  wishes: (view) =>
    view.tables.policies[1]?.migrationEncryption === false && isOverheard(view)
      ? [{ command: 'encrypt-migration', args: {} }]
      : [],
};

/** Takes port groups off the hosts' management network. */
export const ownVlans: Duty = {
  family: 'network',
  gives: ['port-security'],
  wishes: (view) =>
    rowsOf(view, 'segments')
      .filter(({ management }) => management > 0)
      .map(({ id }) => ({ command: 'port-security', args: { segment: id, setting: 'own-vlan' } })),
};

/** Whether several tenants share a zone in which anything passes at all. */
const isShared = (view: BlueView, zone: number): boolean =>
  zone !== zoneNamed(view, 'quarantine') &&
  new Set(
    rowsOf(view, 'vms')
      .filter((vm) => vm.zone === zone)
      .map(({ tenant }) => tenant),
  ).size > 1;

/** Binds addresses to ports where several tenants share a segment. */
export const inspectArp: Duty = {
  family: 'network',
  gives: ['port-security'],
  wishes: (view) =>
    rowsOf(view, 'segments')
      .filter(({ arpInspection, zone }) => !arpInspection && isShared(view, zone))
      .map(({ id }) => ({
        command: 'port-security',
        args: { segment: id, setting: 'arp-inspection' },
      })),
};

/** Takes a trunk from whoever works in one VLAN; who needs one keeps it, or is given it back. */
export const untag: Duty = {
  family: 'network',
  gives: ['port-vlan'],
  wishes: (view) =>
    [...signs['trunk-lost'](view), ...signs['idle-trunk'](view)].map((args) => ({
      command: 'port-vlan',
      args: { ...args } as Wish['args'],
    })),
};

/**
 * Takes what a DHCP server says from no VM's port: of a segment in which one was heard, and, where ports are what is to
 * be put in order, of those that tenants share.
 */
export const guardDhcp: Duty = {
  family: 'network',
  gives: ['port-security'],
  wishes: (view) => {
    const heard = new Set(
      alertsOf(view, 'traffic')
        .filter(({ seen }) => seen.nature === 'dhcp-offer')
        .map(({ vm }) => view.tables.vms[vm]?.zone),
    );
    const open = rowsOf(view, 'segments').filter(({ dhcpGuard }) => !dhcpGuard);
    const first = open.filter(({ zone }) => heard.has(zone));
    const early = has(view, 'port-vlan') && flush(view);
    const shared = early ? open.filter(({ zone }) => isShared(view, zone)).slice(0, 1) : [];
    return (first.length > 0 ? first : shared).map(({ id }) => ({
      command: 'port-security',
      args: { segment: id, setting: 'dhcp-guard' },
    }));
  },
};

/** Has a port group refuse what lets one of its tenants listen to another. */
export const rejectListening: Duty = {
  family: 'network',
  gives: ['port-security'],
  wishes: (view) => rejecting(view, ({ promiscuous }) => promiscuous),
};

/** Has a port group refuse what lets one of its tenants pass for another. */
export const rejectMacs: Duty = {
  family: 'network',
  gives: ['port-security'],
  wishes: (view) =>
    flush(view)
      ? rejecting(view, ({ macChanges, forgedTransmits }) => macChanges && forgedTransmits).slice(
          0,
          1,
        )
      : [],
};

const rejecting = (view: BlueView, open: (segment: SegmentRow) => boolean): Wish[] =>
  rowsOf(view, 'segments')
    .filter((segment) => open(segment) && isShared(view, segment.zone))
    .map(({ id }) => ({
      command: 'port-security',
      args: { segment: id, setting: 'reject-all' },
    }));

/** Has an IPS let pass what a tenant lives on. */
export const tune: Duty = {
  family: 'network',
  gives: ['tune-ips'],
  wishes: (view) => {
    const blocked = rowsOf(view, 'flows').filter(({ state }) => state === 'blocked');
    const hosts = blocked.flatMap(({ from, to }) =>
      [from, to].map((vm) => view.tables.vms[vm]?.host ?? 0),
    );
    return [...new Set(hosts)]
      .filter((host) => view.tables.switches[host]?.watch === 'ips')
      .map((host) => ({ command: 'tune-ips', args: { host } }));
  },
};

/** Puts an eye inside the switch where most tenants meet. */
export const watch: Duty = {
  family: 'network',
  gives: ['place-sensor'],
  wishes: (view) => {
    if (!flush(view)) return [];
    const tenantsOn = (host: number): number =>
      new Set(
        rowsOf(view, 'vms')
          .filter((vm) => vm.host === host)
          .map(({ tenant }) => tenant),
      ).size;
    return rowsOf(view, 'switches')
      .filter((gate) => gate.watch === 'none' && tenantsOn(gate.id) > 1)
      .sort((a, b) => tenantsOn(b.id) - tenantsOn(a.id) || a.id - b.id)
      .slice(0, 1)
      .map((gate) => ({ command: 'place-sensor', args: { host: gate.id, watch: 'ids' } }));
  },
};
