import { type FlawName, serviceFlaw } from '../flaws/registry.ts';
import { type Foothold, isAtLeast, type Power } from '../machine/vm.ts';
import type { ServiceName } from '../network.ts';
import type { ActArgs } from './attacker.ts';

/** A VM as an attacker knows it, by the attacker's own number; 0 is the internet. */
export interface KnownVm {
  readonly number: number;
  /** Whether they rent it. */
  readonly own: boolean;
  /** They can tell only where they are: `unknown` elsewhere. */
  readonly power: Power | 'gone' | 'unknown';
  /** How far in they are. */
  readonly ring: Foothold;
  /**
   * Whether it is being moved while it runs. Whoever is in it notices: each page is slow to be written once,
   * because its host writes down which ones change.
   */
  readonly moving?: true;
}

/** All that an attacker knows about the world: what attacks are planned from. Plain data. */
export interface Known {
  readonly vms: readonly KnownVm[];
  readonly notes: Readonly<Record<string, number | string>>;
  /** Flaws that they know how to use, and the first build that is safe from each. */
  readonly flaws: Readonly<Partial<Record<FlawName, number>>>;
  /** Whether a VM they asked for has not come yet. */
  readonly waiting: boolean;
  /** How many VMs they have asked for. */
  readonly asked: number;
}

/** What can be noted about one VM. */
export interface VmNotes {
  technique: string;
  'word-size': number;
  platform: string;
  /** Device names, separated by commas. */
  devices: string;
  /** Its network card by its identifiers, and whether its display draws in 3-D. */
  nic: string;
  accel3d: number;
  /** At which addresses the process of its devices lies. Another process lies elsewhere. */
  layout: number;
  /** What it has for a network card: its driver tells. */
  card: string;
  'host-build': number;
  /** Of the device models of its own process, which may be older than its host's. */
  'device-build': number;
  'kernel-build': number;
  seccomp: number;
  /** Names of its channels to the host, separated by commas; of a container, of its grants. */
  tools: string;
  grants: string;
  /** Root in a container is nobody on its host; AppArmor or SELinux confines it. Its own files of /proc tell. */
  userns: number;
  lsm: number;
  /** Frames with tags of other VLANs come to its port. */
  trunk: number;
  /** CPUID shows it AMD's extension: it may nest. */
  svm: number;
  /** Its CPU has L1TF and follows its page tables as they are: the model tells, and CPUID the model. */
  l1tf: number;
  /** A write to a page of its image took long: it had to be parted first. */
  merging: number;
  /** A bit of a frame of its own flips when the rows beside it are beaten. */
  flips: number;
  /** Addresses of hosts are heard in its segment: it is on their management network. */
  'hears-hosts': number;
  /** Services that answer on management interfaces of hosts, from there (0: the internet), separated by commas. */
  'host-services': string;
  /** The lowest build that hosts which answer by SLP say that they have. */
  'slp-build': number;
  /** The build that the management server says it has, as far as it answers there. */
  'server-build': number;
  /** Files of saved memory that lie on datastores which are mounted from there, of VMs that are not theirs. */
  'saved-memory': number;
  /** Images in the library, where that is mounted from there. */
  library: number;
  /** The build that the backup server says it has, as far as it answers there. */
  'backup-build': number;
  /** It was launched to come beside another, by whose number; 0: it landed elsewhere, and will be given back. */
  beside: number;
  service: string;
  'service-build': number;
  /** The highest build of it that they have ever seen there: it may have been rolled back since. */
  'service-was': number;
  /** It had the same build at an earlier look: nobody has updated it meanwhile. */
  'same-build': number;
  /** Whoever runs code in its device process gets no further: it is confined. */
  confined: number;
  /** The way out of that process in two stages had been closed at the second. */
  held: number;
  /** They run code below the guests of the host that it was on, and have read the free memory there. */
  below: number;
  'free-read': number;
  /** They have read what its guests have in memory, tried their tools, and tried its credential elsewhere. */
  'guests-read': number;
  'guests-run': number;
  spread: number;
  /** It asks for all that its host has, at their word. */
  burns: number;
  /** One of its virtual CPUs keeps a core of its host. */
  loops: number;
  /** What it has the model of a device log has been written without end, at their word. */
  floods: number;
  /** Its balloon is inflated: it was promised more memory than it has. It writes and holds all of it, at their word. */
  short: number;
  hoards: number;
  /** Its own memory or disk has been read through: nothing new will be in it. */
  'memory-read': number;
  /** What was copied at its host has been read. */
  'clipboard-read': number;
  'disk-read': number;
  /** The files that its image brought have been searched for keys. */
  'image-read': number;
}

/** What can be noted about the way from one VM (0: the internet) to another: 1 for yes, 0 for no. */
export interface WayNotes {
  /** Packets for its service get there. */
  reach: number;
  host: number;
  segment: number;
  /** Packets for its service get there with the tag of another VLAN, from a port that is a trunk. */
  tagged: number;
  /** Its files lie on a datastore that is mounted there: 1 if they are not locked, as those of a VM that is off. */
  files: number;
  /** The host key that it shows is the one that they have where they look from. */
  'same-keys': number;
}

/**
 * Names of notes that have been asked for, so that each is put together once: whoever plans asks for some
 * hundreds of them at every look, and a text that is there already is found sooner among the notes.
 */
const VM_NOTES: { [Field in keyof VmNotes]?: string[] } = {};
const WAY_NOTES: { [Field in keyof WayNotes]?: string[][] } = {};

export function vmNote(vm: number, field: keyof VmNotes): string {
  VM_NOTES[field] ??= [];
  const names = VM_NOTES[field];
  names[vm] ??= `vm/${vm}/${field}`;
  return names[vm];
}

