import { guests, SMALL } from './on-the-move/guests.ts';
import { hosts } from './on-the-move/hosts.ts';
import { catalogue, people } from './on-the-move/people.ts';
import type { ScenarioRecord } from './scenario.ts';

/** Someone who means harm, with the VMs that they rent from the start. */
const renting = (...owns: number[]): ScenarioRecord['attackers'][number] => ({
  mind: 'opportunist',
  tenant: 'shop',
  owns,
  plan: {
    workload: 'order-queue',
    zone: 'dmz',
    asset: 'orders',
    image: 'web-2015',
    ...SMALL,
    fills: 1,
    demand: 160_000,
  },
});

/**
 * On the move: eight minutes of migrations, by the cluster's scheduler and by an advisory that has three hosts
 * emptied. Each leaves frames behind, comes to a switch that does not know it, and crosses the network on which
 * the hosts are managed (§24.3, §27.3, §28.3).
 */
export const onTheMove: ScenarioRecord = {
  id: 'on-the-move',
  words: {
    name: { ko: '옮겨 다니는 VM', en: 'On the move' },
    length: { ko: '8분 · 호스트 5대', en: '8 min · 5 hosts' },
    idea: {
      ko: '마이그레이션이 남기는 것을 다룹니다. 관리 네트워크를 지나는 메모리, 따라오지 않는 규칙, 떠난 자리의 잔존 데이터(residual data)입니다.',
      en: 'What comes of migrations: memory on the management network, rules that do not follow, residual data in the frames that were left.',
    },
    brief: {
      ko: '클러스터 스케줄러(DRS)가 VM을 스스로 옮깁니다. H1에서 H3까지는 낡은 빌드라 점검을 앞두고 있고, 라이브 패치가 없는 수정이 나오면 호스트를 비우고 재부팅해야 합니다. H4와 H5는 이미 새 빌드입니다. 마이그레이션은 관리 네트워크를 평문으로 지나갑니다. 지난주에 바꾼 DMZ 포트 그룹의 VLAN이 그 관리 네트워크와 같습니다.',
      en: 'The scheduler of the cluster (DRS) moves VMs by itself. H1 to H3 are of an old build and due for maintenance: for a fix without a live patch a host has to be emptied and rebooted. H4 and H5 have the new build. Migrations cross the management network in plain text, and since last week the port group of the DMZ has that network’s VLAN.',
    },
    threat: {
      ko: 'DMZ의 VM 가운데 공격자의 것이 있습니다. 옮겨지는 VM의 메모리를 기다리고, 새 스위치가 아직 모르는 데이터베이스와 떠난 프레임을 노립니다. 호스트 하나를 장악하면 그 호스트도 관리 네트워크에서 듣습니다.',
      en: 'Some VMs of the DMZ are an attacker’s. They wait for memory that is being moved, for a database that its new switch does not know yet, and for frames that were left. A host that falls listens on the management network as well.',
    },
  },
  deck: {
    commands: [
      'create-vm',
      'migrate-vm',
      'encrypt-migration',
      'push-policy',
      'automate-push',
      'remove-rule',
      'port-security',
      'verify-policy',
      'place-sensor',
      'scrub-frames',
      'scrub-policy',
      'patch-host',
      'quarantine-vm',
      'investigate-vm',
      'investigate-host',
      'rebuild-vm',
    ],
    attacks: [
      'mig-plaintext-intercept',
      'mig-host-intercept',
      'net-fw-drift',
      'net-any-any',
      'res-mem-unscrubbed',
      'esc-vmx-chain',
    ],
    sensors: ['S1', 'S2', 'S4', 'S5', 'S7', 'investigation', 'verification', 'tenant'],
    techniques: ['hybrid', 'hvm'],
  },
  zones: [
    { name: 'internet' },
    { name: 'dmz', management: 1 },
    { name: 'app' },
    { name: 'data' },
    { name: 'quarantine' },
  ],
  rules: [
    { from: 'internet', to: 'dmz', service: 'web', allow: true },
    { from: 'internet', to: 'app', service: 'web', allow: true },
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
        { name: 'transfers', weight: 160 },
        { name: 'customer-records', weight: 160 },
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
        { name: 'orders', weight: 100 },
      ],
    },
  ],
  images: [
    {
      name: 'web-2015',
      wordSize: 64,
      os: 'open',
      container: false,
      kernel: 20,
      service: 14,
      devices: ['disk', 'nic'],
    },
    {
      name: 'db-2015',
      wordSize: 64,
      os: 'open',
      container: false,
      kernel: 20,
      service: 14,
      devices: ['disk', 'nic'],
    },
  ],
  flaws: [
    { name: 'vmx-toctou', fixedIn: 46, public: false },
    { name: 'vmx-write', fixedIn: 47, public: false },
  ],
  hosts,
  vms: guests,
  residue: [
    { host: 1, asset: 'ledger', frames: 8 },
    { host: 2, asset: 'patient-records', frames: 8 },
    { host: 3, asset: 'payment-keys', frames: 8 },
    { host: 4, asset: 'transfers', frames: 8 },
    { host: 5, asset: 'appointments', frames: 8 },
  ],
  people,
  catalogue,
  waves: [
    { from: 30, to: 220, creates: 3, removals: 1, moves: 3 },
    { from: 220, to: 420, creates: 3, removals: 1, moves: 4 },
  ],
  attackers: [renting(1), renting(5), renting()],
  pace: {
    prepare: 30 * 5,
    live: 450 * 5,
    startCredits: 300,
    feePerVm: 6,
    think: 6 * 5,
    afterSuccess: 8 * 5,
    reconLength: 8 * 5,
    accessLength: 23 * 5,
    privilegeLength: 13 * 5,
    actLength: 19 * 5,
    handsTeam: 5,
    handsSolo: 4,
    // What the scheduler moves takes as long as what people move.
    balanceTakes: 1000,
  },
};
