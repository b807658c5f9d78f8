import { unboundOn } from '../../../view/drift.ts';
import { rowsOf } from '../../../view/reading.ts';
import type { SegmentRow } from '../../../view/rows.ts';
import { endingOf } from '../../../view/signs/faults.ts';
import { joinsAll } from '../../../view/traffic.ts';
import type { BlueView } from '../../../view/view.ts';
import type { Wish } from '../defender.ts';
import { flush, has, zoneNamed } from '../reading.ts';
import type { Duty } from './duty.ts';

/** Gives switches the policy when they are behind, or were never told of a VM. */
export const push: Duty = {
  family: 'network',
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
  wishes: (view) => {
    const at = anyAnyAt(view);
    return at < 0 ? [] : [{ command: 'remove-rule', args: { rule: at + 1 } }];
  },
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
  wishes: (view) =>
    rowsOf(view, 'segments')
      .filter(({ arpInspection, zone }) => !arpInspection && isShared(view, zone))
      .map(({ id }) => ({
        command: 'port-security',
        args: { segment: id, setting: 'arp-inspection' },
      })),
};

/** Has a port group refuse what lets one of its tenants listen to another. */
export const rejectListening: Duty = {
  family: 'network',
  wishes: (view) => rejecting(view, ({ promiscuous }) => promiscuous),
};

/** Has a port group refuse what lets one of its tenants pass for another. */
export const rejectMacs: Duty = {
  family: 'network',
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
