import type { AssetId, AttackerId, ImageId } from '../ids.ts';
import type { EmulatedNic } from './device.ts';
import type { DeviceName, WordSize } from './host.ts';

export const IMAGE_NAMES = [
  'web-2003',
  'web-2015',
  'db-2015',
  'desktop',
  'open-desktop',
  'legacy-closed',
  'test-bench',
  'container-api',
  'arm-appliance',
  'design-desktop',
] as const;
export type ImageName = (typeof IMAGE_NAMES)[number];

/** Of what kind of CPU its code is: the hosts' own (x86), or one that they do not have. */
export const CPUS = ['x86', 'foreign'] as const;
export type Cpu = (typeof CPUS)[number];

/**
 * A catalogue entry. A VM is born with its builds; patching the image afterwards does not patch the
 * VMs made from it.
 */
export interface Image {
  readonly id: ImageId;
  readonly name: ImageName;
  readonly cpu: Cpu;
  /** Of its kernel and programs. What is of 64 bits needs a host of 64 bits. */
  readonly wordSize: WordSize;
  /** A closed kernel cannot be ported to hypercalls: no paravirtualisation. */
  readonly os: 'open' | 'closed';
  /** It is a container image and needs a shared kernel. */
  readonly container: boolean;
  readonly kernel: number;
  /** Of its own programs, the service among them. */
  readonly service: number;
  /** With which rights its service runs: whoever breaks into one of `root` has I/O permission too. */
  readonly runsAs: 'user' | 'root';
  /**
   * It has drivers for an old machine only: it boots on no other machine type, the old one has a floppy
   * controller whether wanted or not, and it has no paravirtual drivers.
   */
  readonly legacyOnly: boolean;
  /** Frames of a VM that hold its programs and libraries, the same in every VM of it, and are only read. */
  readonly alike: number;
  readonly devices: readonly DeviceName[];
  /** The network card that its VMs see where it is emulated, and whether their display draws in 3-D. */
  readonly nic: EmulatedNic;
  readonly accel3d: boolean;
  /** It was built anew from a recipe, and nobody has worked in it by hand since (rule K111). */
  readonly recipe: boolean;
  /** Keys that whoever built it by hand left in it, in a file or in a shell's history, or 0. Hidden from defenders. */
  readonly leftSecret: AssetId | 0;
  /** A sample key of some documentation lies in it, which opens nothing and looks the same. Hidden from defenders. */
  readonly sampleKey: boolean;
  /**
   * It was saved after it had booted: what is made from it starts from the state of its random number generator, and
   * makes the same keys (rule A113). Hidden from defenders.
   */
  readonly seeded: boolean;
  /** Whatever keys may lie in it were changed where they open something (rule K112). */
  readonly revoked: boolean;
  /**
   * The team has signed it as it was then. This and what follows is left out where images lie in no library: nobody gets to them.
   */
  readonly signed?: boolean;
  /** Its file is no longer what is on record of it: the hash differs, whoever changed it. Hidden from defenders. */
  readonly drifted?: boolean;
  /** Who put code of theirs into it, or 0 (rule A170). Hidden from defenders. */
  readonly implant?: AttackerId | 0;
}
