import type { VmRow } from '../../../shared/view/machine-rows.ts';
import type { Component } from '../../../shared/world/flaws/record.ts';
import { flaws, serviceFlaw } from '../../../shared/world/flaws/registry.ts';
import { WORKLOADS } from '../../../shared/world/machine/workload.ts';

/** The component that a VM's service is, if there is any flaw of such. */
export function serviceOf({ workload }: Pick<VmRow, 'workload'>): readonly Component[] {
  const flaw = serviceFlaw(WORKLOADS[workload].serves);
  return flaw === null ? [] : [flaws[flaw].component];
}
