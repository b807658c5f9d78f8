import type { ScenarioRecord } from './scenario.ts';
import { guests } from './trap-floor/guests.ts';
import { hosts } from './trap-floor/hosts.ts';
import { images } from './trap-floor/images.ts';
import { catalogue, people } from './trap-floor/people.ts';

/** What attackers ask for beside what they have. */
const QUEUE = {
  workload: 'order-queue',
  zone: 'app',
  asset: 'orders',
  image: 'web-2003',
  frames: 5,
  fills: 1,
  blocks: 1,
  blockFills: 0,
  demand: 160_000,
} as const;

/**
 * The trap floor: eight minutes at the place where guests leave themselves. Three generations of hosts,
 * by exits, hypercalls and a translator, and every way out of a guest that they have.
 */
export const trapFloor: ScenarioRecord = {
  id: 'trap-floor',
  words: {
    name: { ko: '트랩이 모이는 층', en: 'The trap floor' },
    length: { ko: '8분 · 호스트 3대', en: '8 min · 3 hosts' },
    idea: {
      ko: '게스트가 하이퍼바이저로 넘어오는 길목을 지킵니다. VM exit와 하이퍼콜을 걸러 내고, 의심스러운 것은 멈춰 세워 직접 판단합니다.',
      en: 'Keep the place where guests leave themselves: filter exits, audit hypercalls, hold what is suspect and decide.',
    },
    brief: {
      ko: 'H1은 VT-x는 있지만 EPT가 없고, 장치 에뮬레이터를 샌드박스 없이 실행합니다. H2는 가상화 확장이 없는 32비트 호스트로, 반가상화 게스트와 바이너리 변환 게스트가 함께 있습니다. H3은 NPT가 있는 64비트 AMD 호스트로, 아직 반가상화인 VM이 있고 중첩 가상화가 켜져 있습니다. 하이퍼콜을 감사하는 호스트는 없습니다.',
      en: 'H1 has VT-x and no EPT, and runs device models without a sandbox. H2 is a 32-bit host without virtualisation extensions: paravirtual guests, and a translated one. H3 is a 64-bit AMD host with NPT: some of its VMs are still paravirtual, and nested virtualisation is on. No host audits hypercalls.',
    },
    threat: {
      ko: '호스트마다 공격자의 VM이 있습니다. 알려질 결함은 장치 모델, 하이퍼콜, 중첩 가상화에 있습니다. 어떤 VM을 어떻게 실행할지가 무엇을 막아야 하는지를 정합니다.',
      en: 'On each host some VM is an attacker’s. The flaws that will come out are in device models, hypercalls and nesting: how a VM is run decides what has to be stopped.',
    },
  },
  deck: {
    commands: [
      'create-vm',
      'migrate-vm',
      'patch-host',
      'confine-host',
      'exit-filter',
      'vm-exit-filter',
      'decide-trap',
      'detach-device',
      'change-machine-type',
      'convert-vm',
      'audit-hypercalls',
      'disable-nesting',
      'push-policy',
      'quarantine-vm',
      'investigate-vm',
      'investigate-host',
    ],
    attacks: [
      'esc-floppy-venom',
      'esc-usb-xhci',
      'hc-l2-superpage',
      'hc-pte-fastpath',
      'hc-memory-exchange',
      'esc-nested-vmcb',
      'dos-exception-loop',
    ],
    sensors: ['S4', 'S5', 'S9', 'investigation', 'tenant'],
    techniques: ['hybrid', 'hvm', 'para', 'bt', 'emulation'],
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
    { from: 'app', to: 'desktop', service: 'queue', allow: true },
    { from: 'dmz', to: 'dmz', service: 'any', allow: true },
    { from: 'dmz', to: 'app', service: 'queue', allow: true },
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
    { name: 'superpage', fixedIn: 39, public: false },
    { name: 'venom', fixedIn: 41, public: false },
    { name: 'memory-exchange', fixedIn: 42, public: false },
    { name: 'nested-vmcb', fixedIn: 43, public: false },
    { name: 'pte-fastpath', fixedIn: 44, public: false },
    { name: 'xhci-uaf', fixedIn: 45, public: false },
    { name: 'exception-loop', fixedIn: 46, public: false },
  ],
  hosts,
  vms: guests,
  residue: [],
  people,
  catalogue,
  waves: [
    { from: 10, to: 200, creates: 7, removals: 1 },
    { from: 200, to: 400, creates: 5, removals: 3 },
  ],
  attackers: [[3], [7], [11, 14]].map((owns) => ({
    mind: 'opportunist',
    tenant: 'shop',
    owns,
    plan: QUEUE,
  })),
  pace: {
    prepare: 60 * 5,
    live: 420 * 5,
    startCredits: 480,
    feePerVm: 8,
    think: 8 * 5,
    afterSuccess: 12 * 5,
    reconLength: 10 * 5,
    accessLength: 16 * 5,
    privilegeLength: 30 * 5,
    actLength: 26 * 5,
    handsTeam: 5,
    createLength: 15 * 5,
    investigateLength: 15 * 5,
  },
};
