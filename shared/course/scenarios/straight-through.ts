import type { ScenarioRecord } from './scenario.ts';
import { guests, SMALL } from './straight-through/guests.ts';
import { hosts } from './straight-through/hosts.ts';

/** What attackers ask for beside what they have. */
const QUEUE = {
  workload: 'order-queue',
  zone: 'app',
  asset: 'orders',
  ...SMALL,
  fills: 2,
  demand: 160_000,
} as const;

/**
 * Straight through: six minutes with devices that guests drive themselves, for the line rate that tenants were
 * promised. Three hosts of three generations, on each of which something else stands between a device and the machine.
 */
export const straightThrough: ScenarioRecord = {
  id: 'straight-through',
  words: {
    name: { ko: '직통 차선', en: 'Straight through' },
    length: { ko: '6분 · 호스트 3대', en: '6 min · 3 hosts' },
    idea: {
      ko: '선로 속도를 약속하느라 네트워크 카드를 VM에 직접 할당했습니다. 하이퍼바이저도 가상 스위치도 거치지 않습니다. IOMMU와 NIC의 검사로 지킵니다.',
      en: 'For line rate, network cards were passed through to VMs, past hypervisor and virtual switch. What guards them is the IOMMU and the checks of the NIC.',
    },
    brief: {
      ko: '은행의 주문·시세와 병원의 영상 전송은 선로 속도를 약속받아 네트워크 카드를 직접 씁니다. H1(2009년)에는 IOMMU가 꺼진 채 카드 한 장이 통째로 할당되어 있고, 칩셋은 인터럽트를 재매핑하지 못합니다. H2(2012년)는 IOMMU를 켰지만 인터럽트 재매핑은 꺼져 있습니다. H3(2015년)은 둘 다 켰지만, VRRP 라우터 때문에 VF의 스푸프 검사를 껐습니다. VF를 거두면 주문 하나하나를 기다리는 VM이 느려집니다.',
      en: 'The bank’s market feed and the hospital’s scans were promised line rate and have cards of their own. On H1 (2009) a whole card is passed through with the IOMMU off, and its chipset cannot remap interrupts. H2 (2012) has the IOMMU on and interrupt remapping off. H3 (2015) has both, but its VFs’ spoof check was switched off for a VRRP router. A VM that waits for each order slows down without its VF.',
    },
    threat: {
      ko: '선로 속도를 산 테넌트 가운데 공격자가 있습니다. 자기 장치를 자기 커널에서 다룰 뿐이라 하이퍼바이저는 불려 나오지 않습니다.',
      en: 'Attackers are among those who bought line rate. They drive their own devices from their own kernels, and no hypervisor is asked.',
    },
  },
  deck: {
    commands: [
      'create-vm',
      'migrate-vm',
      'enable-iommu',
      'remap-interrupts',
      'check-spoofing',
      'attach-vf',
      'virtual-card',
      'push-policy',
      'verify-policy',
      'place-sensor',
      'quarantine-vm',
      'investigate-vm',
      'investigate-host',
      'rebuild-vm',
    ],
    attacks: ['hw-dma-no-iommu', 'hw-msi-no-intremap', 'io-sriov-vf-spoof', 'net-fw-drift'],
    sensors: ['S1', 'S2', 'S4', 'S5', 'investigation', 'verification', 'tenant'],
    techniques: ['hybrid', 'para'],
  },
  zones: [
    { name: 'internet' },
    { name: 'dmz' },
    { name: 'app' },
    { name: 'data' },
    { name: 'quarantine' },
  ],
  rules: [
    { from: 'internet', to: 'app', service: 'web', allow: true },
    { from: 'app', to: 'app', service: 'any', allow: true },
    { from: 'data', to: 'data', service: 'any', allow: true },
  ],
  wire: 'ids',
  tenants: [
    {
      name: 'bank',
      assets: [
        { name: 'payment-keys', weight: 240 },
        { name: 'ledger', weight: 240 },
        { name: 'transfers', weight: 240 },
        { name: 'signing-keys', weight: 240 },
        { name: 'customer-records', weight: 160 },
      ],
    },
    {
      name: 'hospital',
      assets: [
        { name: 'patient-records', weight: 240 },
        { name: 'scans', weight: 240 },
        { name: 'appointments', weight: 240 },
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
      os: 'open',
      container: false,
      kernel: 20,
      service: 14,
      devices: ['disk', 'nic'],
    },
    {
      name: 'db-2015',
      os: 'open',
      container: false,
      kernel: 20,
      service: 14,
      devices: ['disk', 'nic'],
    },
  ],
  hosts,
  vms: guests,
  residue: [],
  people: [],
  catalogue: [
    {
      tenant: 'hospital',
      plan: {
        workload: 'booking',
        zone: 'app',
        asset: 'appointments',
        ...SMALL,
        demand: 300_000,
      },
    },
    {
      tenant: 'bank',
      plan: { workload: 'market-feed', zone: 'app', asset: 'transfers', ...SMALL, demand: 400_000 },
    },
  ],
  waves: [
    { from: 20, to: 120, creates: 1, scans: 2, backups: 1, moves: 1 },
    { from: 120, to: 280, creates: 2, removals: 1, scans: 2, backups: 2, moves: 1 },
  ],
  // One on each host: they bought line rate like anyone.
  attackers: [1, 5, 9].map((vm) => ({
    mind: 'opportunist',
    tenant: 'shop',
    owns: [vm],
    plan: QUEUE,
  })),
  pace: {
    prepare: 30 * 5,
    live: 330 * 5,
    startCredits: 200,
    feePerVm: 8,
    think: 6 * 5,
    afterSuccess: 6 * 5,
    reconLength: 11 * 5,
    accessLength: 13 * 5,
    privilegeLength: 12 * 5,
    actLength: 30 * 5,
    handsTeam: 5,
    createLength: 15 * 5,
  },
};
