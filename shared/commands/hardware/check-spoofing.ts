import { takesAnyMac } from '../../mechanics/network/card.ts';
import { setFact } from '../../world/fact.ts';
import type { HostId } from '../../world/ids.ts';
import { find, get } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface CheckSpoofing extends Record<string, number | string> {
  readonly host: HostId;
}

/**
 * Has the network card drop what a virtual function sends from a MAC address that it was not given, and
 * trusts none to give itself another (`ip link set … vf N spoofchk on`, `trust off`; rule N16). Whatever takes over
 * an address as it fails over goes without its service (FACTS B26: bonding, VRRP).
 */
export const checkSpoofing = define<CheckSpoofing>({
  name: 'check-spoofing',
  role: 'hypervisor',
  key: '',
  schema: schemaOf<CheckSpoofing>({ host: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    return (find(world.hosts, host)?.vfs ?? 0) > 0 ? [{ host }] : [];
  },
  price: () => 0,
  length: (world) => world.pace.filterLength,
  load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host }) => {
    const row = find(world.hosts, host);
    if (!row) return refuse('rule.no-such-thing');
    return takesAnyMac(row) ? null : refuse('rule.already-so');
  },
  finish: (turn, { host }, { seat, seq }) => {
    const { world } = turn;
    const about = {
      actor: { kind: 'seat', id: seat },
      subjects: [`hosts/${host}`],
      causes: [seq],
    } as const;
    if (!get(world.hosts, host).spoofCheck) {
      const on = emit(turn, 'setting-changed', {
        ...about,
        data: { setting: 'spoofCheck', to: 'on' },
      });
      setFact(world, 'hosts', host, 'spoofCheck', true, on);
    }
    if (!get(world.hosts, host).vfTrust) return;
    const off = emit(turn, 'setting-changed', {
      ...about,
      data: { setting: 'vfTrust', to: 'off' },
    });
    setFact(world, 'hosts', host, 'vfTrust', false, off);
  },
  words: {
    name: { ko: 'VF 스푸프 검사 켜기', en: 'Check VFs for spoofing' },
    does: {
      ko: 'NIC이 VF마다 받은 MAC 주소로만 보내게 하고 신뢰(trust)를 거둡니다. 위조하면 tx_spoof 카운터에 남습니다. VF에서 VRRP나 본딩을 쓰는 VM은 서비스가 끊깁니다.',
      en: 'Has the NIC let each VF send from its own MAC address only, and trusts none. Spoofing shows in its counter tx_spoof. A VM that does VRRP or bonding over a VF loses its service.',
    },
    done: {
      ko: '{{host}}의 NIC이 VF의 MAC 주소를 검사하게 한다',
      en: 'have the NIC of {{host}} check the MAC addresses of its VFs',
    },
    control: { ko: 'VF 스푸프 검사(trust 끔)', en: 'Spoof check of VFs (trust off)' },
  },
});
