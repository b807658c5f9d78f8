import type { ScenarioRecord } from './scenario.ts';
import { guests } from './the-race/guests.ts';
import { hosts } from './the-race/hosts.ts';
import { images } from './the-race/images.ts';
import { catalogue, people, waves } from './the-race/people.ts';

/**
 * The race: six minutes without any attacker. Three generations of hardware and a container host, and
 * the same kinds of work on each: which technique is right is a matter of the bill.
 */
export const theRace: ScenarioRecord = {
  id: 'the-race',
  words: {
    name: { ko: '같은 일, 다른 기법', en: 'Same work, other technique' },
    length: { ko: '6분 · 호스트 4대', en: '6 min · 4 hosts' },
    idea: {
      ko: '공격자가 없습니다. 같은 일이 기법과 하드웨어 세대에 따라 얼마가 드는지 청구서로 비교하고, 알맞은 곳으로 옮깁니다.',
      en: 'No attacker. Compare by its bill what the same work costs under each technique and on each generation of hardware, and put it where it belongs.',
    },
    brief: {
      ko: '2003년식(VT-x 없음), 2006년식(VT-x, EPT 없음), 2015년식(VT-x와 EPT), 컨테이너 호스트입니다. VM을 빈자리에 아무 기법으로나 넣어 두어 느립니다. VM을 고르고 기법 비교를 열면 무엇이 몇 번, 한 번에 몇 사이클인지 나옵니다.',
      en: 'A machine of 2003 without VT-x, one of 2006 with VT-x and no EPT, one of 2015 with both, a container host. VMs were put wherever there was room, by whatever technique was at hand, and are slow. Select one and compare techniques: what happens how often, at how many cycles each.',
    },
    threat: {
      ko: '공격자는 없습니다. 기법을 바꾸면 그동안 서비스가 멈추고, 싸도 필요한 장치가 없으면 올바른 결과가 아닙니다.',
      en: 'Nobody attacks. Converting stops the service meanwhile, and what is cheap without a device that the work needs does not give the right result.',
    },
  },
  deck: {
    commands: ['create-vm', 'migrate-vm', 'convert-vm', 'merge-exits', 'reclaim-vm'],
    attacks: [],
    sensors: ['S9', 'tenant'],
    techniques: ['hybrid', 'hvm', 'para', 'bt', 'container', 'emulation'],
  },
  zones: [{ name: 'internet' }, { name: 'app' }],
  rules: [
    { from: 'internet', to: 'app', service: 'web', allow: true },
    { from: 'app', to: 'app', service: 'any', allow: true },
  ],
  tenants: [
    {
      name: 'bank',
      assets: [
        { name: 'payment-keys', weight: 240 },
        { name: 'ledger', weight: 240 },
        { name: 'transfers', weight: 160 },
        { name: 'customer-records', weight: 240 },
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
  hosts,
  vms: guests,
  residue: [],
  people,
  catalogue,
  waves,
  attackers: [],
  pace: { prepare: 20 * 5, live: 340 * 5, requestWait: 45 * 5, machineLength: 10 * 5 },
};
