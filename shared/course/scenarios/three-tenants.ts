import type { ScenarioRecord } from './scenario.ts';
import { catalogue } from './three-tenants/catalogue.ts';
import { guests, MEDIUM } from './three-tenants/guests.ts';
import { hosts } from './three-tenants/hosts.ts';
import { images } from './three-tenants/images.ts';

/** What attackers ask for beside what they have. */
const QUEUE = {
  workload: 'order-queue',
  asset: 'orders',
  frames: 6,
  fills: 1,
  blocks: 1,
  blockFills: 0,
  demand: 160_000,
} as const;

/**
 * Three tenants: twelve minutes for a team. Four hosts of three generations, fourteen VMs that become
 * twenty-four, five zones, and somebody among the tenants.
 */
export const threeTenants: ScenarioRecord = {
  id: 'three-tenants',
  words: {
    name: { ko: '세 테넌트', en: 'Three tenants' },
    length: { ko: '12분 · 호스트 4대', en: '12 min · 4 hosts' },
    idea: {
      ko: '하드웨어 세 세대와 컨테이너. 가상화 기법마다 격리(isolation)의 경계가 다릅니다. 팀에 알맞습니다.',
      en: 'Three generations of hardware and containers: each technique isolates by a different boundary. Best in a team.',
    },
    brief: {
      ko: '2015년식 Type 1, VT-x 없는 2003년식, EPT 없는 2006년식 Type 2, 컨테이너 호스트입니다. 어디에 두느냐에 따라 VM의 속도와 격리 경계가 달라집니다. 실제 하이퍼바이저(hypervisor)는 메모리를 지워서 할당하지만, 여기서는 소거(scrubbing)하지 않는 별도의 풀을 씁니다.',
      en: 'A type 1 of 2015, a machine of 2003 without VT-x, a type 2 of 2006 without EPT, a container host: where a VM runs decides its speed and its isolation boundary. Real hypervisors zero memory before they hand it out; here it comes from a pool outside the normal allocator that nobody scrubs.',
    },
    threat: {
      ko: '테넌트 가운데 공격자가 있습니다. 보안 권고가 나오면 서둘러 패치하세요. 공격자도 읽습니다.',
      en: 'Attackers are among the tenants. When an advisory comes out, patch quickly: they read it too.',
    },
  },
  deck: {
    commands: [
      'create-vm',
      'migrate-vm',
      'grow-vm',
      'reclaim-vm',
      'rollback-vm',
      'rebuild-vm',
      'patch-host',
      'confine-host',
      'patch-guest',
      'scrub-frames',
      'push-policy',
      'automate-push',
      'remove-rule',
      'place-sensor',
      'tune-ips',
      'port-security',
      'quarantine-vm',
      'investigate-vm',
    ],
    attacks: [
      'esc-usb-xhci',
      'hc-l2-superpage',
      'ct-shared-kernel',
      'res-mem-unscrubbed',
      'snap-rollback-revive',
      'img-stale-packages',
      'net-arp-spoof',
      'net-fw-drift',
      'net-any-any',
      'net-eastwest-blindspot',
    ],
    sensors: ['S1', 'S2', 'S4', 'S5', 'S7', 'S9', 'investigation', 'tenant'],
    techniques: ['hybrid', 'hvm', 'para', 'bt', 'container'],
  },
  zones: [
    { name: 'internet' },
    { name: 'dmz' },
    { name: 'desktop' },
    { name: 'app' },
    { name: 'data' },
    { name: 'quarantine' },
  ],
  rules: [
    { from: 'internet', to: 'dmz', service: 'web', allow: true },
    { from: 'internet', to: 'app', service: 'web', allow: true },
    { from: 'desktop', to: 'app', service: 'any', allow: true },
    { from: 'dmz', to: 'dmz', service: 'any', allow: true },
    { from: 'dmz', to: 'app', service: 'queue', allow: true },
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
        { name: 'customer-records', weight: 240 },
      ],
    },
    {
      name: 'hospital',
      assets: [
        { name: 'patient-records', weight: 240 },
        { name: 'appointments', weight: 240 },
        { name: 'scans', weight: 240 },
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
  images,
  flaws: [
    { name: 'shellshock', fixedIn: 12, public: true },
    { name: 'guest-privilege', fixedIn: 19, public: true },
    { name: 'superpage', fixedIn: 39, public: false },
    { name: 'xhci-uaf', fixedIn: 41, public: false },
    { name: 'fs-context', fixedIn: 56, public: false },
  ],
  hosts,
  vms: guests,
  residue: [
    { host: 1, asset: 'patient-records', frames: 6 },
    { host: 2, asset: 'ledger', frames: 6 },
    { host: 3, asset: 'scans', frames: 4 },
  ],
  people: [
    {
      kind: 'wants-vm',
      at: [5, 6],
      tenant: 'bank',
      plan: {
        workload: 'analytics',
        zone: 'app',
        asset: 'ledger',
        ...MEDIUM,
        demand: 300_000,
      },
    },
    {
      kind: 'wants-vm',
      at: [100, 120],
      tenant: 'bank',
      plan: {
        workload: 'test-bench',
        zone: 'dmz',
        asset: 'payment-keys',
        image: 'test-bench',
        ...MEDIUM,
        demand: 200_000,
        lease: 120,
      },
    },
    { kind: 'deletes-own', at: [140, 160], vm: 9 },
    { kind: 'advisory', at: [176, 184], flaw: 'fs-context' },
    { kind: 'reverts-own', at: [250, 280], vm: 10 },
    { kind: 'owner-leaves', at: [290, 310], vm: 14 },
    {
      kind: 'policy-edit',
      at: [105, 115],
      edit: 'add',
      rule: { from: 'any', to: 'any', service: 'any', allow: true },
    },
    { kind: 'policy-push', at: [145, 155] },
    { kind: 'advisory', at: [356, 364], flaw: 'superpage' },
    { kind: 'deletes-own', at: [430, 450], vm: 7 },
    { kind: 'reverts-own', at: [470, 500], vm: 14 },
    { kind: 'advisory', at: [536, 544], flaw: 'xhci-uaf' },
  ],
  catalogue,
  waves: [
    { from: 30, to: 240, creates: 5, grows: 4, removals: 2, scans: 6, backups: 4, moves: 3 },
    { from: 240, to: 510, creates: 8, grows: 6, removals: 7, scans: 8, backups: 6, moves: 5 },
    { from: 510, to: 690, creates: 6, grows: 5, removals: 6, scans: 7, backups: 5, moves: 4 },
  ],
  // Two have a VM from the start; the third has to ask for one, and looks into what it is given.
  attackers: [
    {
      mind: 'opportunist',
      tenant: 'shop',
      owns: [11],
      plan: { ...QUEUE, zone: 'dmz', image: 'test-bench' },
    },
    { mind: 'opportunist', tenant: 'shop', owns: [4], plan: { ...QUEUE, zone: 'app' } },
    { mind: 'opportunist', tenant: 'shop', plan: { ...QUEUE, zone: 'app' } },
  ],
  pace: {
    prepare: 90 * 5,
    live: 630 * 5,
    think: 9 * 5,
    reconLength: 8 * 5,
    afterSuccess: 32 * 5,
    closeLength: 40 * 5,
    handsTeam: 5,
    createLength: 20 * 5,
    migrateBase: 20 * 5,
    investigateLength: 14 * 5,
    patchGuestLength: 20 * 5,
    pushLength: 8 * 5,
    ipsPrice: 150,
  },
};