export function wayNote(from: number, to: number, field: keyof WayNotes): string {
  WAY_NOTES[field] ??= [];
  const names = WAY_NOTES[field];
  names[from] ??= [];
  const there = names[from];
  there[to] ??= `way/${from}/${to}/${field}`;
  return there[to];
}

/** What a note is about, if it is about a way. */
export function wayOf(
  note: string,
): { readonly from: number; readonly to: number; readonly field: keyof WayNotes } | null {
  if (!note.startsWith('way/')) return null;
  const [, from, to, field] = note.split('/');
  return { from: Number(from), to: Number(to), field: field as keyof WayNotes };
}

/** Whether it is lawfully theirs: asked for in this match, or theirs before it. */
export const ownNote = (vm: number): string => `own/${vm}`;
export const ASKED_FOR = 1;
export const FROM_THE_START = 2;

/** In how many images of the library code of theirs is, at their word. */
export const IMPLANTS = 'implants';

/** How often they have looked around from there. */
export const scanNote = (from: number): string => `scans/${from}`;

/**
 * Writes down what was found out.
 * @returns how much of it was new, or is no longer as it was noted
 */
export function noteDown(
  notes: Record<string, number | string>,
  found: Readonly<Record<string, number | string>>,
): number {
  let fresh = 0;
  for (const [key, value] of Object.entries(found)) {
    if (notes[key] === value) continue;
    notes[key] = value;
    fresh += 1;
  }
  return fresh;
}

/** By arguments, which stay as they are: of one act it is asked several times. */
const KEYS = new WeakMap<object, { readonly attack: string; readonly key: string }>();

/**
 * An act or an order by what it is and what it is about: the same again has the same key, in whatever
 * order its arguments stand.
 */
export function actKey(
  attack: string,
  args: ActArgs | Readonly<Record<string, number | string>>,
): string {
  const known = KEYS.get(args);
  if (known?.attack === attack) return known.key;
  const named: Readonly<Record<string, number | string>> = { ...args };
  // Put together by hand: it is asked of everything that could be tried, at every look.
  let key = attack;
  for (const name of Object.keys(named).sort()) {
    key += `${key === attack ? '?' : '&'}${name}=${named[name]}`;
  }
  KEYS.set(args, { attack, key });
  return key;
}

/**
 * What became known of one precondition of an act, by probing or by trying: 1 for true, 0 for false,
 * and the tick in which it was so.
 */
export const needNote = (act: string, need: string): string => `need/${act}/${need}`;
export const needTick = (act: string, need: string): string => `need-at/${act}/${need}`;

/** When they last looked around inside a VM, and around the network from one (0: the internet). */
export const lookedInto = (vm: number): string => `looked/vm/${vm}`;
export const lookedFrom = (from: number): string => `looked/from/${from}`;

type Noted = Pick<Known, 'notes'>;

/** What is noted about a VM, or `undefined` when that is not known. */
export function about<Field extends keyof VmNotes>(
  { notes }: Noted,
  vm: number,
  field: Field,
): VmNotes[Field] | undefined {
  return notes[vmNote(vm, field)] as VmNotes[Field] | undefined;
}

/** What is noted about the way from one VM to another, or `undefined`. */
export function between(
  { notes }: Noted,
  from: number,
  to: number,
  field: keyof WayNotes,
): number | undefined {
  return notes[wayNote(from, to, field)] as number | undefined;
}

/** VMs in which they can run code now, with that much of a foothold at least. */
export function inside({ vms }: Known, ring: Exclude<Foothold, 'none'>): KnownVm[] {
  return vms.filter((vm) => vm.power === 'running' && isAtLeast(vm.ring, ring));
}

/** Whether a build is known to have a flaw that they know how to use; `undefined`: not known. */
export function hasFlaw(
  { flaws }: Known,
  name: FlawName,
  build: number | undefined,
): boolean | undefined {
  const fixedIn = flaws[name];
  if (fixedIn === undefined) return false;
  return build === undefined ? undefined : build < fixedIn;
}

/**
 * Whether a VM's service is known to have a flaw that they know how to use: a flaw is one component's,
 * and says nothing about another.
 */
export function hasServiceFlaw(
  known: Known,
  vm: number,
  field: 'service-build' | 'service-was' = 'service-build',
): boolean | undefined {
  const service = about(known, vm, 'service');
  if (service === undefined) return undefined;
  const name = serviceFlaw(service as ServiceName);
  return name === null ? false : hasFlaw(known, name, about(known, vm, field));
}

/** What an act would bring if it worked. */
export type Gain =
  /** `theirs`: of somebody else, with code of the attacker in it from the start; `beside`: on the host of that one. */
  | { readonly kind: 'vm'; readonly theirs?: true; readonly beside?: number }
  /** What they have given back makes room for something else. */
  | { readonly kind: 'frames' }
  | { readonly kind: 'ring'; readonly vm: number; readonly ring: Exclude<Foothold, 'none'> }
  | { readonly kind: 'loot' }
  | { readonly kind: 'host' }
  /** Others go without what they were promised. */
  | { readonly kind: 'outage' }
  | { readonly kind: 'notes' };

/**
 * Something an attacker could try, as far as they know: every precondition that they know about is
 * true. `sure` says whether none is unknown.
 */
export interface Prospect {
  readonly attack: string;
  readonly args: ActArgs;
  readonly gain: Gain;
  readonly sure: boolean;
  /** What makes it possible will be over by itself: it is now or not at all, and nobody thinks twice. */
  readonly fleeting?: true;
}
