import type { Foothold } from '../../shared/world/machine/vm.ts';
import type { ScenarioFile } from '../../shared/world/scenario/schema.ts';
import { letIn } from './storage.ts';
import { Bench, hostileShop, hostsWith, tiny } from './worlds.ts';

/** Every flaw of a hypervisor, a shared kernel and a guest's kernel, all published. */
export const FLAWS = [
  { name: 'venom', fixedIn: 50, public: true },
  { name: 'xhci-uaf', fixedIn: 51, public: true },
  { name: 'superpage', fixedIn: 52, public: true },
  { name: 'fs-context', fixedIn: 60, public: true },
  { name: 'guest-privilege', fixedIn: 20, public: true },
  { name: 'pte-fastpath', fixedIn: 52, public: true },
  { name: 'memory-exchange', fixedIn: 52, public: true },
  { name: 'hgfs-traversal', fixedIn: 53, public: true },
  { name: 'dnd-overflow', fixedIn: 54, public: true },
  { name: 'drive-by', fixedIn: 61, public: true },
  { name: 'runc-overwrite', fixedIn: 62, public: true },
  { name: 'release-agent', fixedIn: 60, public: true },
  { name: 'nested-vmcb', fixedIn: 52, public: true },
] as const satisfies ScenarioFile['flaws'];

/** Those of virtual hardware that are younger: worlds that are about them have them behind the others. */
export const DEVICE_FLAWS = [
  { name: 'svga-blit', fixedIn: 50, public: true },
  { name: 'svga-shader', fixedIn: 50, public: true },
  { name: 'pcnet-loopback', fixedIn: 50, public: true },
  { name: 'rtl8139-offload', fixedIn: 50, public: true },
  { name: 'vhost-log', fixedIn: 52, public: true },
  { name: 'vmx-toctou', fixedIn: 53, public: true },
  { name: 'vmx-write', fixedIn: 54, public: true },
] as const satisfies ScenarioFile['flaws'];

/** The one of exceptions without end, which no running host can be patched for: worlds that are about it have it last. */
export const LOOP_FLAWS = [
  ...FLAWS,
  { name: 'exception-loop', fixedIn: 56, public: true },
] as const satisfies ScenarioFile['flaws'];

const ALL_FLAWS = [...FLAWS, ...DEVICE_FLAWS];

/** The place of a flaw in those lists, which is its id. */
export const flawId = (name: (typeof ALL_FLAWS)[number]['name']): number =>
  ALL_FLAWS.findIndex((flaw) => flaw.name === name) + 1;

const vm = {
  tenant: 'bank',
  host: 1,
  workload: 'payments',
  zone: 'app',
  asset: 'payment-keys',
  frames: 2,
  fills: 2,
  demand: 300,
  devices: ['disk', 'nic', 'floppy', 'xhci'],
} as const satisfies ScenarioFile['vms'][number];

export const guest = (
  over: Partial<ScenarioFile['vms'][number]> = {},
): ScenarioFile['vms'][number] => ({ ...vm, ...over });

type HostOver = Parameters<typeof hostsWith>[0];

interface Broken {
  readonly host?: HostOver;
  readonly vm?: Partial<ScenarioFile['vms'][number]>;
  readonly ring?: Foothold;
  readonly over?: Partial<ScenarioFile>;
}

/**
 * VM 1 of the bank and VM 2 of the hospital on host 1, nothing on host 2. All devices, all flaws, no
 * sandbox; attacker 1 has code in VM 1, which is their VM 1.
 */
export function brokenInto({
  host = {},
  vm: own = {},
  ring = 'kernel',
  over = {},
}: Broken = {}): Bench {
  const other = guest({ tenant: 'hospital', workload: 'booking', asset: 'patient-records' });
  const { technique } = own;
  const bench = new Bench(
    tiny({
      flaws: [...FLAWS],
      hosts: hostsWith({ sandbox: false, capacity: 3000, ...host }),
      vms: [guest(own), technique ? { ...other, technique } : other],
      attackers: [hostileShop],
      ...over,
    }),
  );
  letIn(bench, 1, ring);
  return bench;
}

/** The same with the flaws of all virtual hardware. */
export const inBay = (broken: Broken = {}): Bench =>
  brokenInto({ ...broken, over: { flaws: ALL_FLAWS, ...broken.over } });

/** The one image of the tiny world, of 64 bits. */
export const WIDE: Partial<ScenarioFile> = {
  images: [
    {
      name: 'web-2015',
      wordSize: 64,
      os: 'open',
      container: false,
      kernel: 10,
      service: 10,
      devices: ['disk', 'nic'],
    },
  ],
};

/** The same where one kernel serves all: a container host, and containers on it. */
export function contained({ host = {}, ...rest }: Broken = {}): Bench {
  return brokenInto({
    ring: 'user',
    ...rest,
    host: { platform: 'container', ...host },
    vm: { technique: 'container', image: 'container-api', devices: ['disk', 'nic'], ...rest.vm },
    over: {
      images: [
        {
          name: 'web-2015',
          os: 'open',
          container: true,
          kernel: 10,
          service: 10,
          devices: ['disk', 'nic'],
        },
        {
          name: 'container-api',
          os: 'open',
          container: true,
          kernel: 10,
          service: 10,
          devices: ['disk', 'nic'],
        },
      ],
      ...rest.over,
    },
  });
}
