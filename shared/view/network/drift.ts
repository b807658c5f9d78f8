import type { VmRow } from '../machine-rows.ts';
import { rowOf } from '../reading.ts';
import type { BlueView } from '../view.ts';

/**
 * VMs of a host whose port its switch was never told of: nothing filters what enters them. Into
 * quarantine nothing gets all the same.
 */
export function unboundOn(view: BlueView, host: number): VmRow[] {
  const { switches, vms, zones } = view.tables;
  const gate = switches[host];
  if (!gate) return [];
  return vms.filter(
    (vm): vm is VmRow =>
      vm?.host === host &&
      vm.power !== 'provisioning' &&
      vm.card === 'virtual' &&
      zones[vm.zone]?.name !== 'quarantine' &&
      !gate.ports.some((port) => port.vm === vm.id),
  );
}

/** Versions of the policy that a host's switch has missed. */
export function versionsBehind(view: BlueView, host: number): number {
  const gate = rowOf(view, 'switches', host);
  const policy = rowOf(view, 'policies', 1);
  return gate === null || policy === null ? 0 : Math.max(0, policy.version - gate.version);
}

/**
 * What comes to a switch by itself: when it will be pushed to, `'nothing'` where it is behind and does not
 * take anything, `null` where there is nothing to push or nobody pushes by themselves (rules N18, N19).
 */
export function comingTo(view: BlueView, host: number): number | 'nothing' | null {
  const gate = rowOf(view, 'switches', host);
  const automatic = (rowOf(view, 'policies', 1)?.automaticSince ?? 0) > 0;
  if (!automatic || gate === null || !drifted(view, host)) return null;
  return gate.pushAt > 0 ? gate.pushAt : 'nothing';
}

/** Whether a switch does something else than it is meant to, so that a push would mend it. */
export function drifted(view: BlueView, host: number): boolean {
  return versionsBehind(view, host) > 0 || unboundOn(view, host).length > 0;
}
