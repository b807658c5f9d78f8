import { canMerge } from '../mechanics/exits/pipeline/assisted.ts';
import { type RaceLane, raceOf } from '../mechanics/technique/race.ts';
import type { WorkloadName } from '../world/machine/workload.ts';
import type { HostRow, VmRow } from './machine-rows.ts';
import { rowOf } from './reading.ts';
import type { BlueView } from './view.ts';

/** What runs or is to run: a VM, or what a request asks for. */
export interface RunnerRow {
  readonly workload: WorkloadName;
  readonly image: number;
}

/**
 * A guest's work on a host under every technique of the deck (rule K74). A request's has the devices of
 * its image, a VM those that it has now, and its own filters.
 */
export function lanesOn(
  view: BlueView,
  runner: RunnerRow & Partial<Pick<VmRow, 'devices' | 'filters'>>,
  host: HostRow,
): readonly RaceLane[] {
  const image = rowOf(view, 'images', runner.image);
  if (image === null) return [];
  const { workload, devices = image.devices, filters = [] } = runner;
  return raceOf(rowOf(view, 'match', 1)?.deck ?? null, host, {
    workload,
    devices,
    filters,
    image,
  });
}

/** Whether merging exits on its host would spare a VM some of them (rule K103). */
export const sparesExits = ({ technique }: Pick<VmRow, 'technique'>, host: HostRow): boolean =>
  canMerge(technique, host);
