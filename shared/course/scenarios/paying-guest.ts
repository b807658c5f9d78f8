import { guests, MEDIUM } from './paying-guest/guests.ts';
import { hosts } from './paying-guest/hosts.ts';
import { catalogue, people } from './paying-guest/people.ts';
import type { ScenarioRecord } from './scenario.ts';

/** What attackers launch: a small VM that writes next to nothing. */
const SMALL = {
  workload: 'order-queue',
  zone: 'app',
  asset: 'orders',
  image: 'web-2015',
  ...MEDIUM,
  frames: 5,
  fills: 1,
  blockFills: 0,
  demand: 120_000,
} as const;

/**
 * The paying guest: seven minutes with tenants who need no way in. They have VMs, may launch more of them like anybody, and
 * do so until one lies beside whom they are after.
 */
export const payingGuest: ScenarioRecord = {
  id: 'paying-guest',
  words: {
    name: { ko: '옆자리 손님', en: 'The paying guest' },
    length: { ko: '7분 · 호스트 4대', en: '7 min · 4 hosts' },
    idea: {
      ko: '공격자는 요금을 내는 정식 테넌트입니다. VM을 만들고 반납하기를 되풀이해 표적과 같은 호스트에 자리를 잡습니다. 배치도 방어입니다.',
      en: 'The attacker is a tenant who pays. They launch VMs and give them back until one lies on the host of their target: where VMs are placed is a defence, too.',
    },
    brief: {
      ko: '셀프서비스 포털은 빈자리가 있는 호스트에 차례대로 VM을 놓습니다. H1에는 상점이, H2에는 은행과 상점의 VM 하나가, H3에는 병원이 있고 H4는 세 테넌트가 함께 씁니다. H2와 H3은 프레임을 아끼려고 같은 페이지를 병합하고, VM에 들어갈 때 L1을 비우지 않습니다(L1TF). 사라진 VM의 메모리는 소거하지만, 풍선(balloon)으로 회수한 프레임은 소거하지 않아 이전 내용이 남습니다. 게스트의 암호 라이브러리는 상수 시간으로 동작하지 않고, CPU 상한도 테넌트 할당량도 없습니다.',
      en: 'The self-service portal places VMs on the hosts in turn, wherever there is room. The shop is on H1, the bank on H2 with one VM of the shop, the hospital on H3, and all three on H4. H2 and H3 merge equal pages, to save frames, and do not flush the L1 at VM entry (L1TF). What a VM leaves is scrubbed; what a balloon took from a live one is not, and such frames keep what was in them. The guests’ crypto library is not constant-time, and there are neither CPU limits nor tenant quotas.',
    },
    threat: {
      ko: '상점의 VM 넷은 공격자가 정식으로 빌린 것입니다. 옆자리를 얻으면 캐시를 엿보거나, 남은 메모리를 읽거나, CPU를 독차지합니다.',
      en: 'Four of the shop’s VMs are rented by attackers. Once beside somebody they watch the cache, read what is left in memory, or take all the cycles.',
    },
  },
  deck: {
    commands: [
      'create-vm',
      'migrate-vm',
      'dedicate-host',
      'share-host',
      'set-quota',
      'lift-quota',
      'limit-vm',
      'lift-limit',
      'reserve-vm',
      'lift-reservation',
      'scrub-frames',
      'scrub-policy',
      'unmerge-pages',
      'merge-pages',
      'partition-cache',
      'share-cache',
      'flush-l1',
      'patch-guest',
      'patch-image',
      'push-policy',
      'quarantine-vm',
      'investigate-vm',
      'investigate-host',
    ],
    attacks: [
      'recon-coresidency',
      'sc-flush-reload-dedup',
      'sc-prime-probe',
      'sc-l1tf',
      'res-mem-unscrubbed',
      'dos-noisy-neighbour',
    ],
    sensors: ['S1', 'S5', 'S7', 'S13', 'investigation', 'tenant'],
    techniques: ['hybrid', 'hvm'],
  },
  zones: [{ name: 'internet' }, { name: 'app' }, { name: 'data' }, { name: 'quarantine' }],
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
        { name: 'transfers', weight: 160 },
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
        { name: 'orders', weight: 60 },
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
  // A balloon took these from live VMs before the match.
  residue: [
    { host: 1, asset: 'appointments', frames: 10 },
    { host: 2, asset: 'customer-records', frames: 12 },
    { host: 3, asset: 'patient-records', frames: 12 },
    { host: 4, asset: 'ledger', frames: 10 },
  ],
  people,
  catalogue,
  waves: [
    { from: 20, to: 200, creates: 3, grows: 1, scans: 2, backups: 2, moves: 0 },
    { from: 200, to: 380, creates: 3, removals: 2, scans: 2, backups: 3, moves: 1 },
  ],
  attackers: [[1], [2], [3], [12]].map((owns) => ({
    mind: 'opportunist',
    tenant: 'shop',
    owns,
    plan: SMALL,
  })),
  pace: {
    prepare: 45 * 5,
    live: 375 * 5,
    startCredits: 220,
    feePerVm: 8,
    think: 6 * 5,
    afterSuccess: 12 * 5,
    reconLength: 11 * 5,
    accessLength: 14 * 5,
    privilegeLength: 10 * 5,
    actLength: 24 * 5,
    fillEvery: 10 * 5,
    handsTeam: 5,
    createLength: 15 * 5,
  },
};
