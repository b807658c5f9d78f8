import type { ScenarioRecord } from './scenario.ts';
import { guests, MEDIUM } from './silent-neighbours/guests.ts';
import { hosts } from './silent-neighbours/hosts.ts';

/** What attackers ask for beside what they have. */
const QUEUE = {
  workload: 'order-queue',
  zone: 'app',
  asset: 'orders',
  ...MEDIUM,
  fills: 2,
  demand: 160_000,
} as const;

/**
 * Silent neighbours: eight minutes beside tenants who break nothing and listen. Four hosts of four years;
 * what is right on one is dear or useless on another.
 */
export const silentNeighbours: ScenarioRecord = {
  id: 'silent-neighbours',
  words: {
    name: { ko: '조용한 이웃', en: 'Silent neighbours' },
    length: { ko: '8분 · 호스트 4대', en: '8 min · 4 hosts' },
    idea: {
      ko: '아무것도 뚫리지 않는데 데이터가 샙니다. 병합된 페이지, 함께 쓰는 캐시, 형제 스레드의 부채널을 다룹니다.',
      en: 'Nothing is broken, and data leaks: side channels of merged pages, shared caches and sibling threads.',
    },
    brief: {
      ko: '호스트마다 연식이 다릅니다. H1과 H2는 프레임을 아끼려고 같은 페이지를 병합합니다. H1(2015년)은 VM에 들어갈 때 L1을 비우지만 SMT가 켜져 있습니다. H2(2008년)는 중첩 페이징이 없어 L1TF와 무관하지만, 메모리에 ECC가 없습니다. H3(2012년)은 SMT를 껐지만 L1을 비우지 않고, 비우는 명령을 주는 마이크로코드도 없습니다. H4(2021년)의 CPU에는 L1TF가 없습니다. 게스트의 암호 라이브러리는 상수 시간으로 동작하지 않습니다.',
      en: 'Each host is of another year. H1 and H2 merge equal pages, to save frames. H1 (2015) flushes the L1 at VM entry but leaves SMT on; H2 (2008) has no nested paging, which spares it L1TF, and no ECC; H3 (2012) has SMT off, flushes nothing and has no microcode for it; the CPU of H4 (2021) has no L1TF. The guests’ crypto library is not constant-time.',
    },
    threat: {
      ko: '테넌트 가운데 공격자가 있습니다. 정식으로 빌린 VM에서 이웃을 지켜볼 뿐이라, IDS도 로그도 조용합니다.',
      en: 'Attackers are among the tenants. They rent their VMs like anyone and only watch their neighbours: IDS and logs stay silent.',
    },
  },
  deck: {
    commands: [
      'create-vm',
      'migrate-vm',
      'grow-vm',
      'patch-guest',
      'patch-image',
      'unmerge-pages',
      'merge-pages',
      'partition-cache',
      'share-cache',
      'flush-l1',
      'disable-smt',
      'update-microcode',
      'enable-smt',
      'watch-counters',
      'push-policy',
      'verify-policy',
      'quarantine-vm',
      'investigate-vm',
      'rebuild-vm',
    ],
    attacks: ['sc-flush-reload-dedup', 'sc-prime-probe', 'sc-l1tf', 'hw-rowhammer-ffs'],
    sensors: ['S1', 'S4', 'S5', 'S13', 'investigation', 'verification', 'tenant'],
    techniques: ['hybrid', 'hvm'],
  },
  zones: [
    { name: 'internet' },
    { name: 'dmz' },
    { name: 'app' },
    { name: 'data' },
    { name: 'quarantine' },
  ],
  rules: [
    { from: 'internet', to: 'app', service: 'web', allow: true },
    { from: 'app', to: 'app', service: 'any', allow: true },
    { from: 'app', to: 'data', service: 'db', allow: true },
  ],
  wire: 'ids',
  tenants: [
    {
      name: 'bank',
      assets: [
        { name: 'payment-keys', weight: 240 },
        { name: 'ledger', weight: 240 },
        { name: 'transfers', weight: 240 },
        { name: 'customer-records', weight: 160 },
      ],
    },
    {
      name: 'hospital',
      assets: [
        { name: 'tls-keys', weight: 240 },
        { name: 'signing-keys', weight: 240 },
        { name: 'patient-records', weight: 240 },
        { name: 'appointments', weight: 160 },
      ],
    },
    {
      name: 'shop',
      assets: [
        { name: 'catalogue', weight: 60 },
        { name: 'orders', weight: 100 },
      ],
    },
  ],
  images: [
    {
      name: 'web-2015',
      os: 'open',
      container: false,
      kernel: 20,
      service: 10,
      alike: 2,
      devices: ['disk', 'nic'],
    },
    {
      name: 'db-2015',
      os: 'open',
      container: false,
      kernel: 20,
      service: 10,
      alike: 2,
      devices: ['disk', 'nic'],
    },
  ],
  flaws: [{ name: 'cipher-timing', fixedIn: 12, public: true }],
  hosts,
  vms: guests,
  residue: [],
  people: [],
  catalogue: [
    {
      tenant: 'hospital',
      plan: {
        workload: 'booking',
        zone: 'app',
        asset: 'appointments',
        ...MEDIUM,
        demand: 300_000,
      },
    },
    {
      tenant: 'bank',
      plan: { workload: 'analytics', zone: 'app', asset: 'ledger', ...MEDIUM, demand: 300_000 },
    },
    {
      tenant: 'shop',
      plan: { workload: 'search', zone: 'app', asset: 'catalogue', ...MEDIUM, demand: 200_000 },
    },
  ],
  waves: [
    { from: 30, to: 200, creates: 1, grows: 1, scans: 2, backups: 3, moves: 0 },
    { from: 200, to: 400, creates: 3, grows: 1, removals: 2, scans: 3, backups: 4, moves: 2 },
  ],
  attackers: [[1], [5], [8], []].map((owns) => ({
    mind: 'opportunist',
    tenant: 'shop',
    owns,
    plan: QUEUE,
  })),
  pace: {
    prepare: 60 * 5,
    live: 420 * 5,
    startCredits: 200,
    feePerVm: 8,
    think: 6 * 5,
    afterSuccess: 8 * 5,
    reconLength: 11 * 5,
    accessLength: 13 * 5,
    privilegeLength: 10 * 5,
    actLength: 22 * 5,
    handsTeam: 5,
    createLength: 15 * 5,
  },
};
