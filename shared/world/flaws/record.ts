import type { NicModel } from '../machine/device.ts';
import type { DeviceName, WordSize } from '../machine/host.ts';
import type { HostService } from '../machine/management.ts';
import type { Tool } from '../machine/tools.ts';
import type { Technique } from '../machine/vm.ts';
import type { ServiceName } from '../network.ts';
import type { Texts, Words } from '../words.ts';

/**
 * What has a flaw. A flaw is one component's: what a web server does wrong says nothing about a
 * database. The device models are those of a VM's own process, and as old as that process;
 * so are the host's ends of its tools, which only a hosted hypervisor has in such a process.
 */
export type Component =
  | 'device-model'
  | 'tool-channel'
  | 'hypervisor'
  | 'host-kernel'
  | 'host-os'
  | 'container-runtime'
  | 'guest-kernel'
  | 'web-service'
  | 'queue-service'
  | 'crypto-library'
  | 'guest-tools'
  | 'management-server'
  | 'backup-server';

/** Components that are part of a guest's own programs: one update of the guest renews all of them. */
export const SERVICE_COMPONENTS: readonly Component[] = [
  'web-service',
  'queue-service',
  'crypto-library',
  'guest-tools',
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
 * A flaw of the real world, as far as this one has it. Of `device`, `tools`, `nic`, `accel3d`, `vhost`,
 * `technique`, `assisted`, `wordSize` and `service` each that is named is what a guest has to have, or how it has to run,
 * for the flaw to be used from it.
 */
export interface FlawRecord {
  readonly name: string;
  readonly component: Component;
  /** Its emulated model has it. */
  readonly device?: DeviceName;
  /** Of the network card; and whether its display draws in 3-D, or its host's kernel serves its rings. */
  readonly nic?: NicModel;
  readonly accel3d?: true;
  readonly vhost?: true;
  /** Its makers have no patch for it that a running host could take (rule K89). */
  readonly livePatch?: false;
  readonly technique?: Technique;
  /** A guest that runs by the CPU's extension. */
  readonly assisted?: true;
  /** Its channel to the host has it: one of these is open. */
  readonly tools?: readonly Tool[];
  /** A guest that may run a hypervisor of its own. */
  readonly nested?: true;
  /** Of the guest. */
  readonly wordSize?: WordSize;
  /** A service of the host itself has it: where that is stopped nobody gets to it. */
  readonly hostService?: HostService;
  /** What is offered on the network by the program that has it. */
  readonly service?: ServiceName;
  readonly words: FlawWords;
}
