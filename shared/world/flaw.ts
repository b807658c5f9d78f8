import type { FlawId, Tick } from './ids.ts';

/** Published vulnerabilities of the real world that the flaws of this one are modelled on. */
export const FLAW_NAMES = [
  'venom',
  'xhci-uaf',
  'superpage',
  'scrub-tlb',
  'pipe-kernel',
  'guest-privilege',
  'web-traversal',
] as const;
export type FlawName = (typeof FLAW_NAMES)[number];

/** What has the flaw, and so which build number tells whether it is fixed. */
const COMPONENTS = ['hypervisor', 'host-kernel', 'guest-kernel', 'service'] as const;
export type Component = (typeof COMPONENTS)[number];

export const COMPONENT_OF: Readonly<Record<FlawName, Component>> = {
  venom: 'hypervisor',
  'xhci-uaf': 'hypervisor',
  superpage: 'hypervisor',
  'scrub-tlb': 'hypervisor',
  'pipe-kernel': 'host-kernel',
  'guest-privilege': 'guest-kernel',
  'web-traversal': 'service',
};

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
