import { about } from '../../world/people/known.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { isAbove } from '../knowing.ts';
import { onThisHost } from '../needs/device.ts';
import { escapeStrike, escapes, hostProcess, seize } from '../needs/escape.ts';
import { processUnpatched } from '../needs/flaw.ts';
import { codeInGuest, guestRuns } from '../needs/guest.ts';
import { dragsOrCopies, hosted } from '../needs/host-os.ts';
import { reachChannel } from '../needs/tools.ts';

const CHANNEL = ['drag-and-drop', 'clipboard'] as const;

/**
 * B18: what is dragged or copied is handed to the VM's process on the host, which does not stand it (rules
 * K97, A93). While either of the two is on it can be reached. Source: CVE-2016-7461 (VMware Workstation,
 * Player and Fusion).
 */
export const toolsDndClipboard = defineAttack({
  id: 'tools-dnd-clipboard',
  catalogue: 'B18',
  targets: [3],
  family: 'hypervisor',
  takes: ['vm'],
  brings: 'host',
  flaw: 'dnd-overflow',
  needs: [guestRuns, codeInGuest, onThisHost, hosted, dragsOrCopies, processUnpatched],
  headline: ['drags-or-copies', 'process-unpatched'],
  length: (lengths) => lengths.privilege + lengths.act,
  resolve: escapeStrike('dnd-overflow'),
  strikes: atTheEnd,
  opening: (turn, by, strike) => reachChannel(turn, by, strike, CHANNEL, 'clipboard-taken'),
  effect: (turn, by, strike, proof) => {
    hostProcess(turn, by, strike, 'device-child');
    seize(turn, by, strike, proof);
  },
  prospects: (known) =>
    escapes(known, 'tools-dnd-clipboard', 'dnd-overflow', 'user', (vm) => {
      const tools = (about(known, vm, 'tools') ?? '').split(',');
      const open = CHANNEL.some((tool) => tools.includes(tool));
      return about(known, vm, 'platform') === 'type2' && isAbove(known, vm) && open;
    }),
  words: {
    name: { ko: '끌어놓기·클립보드로 탈출', en: 'Out through drag-and-drop' },
    does: {
      ko: '끌어놓기나 클립보드로 잘못된 값을 보내 호스트의 VM 프로세스에서 코드를 실행합니다. Type 2 호스트, 켜진 채널, 패치되지 않은 VM 프로세스가 있어야 합니다. 호스트의 EDR에는 클립보드를 쓰는 것처럼 보입니다.',
      en: 'Passes the VM’s process on the host, by drag-and-drop or the clipboard, what it mishandles, and runs code there. It takes a type 2 host, the channel and an unpatched VM process. To an EDR it begins like any use of the clipboard.',
    },
    lead: {
      ko: '끌어놓기와 클립보드는 네트워크를 거치지 않고 게스트와 호스트를 잇습니다. 공격자는 그 채널로 잘못된 값을 보냈고, 값을 검사하지 않은 VM 프로세스는 호스트 사용자의 권한으로 공격자의 코드를 실행했습니다.',
      en: 'Drag-and-drop and the clipboard join guest and host past any network. The attacker sent through them what the VM’s process did not check, and it ran their code with the rights of the host’s user.',
    },
    title: {
      ko: '공격자가 끌어놓기·클립보드를 통해 VM을 빠져나와 {{host}}{을/를} 장악했습니다',
      en: 'Through drag-and-drop the attacker left their VM and took {{host}}',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'code-in-guest': {
        ko: '공격자가 그 VM 안에서 코드를 실행하고 있었다',
        en: 'The attacker ran code in the VM',
      },
      'on-this-host': { ko: '그 VM이 바로 이 호스트에 있었다', en: 'The VM was on this very host' },
      hosted: {
        ko: '하이퍼바이저가 호스트 OS 위의 프로그램(Type 2)이었다',
        en: 'The hypervisor was a program of a host OS (type 2)',
      },
      'drags-or-copies': {
        ko: '그 VM에 끌어놓기나 클립보드가 켜져 있었다',
        en: 'Drag-and-drop or the clipboard was on for that VM',
      },
      'process-unpatched': {
        ko: '실행 중인 VM 프로세스의 코드가 패치되지 않은 빌드였다',
        en: 'The VM’s running process had code older than the fix',
      },
    },
  },
});
