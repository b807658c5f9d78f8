import { guests, SMALL } from './open-console/guests.ts';
import { hosts } from './open-console/hosts.ts';
import { catalogue, people } from './open-console/people.ts';
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
 * Open console: nine minutes in which nobody breaks out of anything. Hosts fall from outside, by how they are managed: by a
 * service that nobody uses, and by a password (§25, target 5).
 */
export const openConsole: ScenarioRecord = {
  id: 'open-console',
  words: {
    name: { ko: '열린 콘솔', en: 'Open console' },
    length: { ko: '9분 · 호스트 4대', en: '9 min · 4 hosts' },
    idea: {
      ko: '호스트를 관리하는 길로 들어오는 공격을 다룹니다. 열린 SSH와 추측할 수 있는 비밀번호, 쓰지 않는 SLP 서비스와 랜섬웨어, 잠금 모드와 예외 사용자입니다.',
      en: 'Attacks by the way in which hosts are managed: an open SSH and a password that is guessed, an SLP service that nobody uses and ransomware, lockdown mode and its exception users.',
    },
    brief: {
      ko: '호스트 네 대가 한 관리 네트워크에 있고, 방화벽이 다른 구역을 저마다 다르게 들여보냅니다. H1은 오래된 빌드라 SLP가 켜져 있고 DMZ에서 닿습니다. H2는 최신이지만 재택근무 때 연 SSH가 인터넷에 열려 있습니다. H3은 잠금 모드인데 백업 제품의 계정이 예외 사용자이고, 감사 기록은 어디에도 보내지 않습니다. H4는 닫혀 있지만 관리자가 점검하려고 서비스를 켜곤 합니다. H3과 H4는 설치할 때 자격 증명이 같았습니다.',
      en: 'Four hosts are on one management network, and its firewall lets other zones through to each in another way. H1 is of an old build: SLP runs there, and the DMZ reaches it. H2 is up to date, but its SSH is open to the internet since somebody worked from home. H3 is in lockdown mode with the account of the backup product exempt, and its audit records are sent nowhere. H4 is shut, but administrators start services there for some work. H3 and H4 were installed with one credential.',
    },
    threat: {
      ko: '공격자는 DMZ의 VM을 빌렸고, 인터넷에서도 옵니다. VM을 탈출할 필요가 없습니다. SLP의 결함은 두 해 전에 공개되었고, 비밀번호는 넣어 보면 됩니다. DMZ에서는 모든 호스트에 명령하는 관리 서버에도 닿습니다. 밤에 일하는 관리자와 백업 제품도 같은 길로 로그인합니다. SLP로 넘어간 호스트의 VM은 파일이 암호화되어 한꺼번에 꺼집니다.',
      en: 'Attackers rent VMs in the DMZ, and come from the internet. They need no escape: the flaw of SLP has been public for two years, and passwords can be tried. The DMZ reaches the management server as well, which gives orders to every host. Administrators at night and the backup product log in by the same way. Where a host falls by SLP the files of its VMs are encrypted, and all of them go off.',
    },
  },
  deck: {
    commands: [
      'create-vm',
      'migrate-vm',
      'stop-service',
      'restrict-management',
      'lockdown-host',
      'require-mfa',
      'forward-host-log',
      'patch-server',
      'restrict-server',
      'rotate-credentials',
      'patch-host',
      'attest-host',
      'push-policy',
      'scrub-frames',
      'scrub-policy',
      'quarantine-vm',
      'investigate-vm',
      'investigate-host',
      'rebuild-vm',
    ],
    attacks: [
      'mgmt-console-exposed',
      'mgmt-esxi-slp-ransom',
      'mgmt-vcenter-rce',
      'lateral-shared-credential',
      'collect-guest-frames',
      'res-mem-unscrubbed',
    ],
    sensors: ['S1', 'S5', 'S7', 'S12', 'investigation', 'tenant'],
    techniques: ['hybrid', 'hvm'],
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
    { from: 'dmz', to: 'app', service: 'queue', allow: true },
    { from: 'desktop', to: 'app', service: 'any', allow: true },
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
    {
      name: 'desktop',
      wordSize: 64,
      os: 'closed',
      container: false,
      kernel: 20,
      service: 14,
      devices: ['disk', 'nic', 'xhci'],
    },
  ],
  flaws: [
    { name: 'slp-heap', fixedIn: 45, public: true },
    { name: 'vcenter-upload', fixedIn: 30, public: false },
  ],
  managementServer: { build: 20, managedFrom: ['desktop', 'dmz'] },
  hosts,
  vms: guests,
  residue: [
    { host: 1, asset: 'ledger', frames: 8 },
    { host: 2, asset: 'patient-records', frames: 8 },
    { host: 3, asset: 'payment-keys', frames: 8 },
    { host: 4, asset: 'transfers', frames: 8 },
  ],
  people,
  catalogue,
  waves: [
    { from: 40, to: 240, creates: 3, removals: 1 },
    { from: 240, to: 440, creates: 3, removals: 1 },
  ],
  attackers: [renting(1), renting(7), renting()],
  pace: {
    prepare: 40 * 5,
    live: 500 * 5,
    startCredits: 300,
    feePerVm: 6,
    think: 6 * 5,
    afterSuccess: 8 * 5,
    reconLength: 10 * 5,
    accessLength: 20 * 5,
    privilegeLength: 15 * 5,
    actLength: 20 * 5,
    handsTeam: 5,
    handsSolo: 4,
  },
};
