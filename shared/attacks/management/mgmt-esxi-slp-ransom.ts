import { encryptFiles } from '../../mechanics/management/ransom.ts';
import { fact, provenanceOf } from '../../world/fact.ts';
import { type HostId, NONE } from '../../world/ids.ts';
import { about, hasFlaw } from '../../world/people/known.ts';
import { defineAttack, usableFlaw } from '../attack.ts';
import { managementOpen, slpRuns, slpUnpatched } from '../needs/management/access.ts';
import {
  atEachHost,
  fromStrike,
  knock,
  placesThatHear,
  takeHost,
} from '../needs/management/hosts.ts';
import { sourceSends } from '../needs/source.ts';

/**
 * B39: an overflow in the SLP service of a host, which nobody has to log in to. The host is theirs, and the files of its VMs
 * are encrypted on the datastore: they power off together (rule A122). Lockdown mode and passwords are beside the point.
 * Source: FACTS B39 with section I (CVE-2021-21974; ESXiArgs, February 2023); ATT&CK T1190, T1210, T1486.
 */
export const mgmtEsxiSlpRansom = defineAttack({
  id: 'mgmt-esxi-slp-ransom',
  catalogue: 'B39',
  targets: [5, 4],
  family: 'hypervisor',
  takes: ['from'],
  brings: 'host',
  flaw: 'slp-heap',
  needs: [...sourceSends, managementOpen, slpRuns, slpUnpatched],
  headline: ['slp-runs', 'management-open', 'host-unpatched'],
  length: (lengths) => lengths.access + 2 * lengths.privilege + 2 * lengths.act,
  resolve: (world, attacker, args) => {
    const by = fromStrike(world, attacker, args);
    const flaw = usableFlaw(world, attacker, 'slp-heap');
    return by && flaw !== NONE ? { ...by, flaw } : null;
  },
  strikes: atEachHost,
  opening: (turn, by, strike) => knock(turn, by, strike, 'slp'),
  effect: (turn, by, strike, proof) => {
    const { host = 0 } = strike;
    if (!takeHost(turn, by, strike, proof)) return;
    const fell = provenanceOf(turn.world, fact('hosts', host, 'intruder'));
    encryptFiles(turn, host as HostId, by.attacker.id, fell);
  },
  prospects: (known) =>
    placesThatHear(known, 'slp')
      .filter((from) => hasFlaw(known, 'slp-heap', about(known, from, 'slp-build')))
      .map((from) => ({
        attack: 'mgmt-esxi-slp-ransom',
        args: { from },
        gain: { kind: 'host' },
        sure: true,
      })),
  words: {
    name: { ko: 'SLP 취약점으로 호스트 장악과 랜섬웨어', en: 'SLP flaw and ransomware' },
    does: {
      ko: '호스트의 SLP 서비스(427번 포트)를 로그인 없이 공격해 장악하고, 그 호스트에 있는 VM의 파일을 모두 암호화합니다. VM이 한꺼번에 꺼집니다. 서비스가 멈춰 있거나 패치된 호스트에는 통하지 않습니다. 427번 포트로 가는 패킷이 보입니다.',
      en: 'Breaks into the SLP service of hosts (port 427) without a login, and encrypts the files of all VMs there: they go off together. A host that is patched, or on which the service is stopped, stands. Packets to port 427 show.',
    },
    lead: {
      ko: 'SLP는 장비를 찾으려고 쓰는 서비스로, 로그인 없이 응답합니다. 그 결함 하나로 호스트가 넘어갔고, VM의 파일이 데이터스토어에서 암호화되어 VM이 한꺼번에 꺼졌습니다. 게스트 안의 에이전트에는 전원이 꺼진 것만 보입니다. 쓰지 않는 서비스를 멈춰 두었다면 패치하지 않았더라도 일어나지 않았을 일입니다.',
      en: 'SLP is a service by which hosts are found, and it answers without a login. By one flaw of it the host fell, and the files of its VMs were encrypted on the datastore: all of them went off. An agent in a guest sees a loss of power and no more. Had the service been stopped, as nothing used it, this would not have happened even without the patch.',
    },
    title: {
      ko: '{{host}}{이/가} 넘어가고, 거기 있던 VM의 파일이 모두 암호화되었습니다',
      en: '{{host}} fell, and the files of all VMs there were encrypted',
    },
    needs: {
      'source-runs': {
        ko: '공격자가 패킷을 보낸 VM이 켜져 있었다',
        en: 'The VM that the attacker sent from was running',
      },
      'code-in-source': {
        ko: '공격자가 그 VM 안에서 코드를 실행할 수 있었다',
        en: 'The attacker could run code in that VM',
      },
      'management-open': {
        ko: '공격자가 있는 곳에서 호스트의 관리 인터페이스에 도달할 수 있었다',
        en: 'The host’s management interface could be reached from where the attacker was',
      },
      'slp-runs': {
        ko: '호스트의 SLP 서비스가 켜져 있었다',
        en: 'The SLP service of the host was running',
      },
      'host-unpatched': {
        ko: '호스트의 빌드가 이 결함을 고친 빌드보다 낮았다',
        en: 'The host’s build was older than the fix',
      },
    },
  },
});
