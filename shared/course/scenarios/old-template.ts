import { guests, SMALL } from './old-template/guests.ts';
import { hosts } from './old-template/hosts.ts';
import { images } from './old-template/images.ts';
import { catalogue, people } from './old-template/people.ts';
import type { ScenarioRecord } from './scenario.ts';

/** Someone who means harm, with the VMs that they rent from the start. */
const renting = (...owns: number[]): ScenarioRecord['attackers'][number] => ({
  mind: 'opportunist',
  tenant: 'shop',
  owns,
  plan: {
    workload: 'storefront',
    zone: 'dmz',
    asset: 'orders',
    image: 'web-2015',
    ...SMALL,
    fills: 1,
    demand: 160_000,
  },
});

/**
 * The old template: nine minutes of sprawl. Everything is made by self-service from three images; one is old, and
 * people work in it by hand; one was saved as it ran. Owners update their VMs, and some have left (§24.1, §29.2).
 */
export const oldTemplate: ScenarioRecord = {
  id: 'old-template',
  words: {
    name: { ko: '오래된 템플릿', en: 'The old template' },
    length: { ko: '9분 · 호스트 4대', en: '9 min · 4 hosts' },
    idea: {
      ko: 'VM은 쉽게 늘어나고 잘 없어지지 않습니다. 낡은 이미지, 이미지에 남은 키, 똑같은 키를 만드는 복제본, 담당자가 떠난 VM을 다룹니다.',
      en: 'VMs are easily made and seldom removed: an old image, keys left in one, clones that make the same keys, and VMs whose owners are gone.',
    },
    brief: {
      ko: '테넌트는 셀프서비스로 이미지를 골라 VM을 만듭니다. 가장 많이 쓰는 웹 서버 이미지는 오래되었고, 여러 사람이 그 안에서 손으로 작업합니다. 테스트 서버 이미지는 한 번 켠 상태 그대로 저장한 것입니다. 담당자가 있는 VM은 보안 권고가 나오고 1분쯤 지나면 담당자가 직접 업데이트합니다. 담당자가 떠난 VM은 아무도 업데이트하지 않습니다. 자산 대조(S9)에 담당자가 없다고 나온 VM 가운데에는 담당자가 휴가 중인 것도 있습니다.',
      en: 'Tenants pick an image and make VMs by self-service. The image that most of them take, the web server, is old, and people work in it by hand; that of the test server was saved as it ran. Whoever answers for a VM updates it about a minute after an advisory; a VM whose owner has left nobody updates. Of those that the inventory (S9) says nobody answers for, some owners are on leave.',
    },
    threat: {
      ko: '공격자도 같은 이미지로 VM을 빌립니다. 이미지에 남은 키를 뒤지고, 같은 이미지에서 복제된 VM의 키를 알아내고, 아무도 업데이트하지 않은 VM을 찾아 그 데이터를 빼냅니다.',
      en: 'Attackers rent VMs of the same images. They search them for keys that were left, know what keys other clones have made, and look for VMs that nobody has updated, to take out what is in them.',
    },
  },
  deck: {
    commands: [
      'create-vm',
      'reclaim-vm',
      'ask-owner',
      'patch-guest',
      'patch-image',
      'build-anew',
      'revoke-keys',
      'generation-id',
      'rebuild-vm',
      'push-policy',
      'place-sensor',
      'quarantine-vm',
      'investigate-vm',
    ],
    attacks: ['img-secrets-left', 'clone-entropy-reuse', 'sprawl-orphan', 'img-stale-packages'],
    sensors: ['S1', 'S2', 'S5', 'S6', 'S9', 'S10', 'investigation', 'tenant'],
    techniques: ['hybrid', 'hvm'],
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
        { name: 'signing-keys', weight: 240 },
        { name: 'ledger', weight: 240 },
        { name: 'customer-records', weight: 240 },
      ],
    },
    {
      name: 'hospital',
      assets: [
        { name: 'patient-records', weight: 240 },
        { name: 'appointments', weight: 160 },
        { name: 'scans', weight: 160 },
        { name: 'tls-keys', weight: 160 },
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
    { name: 'queue-deserialisation', fixedIn: 16, public: false },
  ],
  hosts,
  vms: guests,
  residue: [],
  people,
  catalogue,
  waves: [
    { from: 60, to: 280, creates: 4, scans: 1, backups: 1 },
    { from: 280, to: 480, creates: 3, removals: 1, scans: 1, backups: 1 },
  ],
  attackers: [renting(1), renting(6), renting()],
  pace: {
    prepare: 40 * 5,
    live: 500 * 5,
    startCredits: 260,
    feePerVm: 6,
    requestWait: 40 * 5,
    think: 6 * 5,
    afterSuccess: 8 * 5,
    reconLength: 10 * 5,
    accessLength: 24 * 5,
    actLength: 20 * 5,
    handsTeam: 5,
    handsSolo: 4,
    ownerPatches: 60 * 5,
  },
};
