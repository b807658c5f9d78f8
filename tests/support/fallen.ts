import type { ScenarioFile } from '../../shared/world/scenario/schema.ts';
import { FLAWS, guest } from './hypervisor.ts';
import { Bench, hostileShop, hostsWith, tiny } from './worlds.ts';

type HostFile = ScenarioFile['hosts'][number];

const [plain] = hostsWith({ sandbox: false, capacity: 3000 }) as [HostFile];

/** Hosts 1 and 2 take the same credential; host 3 has its own on the same network, host 4 its own on another. */
export const FOUR: HostFile[] = [
  { ...plain, credential: 1, tpm: true },
  { ...plain, credential: 1, tpm: true, build: 60, memoryEncryption: true },
  { ...plain, tpm: true },
  { ...plain, management: 2 },
];

/** Every flaw of the tests, and that of the guests' tools, all published. */
const WITH_TOOLS: ScenarioFile['flaws'] = [
  ...FLAWS,
  { name: 'guestops-auth', fixedIn: 16, public: true },
];

/** The id of the flaw of the guests' tools. */
export const TOOLS_FLAW = WITH_TOOLS.length;

const image = {
  name: 'web-2015',
  wordSize: 64,
  os: 'open',
  container: false,
  kernel: 10,
  service: 10,
  devices: ['disk', 'nic'],
} as const;

const hospital = guest({
  tenant: 'hospital',
  workload: 'booking',
  asset: 'patient-records',
  tools: ['guest-operations'],
});

/** The shop's VM 1 and the hospital's VM 2 on host 1; the bank's VM 3 on host 2. The shop means harm. */
export const fallenScenario: Partial<ScenarioFile> = {
  flaws: WITH_TOOLS,
  hosts: FOUR,
  images: [{ ...image, devices: ['disk', 'nic'] }],
  vms: [
    guest({ tenant: 'shop', workload: 'order-queue', asset: 'orders' }),
    hospital,
    guest({ host: 2, devices: ['disk', 'nic'], tools: ['guest-operations'] }),
  ],
  attackers: [{ ...hostileShop, owns: [1] }],
};

/** The same, and host 1 has just been taken from VM 1 unless it is to stand. */
export function fallen(over: Partial<ScenarioFile> = {}, falls = true): Bench {
  const bench = new Bench(tiny({ ...fallenScenario, ...over }));
  if (falls) {
    bench.act('esc-floppy-venom', { vm: 1 });
    bench.run(8);
    if (bench.world.hosts[1]?.intruder !== 1) throw new Error('host 1 stands');
  }
  return bench;
}
