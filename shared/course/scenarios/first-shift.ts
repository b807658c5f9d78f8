import type { ScenarioRecord } from './scenario.ts';

/** Both hosts are alike: what differs is who lives on them and what lies in their memory. */
const HOST = {
  platform: 'type1',
  year: 2015,
  capacity: 3_000_000,
  frames: 32,
  virtualisationExtension: true,
  nestedPaging: true,
  build: 38,
  scrub: 'never',
  // Device processes run with the hypervisor's own rights: what breaks one breaks the host.
  sandbox: false,
} as const;

const SMALL = { frames: 4, fills: 4 } as const;

/**
 * First shift: five minutes alone. Two hosts whose memory is not scrubbed, a switch that forgets
 * what moves, an IDS that stands in the street, and a floppy drive that nobody uses.
 */
export const firstShift: ScenarioRecord = {
  id: 'first-shift',
  words: {
    name: { ko: '첫 근무', en: 'First shift' },
    length: { ko: '5분 · 호스트 2대', en: '5 min · 2 hosts' },
    idea: {
      ko: '잔존 데이터(residual data), 어긋난 규칙, IDS의 사각지대, 장치를 통한 탈출(VM escape)을 하나씩 다룹니다.',
      en: 'Residual data, policy drift, the IDS’s blind spot, an escape: one after another.',
    },
    brief: {
      ko: '실제 호스트는 메모리를 0으로 지워서 할당하지만, 여기서는 VM을 빨리 띄우려고 그 소거(scrubbing)를 꺼 두었습니다. VM을 만들거나 옮기면 가상 스위치는 새 포트를 모릅니다. 정책을 다시 배포해야 규칙이 적용됩니다.',
      en: 'Real hosts zero memory before they hand it out; here that scrubbing is off, to start VMs faster. A virtual switch does not know the port of a VM that was just made or moved: its rules apply once the policy is pushed again.',
    },
    threat: {
      ko: '테넌트 가운데 하나는 공격자입니다. 물리 IDS는 한 호스트 안에서 오가는 패킷을 보지 못합니다.',
      en: 'One of the tenants is an attacker. The physical IDS sees no packet that stays within one host.',
    },
  },
  deck: {
    commands: [
      'create-vm',
      'migrate-vm',
      'investigate-vm',
      'quarantine-vm',
      'patch-host',
      'patch-guest',
      'scrub-frames',
      'push-policy',
      'place-sensor',
      'tune-ips',
    ],
    attacks: ['esc-floppy-venom', 'res-mem-unscrubbed', 'net-fw-drift', 'net-eastwest-blindspot'],
    sensors: ['S1', 'S2', 'S4', 'S7', 'investigation', 'tenant'],
    techniques: ['hvm'],
  },
  zones: [
    { name: 'internet' },
    { name: 'dmz' },
    { name: 'app' },
    { name: 'data' },
    { name: 'quarantine' },
  ],
  rules: [
    { from: 'internet', to: 'dmz', service: 'web', allow: true },
    { from: 'internet', to: 'app', service: 'web', allow: true },
    { from: 'dmz', to: 'dmz', service: 'any', allow: true },
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
      ],
    },
    {
      name: 'hospital',
      assets: [
        { name: 'patient-records', weight: 240 },
        { name: 'appointments', weight: 240 },
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
      devices: ['disk', 'nic', 'floppy'],
    },
    {
      name: 'db-2015',
      os: 'open',
      container: false,
      kernel: 20,
      service: 14,
      devices: ['disk', 'nic'],
    },
  ],
  flaws: [
    { name: 'venom', fixedIn: 43, public: false },
    { name: 'shellshock', fixedIn: 12, public: true },
  ],
  hosts: [HOST, HOST],
  vms: [
    {
      tenant: 'bank',
      host: 1,
      workload: 'payments',
      zone: 'app',
      asset: 'payment-keys',
      ...SMALL,
      demand: 420_000,
    },
    {
      tenant: 'bank',
      host: 1,
      workload: 'ledger-db',
      zone: 'data',
      asset: 'ledger',
      image: 'db-2015',
      ...SMALL,
      demand: 480_000,
    },
    {
      tenant: 'bank',
      host: 1,
      workload: 'settlement',
      zone: 'app',
      asset: 'payment-keys',
      ...SMALL,
      demand: 360_000,
    },
    {
      tenant: 'hospital',
      host: 2,
      workload: 'patient-db',
      zone: 'data',
      asset: 'patient-records',
      image: 'db-2015',
      ...SMALL,
      demand: 480_000,
    },
    {
      tenant: 'hospital',
      host: 2,
      workload: 'booking',
      zone: 'dmz',
      asset: 'appointments',
      ...SMALL,
      demand: 360_000,
    },
    {
      tenant: 'shop',
      host: 2,
      workload: 'storefront',
      zone: 'dmz',
      asset: 'catalogue',
      ...SMALL,
      demand: 420_000,
    },
  ],
  residue: [
    { host: 1, asset: 'ledger', frames: 6 },
    { host: 2, asset: 'patient-records', frames: 6 },
  ],
  people: [
    {
      kind: 'wants-vm',
      at: [4, 5],
      tenant: 'hospital',
      plan: {
        workload: 'analytics',
        zone: 'app',
        asset: 'appointments',
        ...SMALL,
        demand: 300_000,
      },
    },
    { kind: 'probes-device', at: [30, 36], vm: 6, device: 'floppy' },
    { kind: 'deletes-own', at: [52, 60], vm: 3 },
    { kind: 'scan', at: [64, 72], vm: 4, peer: 5 },
    { kind: 'advisory', at: [78, 86], flaw: 'venom' },
    { kind: 'balances', at: [100, 110], vm: 2, host: 2 },
    { kind: 'backup', at: [114, 122], vm: 1, peer: 2 },
    {
      kind: 'wants-vm',
      at: [124, 132],
      tenant: 'bank',
      plan: {
        workload: 'settlement',
        zone: 'app',
        asset: 'payment-keys',
        ...SMALL,
        demand: 360_000,
      },
    },
    { kind: 'wants-rid', at: [150, 160], vm: 5 },
    { kind: 'probes-device', at: [166, 174], vm: 1, device: 'floppy' },
    {
      kind: 'wants-vm',
      at: [176, 186],
      tenant: 'hospital',
      plan: {
        workload: 'booking',
        zone: 'dmz',
        asset: 'appointments',
        ...SMALL,
        demand: 360_000,
      },
    },
    { kind: 'balances', at: [196, 206], vm: 4, host: 1 },
    { kind: 'scan', at: [212, 222], vm: 1, peer: 2 },
    {
      kind: 'wants-vm',
      at: [224, 234],
      tenant: 'bank',
      plan: {
        workload: 'ledger-db',
        zone: 'data',
        asset: 'ledger',
        image: 'db-2015',
        ...SMALL,
        demand: 300_000,
      },
    },
  ],
  attackers: [
    {
      mind: 'opportunist',
      tenant: 'shop',
      owns: [6],
      plan: {
        workload: 'order-queue',
        zone: 'dmz',
        asset: 'orders',
        frames: 6,
        fills: 1,
        demand: 180_000,
      },
    },
  ],
  pace: {
    prepare: 20 * 5,
    live: 280 * 5,
    requestWait: 40 * 5,
    think: 10 * 5,
    afterSuccess: 16 * 5,
    reconLength: 9 * 5,
  },
};
