import { guests } from './moving-in/guests.ts';
import { hosts } from './moving-in/hosts.ts';
import { catalogue, people } from './moving-in/people.ts';
import type { ScenarioRecord } from './scenario.ts';

/** What attackers ask for beside what they have. */
const QUEUE = {
  workload: 'order-queue',
  zone: 'app',
  asset: 'orders',
  image: 'web-2015',
  frames: 4,
  fills: 1,
  blocks: 1,
  blockFills: 0,
  demand: 150_000,
} as const;

const OPEN = { os: 'open', container: false, kernel: 20, devices: ['disk', 'nic'] } as const;

/**
 * Moving in: six minutes from machines of one role each to a pool that everybody shares. It saves what empty
 * boxes cost; and what is shared can be taken, by a neighbour or by a tenant.
 */
export const movingIn: ScenarioRecord = {
  id: 'moving-in',
  words: {
    name: { ko: '이사하는 날', en: 'Moving in' },
    length: { ko: '6분 · 호스트 5대', en: '6 min · 5 hosts' },
    idea: {
      ko: '물리 서버를 가상화 호스트에 통합하고, 자원 풀을 상한과 예약과 할당량으로 나눕니다.',
      en: 'Consolidate native servers onto virtualised hosts, and share the pool out by limits, reservations and quotas.',
    },
    brief: {
      ko: 'H1~H3은 하이퍼바이저 없이 OS 하나가 혼자 쓰는 물리 서버로, 대부분 놀고 있으면서 매분 유지비(OPEX)가 듭니다. H4와 H5가 자원 풀입니다. 두 호스트는 사라지는 VM의 메모리는 소거하지만, 켜진 VM에서 회수한(balloon) 프레임은 소거하지 않습니다. CPU 상한도, 예약도, 테넌트 할당량도 없고, H5는 가진 것의 1.5배까지 메모리를 약속합니다(overcommit).',
      en: 'H1 to H3 are native servers: one OS each and no hypervisor, mostly idle, at a price every minute (OPEX). H4 and H5 are the pool. They scrub what a VM leaves that goes, but not the frames that a balloon takes from a live one. There are no CPU limits, no reservations and no tenant quotas, and H5 promises up to 1.5 times the memory that it has (overcommit).',
    },
    threat: {
      ko: '테넌트 하나가 이웃의 몫까지 차지하려 합니다. 뚫는 것은 없습니다. 상한 없는 CPU와 할당량 없는 풀, 약속받은 메모리를 모두 요구할 뿐이고, 그렇게 받은 프레임은 읽어 봅니다.',
      en: 'One tenant is after what others were promised. It breaks nothing: it asks for cycles that no limit bounds, VMs that no quota bounds and all the memory that it was promised, and reads the frames that it is given.',
    },
  },
  deck: {
    commands: [
      'create-vm',
      'migrate-vm',
      'consolidate',
      'retire-host',
      'buy-host',
      'buy-memory',
      'limit-vm',
      'lift-limit',
      'reserve-vm',
      'lift-reservation',
      'set-shares',
      'set-quota',
      'lift-quota',
      'balloon-vm',
      'overcommit-memory',
      'stop-overcommit',
      'watch-counters',
      'reclaim-vm',
      'scrub-frames',
      'investigate-vm',
      'investigate-host',
    ],
    attacks: ['res-mem-unscrubbed', 'dos-noisy-neighbour', 'dos-create-storm', 'dos-overcommit'],
    sensors: ['S5', 'S7', 'S9', 'S13', 'investigation', 'tenant'],
    techniques: ['hybrid', 'hvm', 'para'],
  },
  zones: [{ name: 'internet' }, { name: 'app' }, { name: 'data' }, { name: 'quarantine' }],
  rules: [
    { from: 'internet', to: 'app', service: 'web', allow: true },
    { from: 'app', to: 'app', service: 'any', allow: true },
    { from: 'app', to: 'data', service: 'db', allow: true },
  ],
  tenants: [
    {
      name: 'bank',
      assets: [
        { name: 'payment-keys', weight: 240 },
        { name: 'ledger', weight: 240 },
        { name: 'transfers', weight: 160 },
      ],
    },
    {
      name: 'hospital',
      assets: [
        { name: 'patient-records', weight: 240 },
        { name: 'appointments', weight: 160 },
        { name: 'scans', weight: 160 },
      ],
    },
    {
      name: 'shop',
      assets: [
        { name: 'catalogue', weight: 60 },
        { name: 'orders', weight: 60 },
      ],
    },
  ],
  images: [
    { ...OPEN, name: 'web-2015', wordSize: 64, service: 14, devices: ['disk', 'nic'] },
    { ...OPEN, name: 'db-2015', wordSize: 64, service: 14, devices: ['disk', 'nic'] },
  ],
  hosts,
  vms: guests,
  // A balloon took these from live VMs before the match.
  residue: [
    { host: 4, asset: 'payment-keys', frames: 16 },
    { host: 5, asset: 'appointments', frames: 16 },
  ],
  people,
  catalogue,
  waves: [{ from: 40, to: 300, creates: 8, removals: 0 }],
  attackers: [4, 8, 11, 12].map((vm) => ({
    mind: 'opportunist',
    tenant: 'shop',
    owns: [vm],
    plan: QUEUE,
  })),
  pace: {
    prepare: 45 * 5,
    live: 315 * 5,
    startCredits: 150,
    upkeepPerHost: 15,
    limitPrice: 35,
    think: 6 * 5,
    fillEvery: 10 * 5,
    requestWait: 60 * 5,
  },
};
