import { guests, MEDIUM } from './one-key/guests.ts';
import { hosts } from './one-key/hosts.ts';
import { images } from './one-key/images.ts';
import { catalogue, people } from './one-key/people.ts';
import type { ScenarioRecord } from './scenario.ts';

/** What attackers ask for beside what they have. */
const QUEUE = {
  workload: 'order-queue',
  zone: 'app',
  asset: 'orders',
  image: 'web-2015',
  ...MEDIUM,
  fills: 1,
  demand: 160_000,
} as const;

/** Someone who means harm, with the VMs that they rent from the start. */
const renting = (...owns: number[]): ScenarioRecord['attackers'][number] => ({
  mind: 'opportunist',
  tenant: 'shop',
  owns,
  plan: QUEUE,
});

/**
 * One key: six minutes about what follows when a host falls. Of four hosts two take the same credential:
 * the oldest, which is easy to break, and the best kept, which is not.
 */
export const oneKey: ScenarioRecord = {
  id: 'one-key',
  words: {
    name: { ko: '자격 증명 하나', en: 'One key' },
    length: { ko: '6분 · 호스트 4대', en: '6 min · 4 hosts' },
    idea: {
      ko: '호스트 하나가 넘어간 뒤를 다룹니다. 공유 자격 증명, 호스트가 읽는 메모리와 메모리 암호화, 게스트 도구, 무결성 증명을 다룹니다.',
      en: 'What follows when a host falls: shared credentials, memory that a host reads and its encryption, guest tools, attestation.',
    },
    brief: {
      ko: '하이퍼바이저가 넘어가면 그 호스트의 VM만 넘어갑니다. 다음 호스트는 둘이 함께 쓰는 것으로 열립니다. H1(2010년)과 H2(2023년)는 같은 호스트 프로필로 설치되어, 야간 설정 백업 계정의 자격 증명이 같습니다. H3은 다른 팀이 설치해 자격 증명이 따로지만 관리 네트워크는 같습니다. H4는 관리 네트워크까지 따로입니다. H2의 CPU는 VM의 메모리를 암호화할 수 있습니다(SEV-SNP).',
      en: 'A hypervisor that falls takes the VMs of its own host with it; the next host falls by what the two share. H1 (2010) and H2 (2023) were installed from one host profile: the account of the nightly configuration backup has the same credential on both. H3, by another team, has its own, on the same management network. H4 has a network of its own as well. The CPU of H2 can encrypt VMs’ memory (SEV-SNP).',
    },
    threat: {
      ko: '공격자는 H1과 H3의 VM을 빌렸고, 인터넷에서도 옵니다. H1의 공격자는 아직 공개되지 않은 하이퍼콜 결함을 알고 있어, 반가상화 VM이 있는 H1은 패치 전에 넘어갈 수 있습니다. H2에는 결함이 없지만 그래도 넘어갈 수 있습니다. 무엇을 통해서인지 먼저 찾아보세요.',
      en: 'Attackers rent VMs on H1 and H3, and come from the internet. Those on H1 know a flaw of a hypercall that is not published yet: H1, with its paravirtual VMs, may fall before there is a patch. H2 has no flaw and may fall all the same: find out first by what.',
    },
  },
  deck: {
    commands: [
      'create-vm',
      'migrate-vm',
      'patch-host',
      'patch-guest',
      'confine-host',
      'push-policy',
      'quarantine-vm',
      'investigate-vm',
      'investigate-host',
      'rebuild-vm',
      'rotate-credentials',
      'attest-host',
      'introspect-host',
      'encrypt-memory',
      'exit-filter',
      'audit-hypercalls',
    ],
    attacks: [
      'img-stale-packages',
      'hc-l2-superpage',
      'esc-floppy-venom',
      'ct-shared-kernel',
      'lateral-shared-credential',
      'collect-guest-frames',
      'tools-guestops-abuse',
    ],
    sensors: ['S1', 'S4', 'S5', 'S8', 'S12', 'investigation', 'tenant'],
    techniques: ['hybrid', 'hvm', 'para', 'container'],
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
        { name: 'signing-keys', weight: 160 },
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
  images,
  flaws: [
    // As it was: VENOM in May 2015, the superpage in October. A patch against the first leaves the second open.
    { name: 'venom', fixedIn: 41, public: false },
    { name: 'superpage', fixedIn: 43, public: false },
    { name: 'fs-context', fixedIn: 60, public: false },
    { name: 'guestops-auth', fixedIn: 16, public: false },
    { name: 'shellshock', fixedIn: 12, public: true },
    { name: 'guest-privilege', fixedIn: 20, public: true },
  ],
  hosts,
  vms: guests,
  residue: [],
  people,
  catalogue,
  waves: [{ from: 40, to: 280, creates: 4, removals: 2, scans: 2, backups: 2 }],
  attackers: [
    { ...renting(2), zeroDays: ['superpage'] },
    { ...renting(4), zeroDays: ['superpage'] },
    renting(8),
    renting(),
  ],
  pace: {
    prepare: 45 * 5,
    live: 315 * 5,
    startCredits: 260,
    feePerVm: 8,
    think: 6 * 5,
    afterSuccess: 8 * 5,
    reconLength: 10 * 5,
    accessLength: 20 * 5,
    privilegeLength: 30 * 5,
    actLength: 26 * 5,
    handsTeam: 5,
    createLength: 15 * 5,
  },
};
