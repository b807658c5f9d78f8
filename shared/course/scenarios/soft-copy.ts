import type { ScenarioRecord } from './scenario.ts';
import { guests, SMALL } from './soft-copy/guests.ts';
import { hosts, repositories, stores } from './soft-copy/hosts.ts';
import { catalogue, people } from './soft-copy/people.ts';

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
 * The soft copy: nine minutes in which nobody breaks into what is attacked. A VM is a set of files, and whoever copies them
 * owns the machine offline (§25, target 4; §29.2).
 */
export const softCopy: ScenarioRecord = {
  id: 'soft-copy',
  words: {
    name: { ko: '백업 사본', en: 'The soft copy' },
    length: { ko: '9분 · 호스트 4대', en: '9 min · 4 hosts' },
    idea: {
      ko: 'VM은 파일의 묶음입니다. 데이터스토어를 누가 마운트하는지, 메모리를 포함한 스냅샷에 무엇이 남는지, VM 암호화가 무엇을 지키는지, 백업은 누구의 것인지를 다룹니다.',
      en: 'A VM is a set of files: who mounts the datastore, what a snapshot with memory leaves there, what VM encryption protects, and whose the backup is.',
    },
    brief: {
      ko: '호스트 네 대가 데이터스토어 둘을 나누어 씁니다. DS1은 H1과 H2의 것인데, 지난 이전 작업 때 접근 목록에 DMZ까지 넣고 지우지 않았습니다. DS2는 H3과 H4의 것이고 관리자의 데스크톱도 마운트합니다. 업그레이드하기 전에 메모리를 포함해 찍은 스냅샷이 여기저기 남아 있고, 테넌트는 계속 새로 찍습니다. 관리자는 작업이 있을 때마다 접근 목록을 넓히곤 합니다. 백업 서버는 정해진 시각에 모든 VM을 복사하는데, 패치되지 않았고 DMZ에서도 닿습니다. H4는 SLP 서비스가 켜져 있습니다.',
      en: 'Four hosts share two datastores. DS1 belongs to H1 and H2, and has had the DMZ on its access list since a migration; DS2 belongs to H3 and H4, and administrators mount it from their desks. Snapshots with memory, taken before upgrades, were kept here and there, and tenants go on taking them. Administrators widen the access lists whenever some work asks for it. A backup server copies every VM at its hours; it is unpatched, and the DMZ reaches it. On H4 the SLP service runs.',
    },
    threat: {
      ko: '공격자는 DMZ의 VM을 빌렸습니다. 데이터스토어를 마운트하면 다른 VM의 메모리가 담긴 파일을 복사할 수 있고, 그 VM에서는 아무것도 보이지 않습니다. 스토리지 감사(S14)가 복사를 알리지만, 스냅샷을 내보내는 관리자도 똑같이 보입니다. 파일을 암호화한 VM에서는 복사해도 얻는 것이 없습니다. 백업 서버를 장악하면 모든 VM의 사본을 읽고 복원 지점을 지웁니다. 그다음에 랜섬웨어가 오면 되살릴 것이 없습니다.',
      en: 'Attackers rent VMs in the DMZ. Whoever mounts a datastore copies files that hold the memory of other VMs, and in those VMs nothing shows. Storage audit (S14) tells of copies, and an administrator who exports a snapshot looks the same. Of a VM whose files are encrypted a copy says nothing. Whoever has the backup server reads the copies of all VMs and deletes the restore points: when ransomware comes then, there is nothing to restore.',
    },
  },
  deck: {
    commands: [
      'create-vm',
      'migrate-vm',
      'snapshot-vm',
      'restrict-store',
      'encrypt-vm',
      'restrict-repository',
      'patch-repository',
      'encrypt-backups',
      'make-immutable',
      'restore-vm',
      'stop-service',
      'patch-host',
      'push-policy',
      'scrub-frames',
      'scrub-policy',
      'quarantine-vm',
      'investigate-vm',
      'rebuild-vm',
    ],
    attacks: [
      'snap-memfile-theft',
      'bak-exposed',
      'mgmt-esxi-slp-ransom',
      'collect-guest-frames',
      'res-mem-unscrubbed',
    ],
    sensors: ['S1', 'S7', 'S14', 'investigation', 'tenant'],
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
  hosts,
  flaws: [
    { name: 'slp-heap', fixedIn: 55, public: true },
    { name: 'backup-deserialisation', fixedIn: 30, public: true },
  ],
  stores,
  repositories,
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
