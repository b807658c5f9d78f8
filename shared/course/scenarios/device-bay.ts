import { guests } from './device-bay/guests.ts';
import { hosts } from './device-bay/hosts.ts';
import { images } from './device-bay/images.ts';
import { catalogue, people } from './device-bay/people.ts';
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
  demand: 140_000,
} as const;

/**
 * The device bay: five and a half minutes of virtual hardware, device by device. Old guests with the cards
 * of their time, desktops that draw in three dimensions, and two hosts that have to be emptied: a move is
 * what one of the flaws waits for.
 */
export const deviceBay: ScenarioRecord = {
  id: 'device-bay',
  words: {
    name: { ko: '장치 정비실', en: 'The device bay' },
    length: { ko: '5분 30초 · 호스트 3대', en: '5½ min · 3 hosts' },
    idea: {
      ko: '가상 장치를 하나씩 고릅니다. 네트워크 카드의 모델, 3D 가속, vhost가 속도와 공격 지점을 함께 바꿉니다.',
      en: 'Choose virtual hardware device by device: the model of a network card, 3-D and vhost change speed and what can be attacked.',
    },
    brief: {
      ko: 'H1에는 옛 장비용 게스트가 있습니다. 드라이버가 옛 네트워크 카드용뿐이라 PCnet을 에뮬레이션합니다. 장치 모델의 로그 크기에도 제한이 없습니다. H2는 설계 데스크톱용으로 3D 가속을 켰고, 몇 대는 아직 RTL8139 카드를 씁니다. H1과 H2는 낡은 빌드라 곧 점검해야 합니다. 점검에는 호스트를 비우고 재부팅하는 패치도 있습니다. H3은 지난주에 설치해 비어 있는 자리가 많습니다.',
      en: 'On H1 live guests of old machines, with drivers for old network cards only: a PCnet is emulated for them, and what device models log there has no cap. H2 has 3-D on for design desktops, some of which still have an RTL8139. Both are of an old build and due for maintenance, and one of the patches takes a reboot, for which a host must be empty. H3 was installed last week and has room.',
    },
    threat: {
      ko: 'H1과 H2의 VM 가운데 공격자의 것이 있습니다. 알려질 결함은 장치 모델에 있고, 하나는 호스트 커널의 vhost에 있습니다. 그 결함은 켜 둔 VM을 옮기는 동안에만 쓸 수 있습니다.',
      en: 'Some VMs on H1 and H2 are an attacker’s. The flaws that will come out are in device models, and one in the host kernel’s vhost: it can be used only while a VM is moved as it runs.',
    },
  },
  deck: {
    commands: [
      'create-vm',
      'migrate-vm',
      'patch-host',
      'confine-host',
      'cap-logs',
      'exit-filter',
      'swap-device',
      'disable-3d',
      'remove-display',
      'disable-vhost',
      'push-policy',
      'verify-policy',
      'quarantine-vm',
      'investigate-vm',
      'investigate-host',
    ],
    attacks: [
      'esc-svga-cloudburst',
      'esc-svga-shader',
      'esc-nic-pcnet',
      'leak-nic-rtl8139',
      'esc-vmx-chain',
      'esc-vhost-migration',
      'dos-log-flood',
    ],
    sensors: ['S4', 'S5', 'S9', 'investigation', 'verification', 'tenant'],
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
    { from: 'internet', to: 'app', service: 'web', allow: true },
    { from: 'desktop', to: 'desktop', service: 'any', allow: true },
    { from: 'desktop', to: 'app', service: 'any', allow: true },
    { from: 'app', to: 'desktop', service: 'queue', allow: true },
    { from: 'app', to: 'app', service: 'any', allow: true },
    { from: 'app', to: 'data', service: 'db', allow: true },
  ],
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
  images,
  flaws: [
    { name: 'pcnet-loopback', fixedIn: 41, public: false },
    { name: 'svga-blit', fixedIn: 42, public: false },
    { name: 'rtl8139-offload', fixedIn: 43, public: false },
    { name: 'svga-shader', fixedIn: 44, public: false },
    { name: 'vhost-log', fixedIn: 45, public: false },
    { name: 'vmx-toctou', fixedIn: 46, public: false },
    { name: 'vmx-write', fixedIn: 47, public: false },
  ],
  hosts,
  vms: guests,
  residue: [],
  people,
  catalogue,
  waves: [{ from: 20, to: 240, creates: 3, removals: 1 }],
  attackers: [3, 6, 7].map((vm) => ({
    mind: 'opportunist',
    tenant: 'shop',
    owns: [vm],
    plan: QUEUE,
  })),
  pace: {
    prepare: 30 * 5,
    live: 300 * 5,
    startCredits: 420,
    feePerVm: 8,
    think: 6 * 5,
    afterSuccess: 12 * 5,
    reconLength: 8 * 5,
    accessLength: 16 * 5,
    privilegeLength: 30 * 5,
    actLength: 28 * 5,
    handsTeam: 5,
    patchLiveLength: 10 * 5,
    patchLivePrice: 60,
    patchRebootLength: 20 * 5,
    takeoverPerVm: 120,
    takeoverMost: 480,
  },
};
