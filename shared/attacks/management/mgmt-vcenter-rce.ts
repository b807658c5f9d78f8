import { loadModule } from '../../mechanics/fall/module.ts';
import { openSession } from '../../mechanics/management/server.ts';
import { type HostId, NONE } from '../../world/ids.ts';
import { about, hasFlaw, inside } from '../../world/people/known.ts';
import { defineAttack, usableFlaw } from '../attack.ts';
import { originOf } from '../needs/escape.ts';
import { atEachHost, fromStrike, takeHost } from '../needs/management/hosts.ts';
import { managedThere, serverOpen, serverUnpatched } from '../needs/management/server.ts';
import { allHold, sourceSends } from '../needs/source.ts';

/**
 * B38: code on the management server, by an upload that asks for no login. It is every host's administrator, so that all of
 * them are theirs, locked down or not (rule A124). On each they load a module that nobody signed.
 * Source: FACTS B38 (CVE-2021-21972); ATT&CK T1190.
 */
export const mgmtVcenterRce = defineAttack({
  id: 'mgmt-vcenter-rce',
  catalogue: 'B38',
  targets: [5],
  family: 'hypervisor',
  takes: ['from'],
  brings: 'host',
  flaw: 'vcenter-upload',
  needs: [...sourceSends, serverOpen, serverUnpatched, managedThere],
  headline: ['server-open', 'server-unpatched'],
  length: (lengths) => lengths.access + 2 * lengths.privilege + 2 * lengths.act,
  resolve: (world, attacker, args) => {
    const by = fromStrike(world, attacker, args);
    const flaw = usableFlaw(world, attacker, 'vcenter-upload');
    return by && flaw !== NONE ? { ...by, flaw } : null;
  },
  strikes: atEachHost,
  opening: (turn, by, strike) => {
    if (allHold(turn.world, sourceSends, strike))
      openSession(turn, strike.from ?? NONE, originOf(by));
  },
  effect: (turn, by, strike, proof) => {
    if (takeHost(turn, by, strike, proof)) loadModule(turn, strike.host as HostId);
  },
  prospects: (known) =>
    [NONE, ...inside(known, 'user').map(({ number }) => number)]
      .filter((from) => hasFlaw(known, 'vcenter-upload', about(known, from, 'server-build')))
      .map((from) => ({
        attack: 'mgmt-vcenter-rce',
        args: { from },
        gain: { kind: 'host' },
        sure: true,
      })),
  words: {
    name: { ko: '관리 서버 원격 코드 실행', en: 'Code on the management server' },
    does: {
      ko: '관리 서버의 플러그인에 로그인 없이 파일을 올려 코드를 실행하고, 관리 서버가 관리하는 호스트를 모두 장악합니다. 잠금 모드는 막지 못합니다. 관리 서버에 닿을 수 없거나 패치된 뒤에는 통하지 않습니다. 관리 서버의 로그에 낯선 세션이 남습니다.',
      en: 'Uploads a file to a plug-in of the management server without a login, runs code there and takes every host that it manages; lockdown mode is no help. It needs a way to the server, and an unpatched one. An odd session is in the server’s log.',
    },
    lead: {
      ko: '관리 서버는 모든 호스트의 관리자입니다. 그 하나에서 코드를 실행한 공격자는 호스트를 하나씩 공격할 필요가 없었습니다. 잠금 모드는 관리 서버를 거친 관리만 허용하므로 여기서는 아무것도 막지 않습니다. 관리 서버에 관리 네트워크로만 닿을 수 있었다면 패치하기 전에도 안전했을 것입니다.',
      en: 'The management server is the administrator of every host: whoever ran code on that one had no need to attack hosts one by one. Lockdown mode allows management by way of that server alone, and so stops nothing here. Had the server been reached from the management network alone, it would have been safe before the patch.',
    },
    title: {
      ko: '관리 서버가 뚫려 {{host}}{이/가} 넘어갔습니다',
      en: 'The management server gave {{host}} away',
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
      'server-open': {
        ko: '공격자가 있는 곳에서 관리 서버에 도달할 수 있었다',
        en: 'The management server could be reached from where the attacker was',
      },
      'server-unpatched': {
        ko: '관리 서버의 빌드가 이 결함을 고친 빌드보다 낮았다',
        en: 'The management server was older than the fix',
      },
      'managed-there': {
        ko: '그 호스트는 관리 서버가 관리하고 있었다',
        en: 'The host was managed by that server',
      },
    },
  },
});
