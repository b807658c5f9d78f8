import type { ScenarioRecord } from './scenario.ts';
import { guests } from './shared-desk/guests.ts';
import { hosts } from './shared-desk/hosts.ts';
import { images } from './shared-desk/images.ts';
import { catalogue, people } from './shared-desk/people.ts';

/** What attackers ask for beside what they have. */
const QUEUE = {
  workload: 'order-queue',
  zone: 'app',
  asset: 'orders',
  image: 'web-2015',
  frames: 5,
  fills: 1,
  blocks: 1,
  blockFills: 0,
  demand: 140_000,
} as const;

/**
 * The shared desk: six minutes with what sits on the metal. A developer’s desk with a hosted hypervisor, a
 * container host and a bare-metal one, and the same kinds of guests on each.
 */
export const sharedDesk: ScenarioRecord = {
  id: 'shared-desk',
  words: {
    name: { ko: '함께 쓰는 책상', en: 'The shared desk' },
    length: { ko: '6분 · 호스트 3대', en: '6 min · 3 hosts' },
    idea: {
      ko: '하이퍼바이저 아래에 무엇이 있는지가 무엇을 믿어야 하는지를 정합니다. 호스트 OS, 게스트 도구, 컨테이너 런타임을 다룹니다.',
      en: 'What is under the hypervisor decides what has to be trusted: a host OS, guest tools, a container runtime.',
    },
    brief: {
      ko: '세 테넌트의 개발자들이 함께 쓰는 작업실입니다. H1은 개발자 책상의 컴퓨터로, Type 2 하이퍼바이저 옆에서 메일과 브라우저도 씁니다. 게스트 도구는 편하려고 거의 다 켜 두었습니다. H2는 컨테이너 호스트인데, 특권을 준 컨테이너가 있고 seccomp도 AppArmor도 없습니다. H3은 Type 1이라 호스트 OS가 없고, 대신 Dom0이 있습니다.',
      en: 'A workshop that developers of three tenants share. H1 is a computer on somebody’s desk: beside its type 2 hypervisor people read mail and browse, and nearly every channel of guest tools is on, for convenience. H2 is a container host with privileged containers, without seccomp or AppArmor. H3 is of type 1: no host OS, but a Dom0.',
    },
    threat: {
      ko: '상점의 게스트 가운데 넷은 공격자의 것이고, 호스트마다 하나는 있습니다. 게스트에서 빠져나갈 수도 있고, 호스트 OS를 거쳐 위에서 내려올 수도 있습니다.',
      en: 'Four of the shop’s guests are attackers’, and each host has one. There are ways out of guests, and one that comes down from above, through the host OS.',
    },
  },
  deck: {
    commands: [
      'create-vm',
      'migrate-vm',
      'push-policy',
      'patch-host',
      'patch-host-os',
      'remove-programs',
      'tool-channel',
      'remap-users',
      'drop-privileges',
      'confine-host',
      'detach-device',
      'place-host-edr',
      'place-guest-agent',
      'quarantine-vm',
      'investigate-vm',
      'investigate-host',
    ],
    attacks: [
      't2-hostos-takeover',
      'tools-sharedfolder-traversal',
      'tools-dnd-clipboard',
      'tools-clipboard-read',
      'ct-runc-overwrite',
      'ct-privileged-config',
      'ct-release-agent',
      'ct-shared-kernel',
      'esc-usb-xhci',
    ],
    sensors: ['S3', 'S4', 'S5', 'S9', 'S11', 'investigation', 'tenant'],
    techniques: ['hybrid', 'hvm', 'container'],
  },
  zones: [
    { name: 'internet' },
    { name: 'desktop' },
    { name: 'app' },
    { name: 'data' },
    { name: 'quarantine' },
  ],
  rules: [
    { from: 'internet', to: 'app', service: 'web', allow: true },
    { from: 'desktop', to: 'app', service: 'any', allow: true },
    { from: 'app', to: 'app', service: 'any', allow: true },
    { from: 'app', to: 'data', service: 'db', allow: true },
  ],
  tenants: [
    {
      name: 'bank',
      assets: [
        { name: 'signing-keys', weight: 240 },
        { name: 'ledger', weight: 240 },
      ],
    },
    {
      name: 'hospital',
      assets: [
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
  images,
  flaws: [
    { name: 'hgfs-traversal', fixedIn: 41, public: false },
    { name: 'dnd-overflow', fixedIn: 42, public: false },
    { name: 'xhci-uaf', fixedIn: 43, public: false },
    { name: 'drive-by', fixedIn: 31, public: false },
    { name: 'runc-overwrite', fixedIn: 21, public: false },
    { name: 'release-agent', fixedIn: 51, public: false },
    { name: 'fs-context', fixedIn: 52, public: false },
  ],
  hosts,
  vms: guests,
  residue: [],
  people,
  catalogue,
  waves: [
    { from: 10, to: 150, creates: 4, removals: 1 },
    { from: 150, to: 290, creates: 3, removals: 1 },
  ],
  attackers: [3, 7, 8, 11].map((vm) => ({
    mind: 'opportunist',
    tenant: 'shop',
    owns: [vm],
    plan: QUEUE,
  })),
  pace: {
    prepare: 60 * 5,
    live: 300 * 5,
    startCredits: 420,
    feePerVm: 8,
    think: 7 * 5,
    afterSuccess: 16 * 5,
    reconLength: 10 * 5,
    accessLength: 19 * 5,
    privilegeLength: 38 * 5,
    actLength: 20 * 5,
    handsTeam: 5,
    createLength: 15 * 5,
    investigateLength: 15 * 5,
    // Whoever is below a host here has several people's work of months at once.
    takeoverPerVm: 80,
    takeoverMost: 320,
  },
};
