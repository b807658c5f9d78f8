import type {
  AssetId,
  FlawId,
  HostId,
  ImageId,
  RepositoryId,
  SegmentId,
  StoreId,
  TenantId,
  Tick,
  VmId,
} from '../ids.ts';
import type { DeviceName } from '../machine/host.ts';
import type { HostService } from '../machine/management.ts';
import type { VmPlan } from '../machine/vm.ts';
import type { Rule } from '../network.ts';
import type { PortSetting, ZoneName } from '../zone.ts';

/**
 * What people will do without being asked. Drawn once, when the world is built, so that one more
 * command cannot reshuffle them and a what-if compares like with like. What is about a VM that is
 * gone by then comes to nothing.
 */
export type Plan =
  | { readonly kind: 'wants-vm'; readonly tenant: TenantId; readonly plan: VmPlan }
  /** A tenant asks for one of its own VMs to be taken away, or to be given more memory. */
  | { readonly kind: 'wants-rid'; readonly vm: VmId }
  | { readonly kind: 'wants-more'; readonly vm: VmId; readonly frames: number }
  /** A tenant shuts down and deletes its own VM by self-service. */
  | { readonly kind: 'deletes-own'; readonly vm: VmId }
  /** A tenant's administrator takes a snapshot of its VM, or goes back to the latest one. */
  | { readonly kind: 'snapshots-own'; readonly vm: VmId }
  | { readonly kind: 'reverts-own'; readonly vm: VmId }
  /** Whoever answered for a VM leaves. */
  | { readonly kind: 'owner-leaves'; readonly vm: VmId }
  /** Whoever answers for a VM is on leave, and says so to nobody. */
  | { readonly kind: 'goes-on-leave'; readonly vm: VmId }
  /** Somebody works in an image by hand, and leaves those keys in it, or (0) a sample key. */
  | { readonly kind: 'bakes-image'; readonly image: ImageId; readonly left: AssetId | 0 }
  /** Someone edits the intended policy: a rule is put first, or taken out. */
  | { readonly kind: 'policy-edit'; readonly rule: Rule; readonly edit: 'add' | 'remove' }
  /** The console gives all switches the policy as it is meant by then, as it does at set times. */
  | { readonly kind: 'policy-push' }
  /** Someone sets what the ports of a segment accept, to try something, and leaves it so. */
  | {
      readonly kind: 'port-setting';
      readonly segment: SegmentId;
      readonly setting: PortSetting;
      readonly accept: boolean;
    }
  /** The scheduler of the cluster (DRS) moves a VM by itself. */
  | { readonly kind: 'balances'; readonly vm: VmId; readonly host: HostId }
  | { readonly kind: 'advisory'; readonly flaw: FlawId }
  /** Lawful things that look like something: an announced scan, a backup, a guest that probes at boot. */
  | { readonly kind: 'scan'; readonly vm: VmId; readonly peer: VmId }
  | { readonly kind: 'backup'; readonly vm: VmId; readonly peer: VmId }
  /** Work that comes once a night: for a while it asks for more cycles than otherwise. */
  | { readonly kind: 'runs-batch'; readonly vm: VmId; readonly seconds: number }
  /** A tenant's script asks the portal's API what is there, over and over. */
  | { readonly kind: 'calls-api'; readonly tenant: TenantId }
  /** A tenant's script follows the load: it launches one more VM, or gives the newest back. */
  | {
      readonly kind: 'autoscales';
      readonly tenant: TenantId;
      readonly plan: VmPlan;
      readonly out: boolean;
    }
  | { readonly kind: 'runs-nested'; readonly vm: VmId }
  | { readonly kind: 'probes-device'; readonly vm: VmId; readonly device: DeviceName }
  /** A guest's lease has run out, and it asks for an address anew, of whoever hears it. */
  | { readonly kind: 'renews-lease'; readonly vm: VmId }
  /** An administrator has a shell started in a container; somebody pastes into a guest what they copied. */
  | { readonly kind: 'execs-into'; readonly vm: VmId }
  | { readonly kind: 'pastes'; readonly vm: VmId }
  /** Somebody who works at a type 2 host reads mail, and opens what came with it. */
  | { readonly kind: 'reads-mail'; readonly host: HostId }
  /** Somebody there copies data, to put it elsewhere. */
  | { readonly kind: 'copies'; readonly host: HostId; readonly asset: AssetId }
  /** A backup agent of a host reads the files of its VMs. */
  | { readonly kind: 'host-backup'; readonly host: HostId }
  /** The team of a host's network cards goes over to its other card, and says anew where its addresses are. */
  | { readonly kind: 'fails-over'; readonly host: HostId }
  /** From that VM an administrator, or a backup product, logs in to a host; a product asks by SLP what it is. */
  | { readonly kind: 'signs-in'; readonly vm: VmId; readonly host: HostId }
  | { readonly kind: 'discovers'; readonly vm: VmId; readonly host: HostId }
  /** From that VM an administrator works at the console of the management server. */
  | { readonly kind: 'manages'; readonly vm: VmId }
  /** From that VM somebody who is meant to copies snapshots off the datastores that are reached from there. */
  | { readonly kind: 'exports'; readonly vm: VmId }
  /** A backup server copies every VM, at its hour. */
  | { readonly kind: 'backs-up'; readonly repository: RepositoryId }
  /** For some work an administrator puts a zone on the access list of a datastore, and leaves it there. */
  | { readonly kind: 'opens-store'; readonly store: StoreId; readonly zone: ZoneName }
  /** From that VM somebody who is meant to has a store mounted, to put a file there. */
  | { readonly kind: 'mounts'; readonly vm: VmId; readonly store: StoreId }
  /** A tenant shuts its VM down until it is needed, and starts it again; its administrator changes its configuration. */
  | { readonly kind: 'shuts-down'; readonly vm: VmId }
  | { readonly kind: 'starts-up'; readonly vm: VmId }
  | { readonly kind: 'edits-config'; readonly vm: VmId }
  /** An administrator starts a service of a host for some work there, and leaves it running. */
  | { readonly kind: 'starts-service'; readonly host: HostId; readonly service: HostService };

export type CalendarEntry = Plan & { readonly tick: Tick };
