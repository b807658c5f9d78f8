import type { DeviceName, WordSize } from '../machine/host.ts';
import type { Technique } from '../machine/vm.ts';
import type { ServiceName } from '../network.ts';
import type { Texts, Words } from '../words.ts';

/**
 * What has a flaw. A flaw is one component's: what a web server does wrong says nothing about a
 * database. The device models are those of a VM's own process, and as old as that process.
 */
export type Component =
  | 'device-model'
  | 'hypervisor'
  | 'host-kernel'
  | 'guest-kernel'
  | 'web-service'
  | 'queue-service'
  | 'crypto-library';

/** Components that are part of a guest's own programs: one update of the guest renews all of them. */
export const SERVICE_COMPONENTS: readonly Component[] = [
  'web-service',
  'queue-service',
  'crypto-library',
];

/** What is said of a flaw. */
interface FlawWords extends Texts {
  readonly name: Words;
  /** What it allows, and to whom. */
  readonly what: Words;
  /** The real one that it is modelled on. */
  readonly real: Words;
}

/**
 * A flaw of the real world, as far as this one has it. Of `device`, `technique`, `wordSize` and `service` each that
 * is named is what a guest has to have, or how it has to run, for the flaw to be used from it.
 */
export interface FlawRecord {
  readonly name: string;
  readonly component: Component;
  /** Its emulated model has it. */
  readonly device?: DeviceName;
  readonly technique?: Technique;
  /** Of the guest. */
  readonly wordSize?: WordSize;
  /** What is offered on the network by the program that has it. */
  readonly service?: ServiceName;
  readonly words: FlawWords;
}
