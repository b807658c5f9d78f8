import type { Facts } from '../../../client/map/facts.ts';
import { placesOfJobs, readFacts } from '../../../client/map/facts.ts';
import { LAYERS, type Layer } from '../../../client/map/layers/registry.ts';
import { DARK } from '../../../client/map/palette.ts';
import type { Sketch } from '../../../client/map/sketch.ts';
import { createSetter } from '../../../client/map/text.ts';
import type { FrameRow, HostRow, JobRow, VmRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';

export interface Town {
  /** VMs of each host. */
  readonly vms: readonly number[];
  readonly frames?: number;
  /** Changes one frame of the view. */
  readonly frame?: (row: FrameRow) => FrameRow;
  readonly jobs?: readonly JobRow[];
}

const WORKLOADS = ['payments', 'patient-db', 'storefront', 'ledger-db'] as const;
const FRAMES_OF_A_VM = 3;

/** A view of a data centre with so many hosts and VMs. */
export function town({ vms, frames = 24, frame = (row) => row, jobs = [] }: Town): BlueView {
  const hostRows: (HostRow | null)[] = [null];
  const frameRows: (FrameRow | null)[] = [null];
  const vmRows: (VmRow | null)[] = [null];
  vms.forEach((count, i) => {
    const host = i + 1;
    const ids = Array.from({ length: frames }, (_, n) => frameRows.length + n);
    for (const id of ids) frameRows.push({ id, host, owner: 0, content: 0, residue: 0 });
    for (let n = 0; n < count; n += 1) {
      const id = vmRows.length;
      const memory = ids.slice(n * FRAMES_OF_A_VM, (n + 1) * FRAMES_OF_A_VM);
      const asset = 1 + (id % 3);
      for (const own of memory) {
        frameRows[own] = { id: own, host, owner: id, content: asset, residue: 0 };
      }
      vmRows.push({
        id,
        tenant: asset,
        workload: WORKLOADS[id % WORKLOADS.length] ?? 'payments',
        zone: 1 + (id % 3),
        asset,
        host,
        technique: 'hvm',
        power: 'running',
        memory,
        demand: 100,
        served: 950,
        bornAt: 0,
      });
    }
    hostRows.push({
      id: host,
      year: 2015,
      type: 1,
      virtualisationExtension: true,
      nestedPaging: true,
      iommu: host % 2 === 0,
      build: 43,
      scrub: 'never',
      load: 640,
      free: ids.slice(count * FRAMES_OF_A_VM),
    });
  });
  return {
    tick: 10,
    tables: {
      match: [],
      zones: [
        null,
        { id: 1, name: 'dmz', trust: 1 },
        { id: 2, name: 'app', trust: 2 },
        { id: 3, name: 'data', trust: 3 },
      ],
      tenants: [
        null,
        { id: 1, name: 'bank' },
        { id: 2, name: 'shop' },
        { id: 3, name: 'hospital' },
      ],
      assets: [
        null,
        { id: 1, name: 'ledger', tenant: 1, weight: 5 },
        { id: 2, name: 'orders', tenant: 2, weight: 5 },
        { id: 3, name: 'patient-records', tenant: 3, weight: 5 },
      ],
      hosts: hostRows,
      frames: frameRows.map((row) => row && frame(row)),
      vms: vmRows,
      requests: [],
      jobs: [null, ...jobs],
      alerts: [],
      breaches: [],
      seats: [],
    },
  };
}

export const factsOf = (given: Town): Facts => readFacts(town(given));

/** Text as wide as it is long: no browser is needed to lay it out. */
export const setter = createSetter((text, font) => {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
  return [...text].length * size * 0.6;
}, 'sans-serif');

export function sketchOf(
  facts: Facts,
  changes: Partial<Sketch> = {},
  layer: Layer = 'memory',
): Sketch {
  return {
    facts,
    jobs: placesOfJobs(facts),
    look: LAYERS[layer],
    theme: DARK,
    writer: {
      say: (path, values) =>
        values ? `${path.slice(7, 11)}${Object.values(values)}` : path.slice(-4),
      setter,
      family: 'sans-serif',
    },
    selection: null,
    offered: [],
    clock: 10,
    types: new Map(),
    ...changes,
  };
}
