import { loadModule } from '../../mechanics/fall/module.ts';
import { touchService } from '../../mechanics/management/access.ts';
import { type HostId, NONE } from '../../world/ids.ts';
import { defineAttack } from '../attack.ts';
import { originOf } from '../needs/escape.ts';
import {
  lockdownLetsIn,
  managementOpen,
  oneFactor,
  passwordGuessed,
  sshRuns,
} from '../needs/management/access.ts';
import {
  atEachHost,
  fromStrike,
  knock,
  placesThatHear,
  takeHost,
} from '../needs/management/hosts.ts';
import { sourceSends } from '../needs/source.ts';

/**
 * B41: the shell of a host stands open to a network that tenants or the internet reach, and a password is a default or
 * weak. No flaw of a program is used. Lockdown mode refuses the login, but for exception users, and a second factor does for
 * everybody (rule A121). To work below the guests they load a module that nobody signed, as after any login.
 * Source: FACTS B41 with section I; ATT&CK T1133, T1110, T1021.004.
 */
export const mgmtConsoleExposed = defineAttack({
  id: 'mgmt-console-exposed',
  catalogue: 'B41',
  targets: [5],
  family: 'hypervisor',
  takes: ['from'],
  brings: 'host',
  needs: [...sourceSends, managementOpen, sshRuns, passwordGuessed, lockdownLetsIn, oneFactor],
  headline: ['management-open', 'ssh-runs', 'password-guessed'],
  // Guesses are slow: each takes a connection.
  length: (lengths) => 2 * (lengths.access + lengths.privilege) + lengths.act,
  resolve: fromStrike,
  strikes: atEachHost,
  opening: (turn, by, strike) => knock(turn, by, strike, 'ssh'),
  effect: (turn, by, strike, proof) => {
    const { from = NONE, host = 0 } = strike;
    const to = { from, host: host as HostId, service: 'ssh', taken: true } as const;
    if (!takeHost(turn, by, strike, proof)) return;
    touchService(turn, to, originOf(by));
    loadModule(turn, host as HostId);
  },
  prospects: (known) =>
    placesThatHear(known, 'ssh').map((from) => ({
      attack: 'mgmt-console-exposed',
      args: { from },
      gain: { kind: 'host' },
      sure: false,
    })),
  words: {
    name: { ko: '열린 관리 콘솔(SSH)에 로그인', en: 'Login at an open console (SSH)' },
    does: {
      ko: '도달할 수 있는 호스트의 SSH에 기본값이나 흔한 비밀번호를 차례로 넣어 봅니다. 맞으면 그 호스트를 장악합니다. 잠금 모드는 예외 사용자를 빼고 막고, 다중 인증(MFA)은 모두 막습니다. 이어지는 SSH 연결이 보입니다.',
      en: 'Tries default and common passwords at the SSH of every host that is reached; where one fits the host is theirs. Lockdown mode stops all but exception users, a second factor stops everybody. The connections show.',
    },
    lead: {
      ko: '프로그램의 결함은 쓰이지 않았습니다. 호스트의 셸이 관리 네트워크 밖에서 열려 있었고, 비밀번호는 추측할 수 있었습니다. 관리자가 할 수 있는 일은 그 비밀번호를 아는 누구나 할 수 있습니다. 관리 인터페이스에 관리 네트워크로만 닿을 수 있었다면 비밀번호를 넣어 볼 수도 없었을 것입니다.',
      en: 'No flaw of a program was used. The shell of the host was open from outside the management network, and a password could be guessed. What an administrator can do, whoever has the password can. Had the management interface been reached from its own network alone, nobody could have tried one.',
    },
    title: {
      ko: '열려 있던 관리 콘솔로 {{host}}{이/가} 넘어갔습니다',
      en: 'An open console gave {{host}} away',
    },
    needs: {
      'source-runs': {
        ko: '공격자가 접속한 VM이 켜져 있었다',
        en: 'The VM that the attacker came from was running',
      },
      'code-in-source': {
        ko: '공격자가 그 VM 안에서 코드를 실행할 수 있었다',
        en: 'The attacker could run code in that VM',
      },
      'management-open': {
        ko: '공격자가 있는 곳에서 호스트의 관리 인터페이스에 도달할 수 있었다',
        en: 'The host’s management interface could be reached from where the attacker was',
      },
      'ssh-runs': {
        ko: '호스트의 SSH 서비스가 켜져 있었다',
        en: 'The SSH service of the host was running',
      },
      'password-guessed': {
        ko: '관리자 권한이 있는 계정의 비밀번호를 추측할 수 있었다',
        en: 'The password of an account with the administrator role could be guessed',
      },
      'lockdown-lets-in': {
        ko: '잠금 모드가 꺼져 있었거나, 그 계정이 예외 사용자였다',
        en: 'Lockdown mode was off, or that account was an exception user',
      },
      'one-factor': {
        ko: '비밀번호만으로 로그인할 수 있었다',
        en: 'A password alone was enough to log in',
      },
    },
  },
});
