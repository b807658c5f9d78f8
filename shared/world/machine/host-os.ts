import type { AssetId, AttackerId } from '../ids.ts';

/**
 * Programs that run on a host OS beside its hypervisor (rule K95). People work with mail and a browser,
 * by which something comes in; a backup agent reads the files of VMs, as it is meant to.
 */
export const PROGRAMS = ['mail', 'browser', 'backup-agent'] as const;
export type Program = (typeof PROGRAMS)[number];

/** Programs through which what strangers send reaches the host. */
export const EVERYDAY = ['mail', 'browser'] as const satisfies readonly Program[];

/** What a host's guests are at the mercy of. `dom0`: drivers and tools of a bare-metal hypervisor. */
export type Trusted = 'hypervisor' | 'dom0' | 'host-os' | 'shared-kernel' | 'runtime' | Program;

/** What is on the metal beside a hypervisor and its guests. Sources: FACTS §10, §11.4, B13 to B16. */
export interface HostOs {
  /** Patch level of the OS under a type 2 hypervisor; 0 where there is none. */
  readonly osBuild: number;
  /** Patch level of the program that starts containers (runc); 0 where there are none. */
  readonly runtime: number;
  /** What runs on a type 2 host's OS beside the hypervisor. */
  readonly programs: readonly Program[];
  /** Whether root of a container is nobody in particular on its host (user-namespace remap). */
  readonly userns: boolean;
  /** Whether a mandatory access control confines containers (AppArmor, SELinux). */
  readonly lsm: boolean;
  /** Whether an agent watches the processes of the host's OS (sensor S11). */
  readonly edr: boolean;
  /** Whose attachment waits in the mail of the host's users, or 0. Hidden from defenders. */
  readonly inbox: AttackerId | 0;
  /** Whose program a user of the host ran, or 0. Hidden from defenders until found. */
  readonly ran: AttackerId | 0;
  /** What a user of the host copied last, or 0. Nobody looks into it. */
  readonly clipboard: AssetId | 0;
}
