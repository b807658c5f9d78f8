import { guests, SMALL } from './image-library/guests.ts';
import { hosts, stores } from './image-library/hosts.ts';
import { catalogue, people } from './image-library/people.ts';
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
 * The image library: nine minutes about what VMs are made from, and what they lie as while they are off. Nobody is broken into:
 * what starts there had been changed before it started (§25, target 4; §29.2).
 */
export const imageLibrary: ScenarioRecord = {
  id: 'image-library',
  words: {
    name: { ko: '이미지 라이브러리', en: 'The image library' },
    length: { ko: '9분 · 호스트 4대', en: '9 min · 4 hosts' },
    idea: {
      ko: 'VM은 이미지에서 만들어지고, 꺼져 있는 동안에는 파일의 묶음입니다. 누가 이미지에 쓸 수 있는지, 서명을 언제 검증하는지, 어느 VM이 어느 이미지에서 나왔는지, 꺼진 VM의 설정이 바뀌면 어떻게 되는지를 다룹니다.',
      en: 'A VM is made from an image, and while it is off it is a set of files: who writes to images, when signatures are verified, which VM came of which image, and what becomes of a VM whose configuration was changed while it was off.',
    },
    brief: {
      ko: '요청받은 VM은 거의 모두 웹 서버 이미지로 만듭니다. 이미지는 라이브러리(DS3)에 있는데, 예전에 테넌트가 이미지를 올리던 때부터 DMZ에서도 쓸 수 있습니다. 서명된 이미지는 없고, 배포할 때 검증도 하지 않습니다. 결산, 분석, 자료 배포 VM은 필요할 때만 켜고 평소에는 꺼 둡니다. 그 파일은 DS1과 DS2에 있고, 둘 다 관리자의 데스크톱에서도 마운트됩니다. 관리자는 이미지와 설정을 손으로 고치고, 작업이 있을 때마다 접근 목록을 넓힙니다.',
      en: 'Nearly all VMs that tenants ask for are made from the web server image. Images lie in the library (DS3), which the DMZ has been able to write to since tenants uploaded images of their own; none is signed, and nothing is verified at deployment. The VMs of the settlement, of analytics and of the file mirror are started when they are needed and shut down otherwise; their files lie on DS1 and DS2, which administrators mount from their desks too. Administrators change images and configurations by hand, and widen the access lists whenever some work asks for it.',
    },
    threat: {
      ko: '공격자는 DMZ의 VM을 빌렸습니다. 이미지에 코드를 심으면 그 뒤에 만든 VM은 모두 감염된 채 태어나고, 이미지를 고쳐도 이미 나간 VM은 그대로입니다. 꺼진 VM의 설정을 고치면 켜질 때 root로 들어갑니다. 무결성 스캐너(S6)는 해시가 달라진 것을 알리지만, 손으로 고친 관리자도 똑같이 보입니다. 검증을 켜면 막을 수 있지만, 서명하지 않은 이미지로는 VM을 만들지 못하고 승인하지 않은 설정으로는 켜지지 않습니다.',
      en: 'Attackers rent VMs in the DMZ. Code that they put into an image is in every VM made from it afterwards, and mending the image changes no VM that is out already. A VM whose configuration they changed while it was off lets them in as root when it starts. The image scanner (S6) tells of changed hashes, and an administrator who works by hand looks the same. Verification stops both, but then no VM is made from an image that is not signed, and none starts with a configuration that nobody approved.',
    },
  },
  deck: {
    commands: [
      'create-vm',
      'restrict-store',
      'encrypt-vm',
      'verify-images',
      'sign-image',
      'build-anew',
      'patch-image',
      'patch-guest',
      'rebuild-vm',
      'check-configs',
      'approve-config',
      'push-policy',
      'quarantine-vm',
      'investigate-vm',
    ],
    attacks: ['img-golden-backdoor', 'cfg-vmx-tamper', 'img-stale-packages'],
    sensors: ['S1', 'S5', 'S6', 'S14', 'investigation', 'tenant'],
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
        { name: 'transfers', weight: 240 },
        { name: 'customer-records', weight: 240 },
      ],
    },
    {
      name: 'hospital',
      assets: [
        { name: 'patient-records', weight: 240 },
        { name: 'appointments', weight: 240 },
        { name: 'scans', weight: 240 },
        { name: 'tls-keys', weight: 240 },
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
  flaws: [{ name: 'queue-deserialisation', fixedIn: 16, public: false }],
  hosts,
  stores,
  vms: guests,
  residue: [],
  people,
  catalogue,
  waves: [
    { from: 40, to: 240, creates: 9, removals: 1, backups: 1 },
    { from: 240, to: 460, creates: 6, removals: 1, backups: 1 },
  ],
  attackers: [renting(1), renting(6), renting()],
  pace: {
    prepare: 40 * 5,
    live: 500 * 5,
    startCredits: 240,
    restrictPrice: 50,
    feePerVm: 6,
    requestWait: 50 * 5,
    think: 4 * 5,
    afterSuccess: 4 * 5,
    reconLength: 10 * 5,
    accessLength: 18 * 5,
    privilegeLength: 12 * 5,
    actLength: 14 * 5,
    handsTeam: 5,
    handsSolo: 4,
  },
};
