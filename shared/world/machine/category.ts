import type { Grant } from './grants.ts';
import type { DeviceName } from './host.ts';
import type { Image } from './image.ts';
import type { Tool } from './tools.ts';
import { WORKLOAD_NAMES, WORKLOADS, type WorkloadName } from './workload.ts';

/**
 * The categories of virtualisation (rules W15 to W18). Server, desktop and application are purposes; hardware
 * is a method, and what counts as one here is a guest whose work is done only if hardware is imitated for it.
 * Source: FACTS §7 and its remark 25.
 */
export const CATEGORIES = ['server', 'desktop', 'application', 'hardware'] as const;
export type Category = (typeof CATEGORIES)[number];

/**
 * What a workload's result cannot do without, beside a disk and a network card: somebody who calls its
 * service, a service that it calls, a frame from a MAC address that is not its card's, a port in several VLANs, a device, a channel to its host,
 * the kernel that it shares, something of its host, the machine that it was made for, guests of its own.
 */
export type Requirement =
  | 'callers'
  | 'peers'
  | 'other-mac'
  | 'trunk'
  | Exclude<DeviceName, 'disk' | 'nic'>
  | Tool
  | 'shared-kernel'
  | Grant
  | 'old-machine'
  | 'nesting';

/** Hardware that nobody builds any more: what needs it needs a model of it. */
const OLD: readonly Requirement[] = ['floppy', 'old-machine', 'nesting'];
/** By what people sit at a machine: its screen, what they plug in, and what they share with their own. */
const SEAT: readonly Requirement[] = [
  'svga',
  'xhci',
  'shared-folders',
  'drag-and-drop',
  'clipboard',
];

/** Workloads that another one calls, whoever is its tenant. */
const CALLED: ReadonlySet<WorkloadName> = new Set(
  WORKLOAD_NAMES.flatMap((name) => WORKLOADS[name].uses),
);

/** Everything that a workload's result cannot do without. */
export function requirementsOf(name: WorkloadName): readonly Requirement[] {
  const work = WORKLOADS[name];
  const packaged = work.comesAs === 'package';
  return [
    ...(work.public || CALLED.has(name) ? (['callers'] as const) : []),
    ...(work.uses.length > 0 ? (['peers'] as const) : []),
    ...(work.movesMac === true ? (['other-mac'] as const) : []),
    ...(work.trunk === true ? (['trunk'] as const) : []),
    ...work.needs.filter((device) => device !== 'disk' && device !== 'nic'),
    ...(work.tools ?? []),
    // In a VM of its own it would be root in its own kernel, and need nobody's leave (rule K96).
    ...(packaged ? (['shared-kernel'] as const) : []),
    ...(packaged && work.grant !== undefined ? [work.grant] : []),
    ...(work.comesAs === 'appliance' ? (['old-machine'] as const) : []),
    ...(work.nests === true ? (['nesting'] as const) : []),
  ];
}

/** The category of a workload: it follows from what its result cannot do without. */
export function categoryOf(name: WorkloadName): Category {
  const required = requirementsOf(name);
  if (required.some((one) => OLD.includes(one))) return 'hardware';
  if (required.includes('shared-kernel')) return 'application';
  return required.some((one) => SEAT.includes(one)) ? 'desktop' : 'server';
}

/** Whether a workload is delivered in such an image: a package is no machine, an appliance no other one. */
export function comesIn(
  name: WorkloadName,
  { container, legacyOnly, cpu }: Pick<Image, 'container' | 'legacyOnly' | 'cpu'>,
): boolean {
  const { comesAs } = WORKLOADS[name];
  if (comesAs === 'package') return container;
  return comesAs === undefined || legacyOnly || cpu === 'foreign';
}
