import { guests } from './inherited-room/guests.ts';
import { hosts } from './inherited-room/hosts.ts';
import { images } from './inherited-room/images.ts';
import { catalogue, people } from './inherited-room/people.ts';
import type { ScenarioRecord } from './scenario.ts';

/** What attackers ask for beside what they have. */
const QUEUE = {
  workload: 'order-queue',
  zone: 'app',
  asset: 'orders',
  frames: 5,
  fills: 1,
  blocks: 1,
  blockFills: 0,
  demand: 160_000,
} as const;

/**
 * The inherited room: eight minutes of putting in order what others set up. Three hosts, thirteen VMs, and
 * a control for everything, of which none was ever agreed on: an IPS that nobody tuned, a port group
 * that lets its guests listen to each other, a trunk that nobody gave back, old machine types, and three
 * ways of clearing memory.
 */
export const inheritedRoom: ScenarioRecord = {
  id: 'inherited-room',
  words: {
    name: { ko: '물려받은 전산실', en: 'The inherited room' },
    length: { ko: '8분 · 호스트 3대', en: '8 min · 3 hosts' },
    idea: {
      ko: '남이 해 둔 설정을 하나씩 바로잡습니다. 튜닝하지 않은 IPS, 구형 머신 타입, 하이퍼콜, 저마다 다른 소거 정책을 다룹니다.',
      en: 'Put in order what others set up: an untuned IPS, old machine types, hypercalls, three ways of scrubbing.',
    },
    brief: {
      ko: '호스트마다 설정이 다릅니다. H1은 VM을 빨리 띄우려고 메모리 소거(scrubbing)를 꺼 두었고 IPS도 튜닝하지 않았습니다. H2는 하이퍼콜을 기록하지 않습니다. H3은 프레임을 할당할 때만 소거하고 장치 에뮬레이터를 샌드박스 없이 실행합니다. 애플리케이션 구역은 무차별 모드(promiscuous mode)를 허용합니다. 트렁크 포트는 둘인데 VLAN 라우터만 트렁크가 필요합니다. DHCP 가드를 켠 구역은 없습니다.',
      en: 'Each host was set up by somebody else. H1 has an IPS that nobody tuned, and scrubs no memory, to start VMs faster; H2 logs no hypercalls; H3 scrubs frames only as it allocates them, and runs device models without a sandbox. The application zone accepts promiscuous mode. Two ports are trunks, and only the VLAN router needs one. No zone has DHCP guard on.',
    },
    threat: {
      ko: '테넌트 가운데 공격자가 있습니다. 할 수 있는 일은 많고 시간은 적습니다. 무엇부터 바로잡을지 정하세요.',
      en: 'Attackers are among the tenants. There are many controls and little time: decide what comes first.',
    },
  },
  deck: {
    commands: [
      'create-vm',
      'migrate-vm',
      'grow-vm',
      'snapshot-vm',
      'rollback-vm',
      'patch-host',
      'confine-host',
      'patch-guest',
      'patch-image',
      'exit-filter',
      'detach-device',
      'change-machine-type',
      'convert-vm',
      'audit-hypercalls',
      'scrub-frames',
      'scrub-policy',
      'push-policy',
      'verify-policy',
      'place-sensor',
      'tune-ips',
      'port-security',
      'port-vlan',
      'quarantine-vm',
      'investigate-vm',
      'investigate-host',
    ],
    attacks: [
      'esc-floppy-venom',
      'esc-usb-xhci',
      'hc-l2-superpage',
      'res-mem-unscrubbed',
      'res-free-memory',
      'res-scrub-tlb-race',
      'img-stale-packages',
      'net-promisc-sniff',
      'net-mac-forge',
      'net-vlan-hop',
      'net-dhcp-rogue',
    ],
    sensors: ['S1', 'S2', 'S4', 'S5', 'S7', 'S9', 'investigation', 'verification', 'tenant'],
    techniques: ['hybrid', 'hvm', 'para', 'bt', 'emulation'],
  },
  zones: [
    { name: 'internet' },
    { name: 'dmz' },
    { name: 'desktop' },
    { name: 'app', promiscuous: true },
    { name: 'data' },
    { name: 'quarantine' },
  ],
  rules: [
    { from: 'internet', to: 'dmz', service: 'web', allow: true },
    { from: 'internet', to: 'app', service: 'web', allow: true },
    { from: 'desktop', to: 'app', service: 'any', allow: true },
    { from: 'app', to: 'desktop', service: 'queue', allow: true },
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
      ],
    },
    {
      name: 'hospital',
      assets: [
        { name: 'patient-records', weight: 240 },
        { name: 'appointments', weight: 160 },
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
    { name: 'queue-deserialisation', fixedIn: 13, public: true },
    { name: 'guest-privilege', fixedIn: 19, public: true },
    { name: 'superpage', fixedIn: 39, public: false },
    { name: 'scrub-tlb', fixedIn: 41, public: false },
    { name: 'venom', fixedIn: 43, public: false },
    { name: 'xhci-uaf', fixedIn: 44, public: false },
  ],
  hosts,
  vms: guests,
  // What VMs of the past left on the host that clears nothing, and on the one that clears what it hands out.
  residue: [
    { host: 1, asset: 'patient-records', frames: 6 },
    { host: 1, asset: 'scans', frames: 6 },
    { host: 3, asset: 'ledger', frames: 12 },
  ],
  people,
  catalogue,
  waves: [
    { from: 30, to: 200, creates: 2, grows: 2, scans: 3, backups: 3, moves: 1 },
    { from: 200, to: 400, creates: 4, grows: 2, removals: 2, scans: 4, backups: 4, moves: 3 },
  ],
  attackers: [10, 6, 12].map((vm) => ({
    mind: 'opportunist',
    tenant: 'shop',
    owns: [vm],
    plan: QUEUE,
  })),
  pace: {
    prepare: 60 * 5,
    live: 420 * 5,
    startCredits: 480,
    feePerVm: 8,
    think: 11 * 5,
    afterSuccess: 12 * 5,
    reconLength: 10 * 5,
    accessLength: 16 * 5,
    actLength: 18 * 5,
    handsTeam: 5,
    createLength: 15 * 5,
    investigateLength: 15 * 5,
  },
};
