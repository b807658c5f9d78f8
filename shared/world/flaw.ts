import type { FlawId, Tick } from './ids.ts';
import type { ServiceName } from './network.ts';

/** Published vulnerabilities of the real world that the flaws of this one are modelled on. */
export const FLAW_NAMES = [
  'venom',
  'xhci-uaf',
  'superpage',
  'scrub-tlb',
  'fs-context',
  'guest-privilege',
  'shellshock',
  'queue-deserialisation',
] as const;
export type FlawName = (typeof FLAW_NAMES)[number];

/**
 * What has the flaw. A flaw is one component's: what a web server does wrong says nothing about a
 * database. The device models are those of a VM's own process, and as old as that process.
 */
const COMPONENTS = [
  'device-model',
  'hypervisor',
  'host-kernel',
  'guest-kernel',
  'web-service',
  'queue-service',
] as const;
export type Component = (typeof COMPONENTS)[number];

export const COMPONENT_OF: Readonly<Record<FlawName, Component>> = {
  venom: 'device-model',
  'xhci-uaf': 'device-model',
  superpage: 'hypervisor',
  'scrub-tlb': 'hypervisor',
  'fs-context': 'host-kernel',
  'guest-privilege': 'guest-kernel',
  shellshock: 'web-service',
  'queue-deserialisation': 'queue-service',
};

/** The flaw by which a service of that kind is broken into, if there is one. */
export const SERVICE_FLAWS: Readonly<Record<ServiceName, FlawName | null>> = {
  web: 'shellshock',
  db: null,
  queue: 'queue-deserialisation',
};

/** Components that are part of a guest's own programs: one update of the guest renews all of them. */
export const SERVICE_COMPONENTS: readonly Component[] = ['web-service', 'queue-service'];

/** A vulnerability of a component: everything below `fixedIn` has it. */
export interface Flaw {
  readonly id: FlawId;
  readonly name: FlawName;
  readonly component: Component;
  /** The first build without it. */
  readonly fixedIn: number;
  /** Whether the advisory is out, and since when. There is no patch before. */
  readonly public: boolean;
  readonly publishedAt: Tick;
}
