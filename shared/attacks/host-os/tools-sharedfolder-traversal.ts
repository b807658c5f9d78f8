import { about } from '../../world/people/known.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { isAbove } from '../knowing.ts';
import { onThisHost } from '../needs/device.ts';
import { escapeStrike, escapes, hostProcess, seize } from '../needs/escape.ts';
import { processUnpatched } from '../needs/flaw.ts';
import { codeInGuest, guestRuns } from '../needs/guest.ts';
import { hosted, sharesFolders } from '../needs/host-os.ts';
import { reachChannel } from '../needs/tools.ts';

/**
 * B17: a path with a hidden ".." leads out of the folder that a host shares with its guest, and a program
 * is left where the host's user will start it (rules K97, A92). An ordinary user of the guest suffices: no
 * kernel is touched, no packet sent. Source: CVE-2008-0923 (VMware ACE, Player, Workstation).
 */
export const toolsSharedfolderTraversal = defineAttack({
  id: 'tools-sharedfolder-traversal',
  catalogue: 'B17',
  targets: [3],
  family: 'hypervisor',
  takes: ['vm'],
  brings: 'host',
  flaw: 'hgfs-traversal',
  needs: [guestRuns, codeInGuest, onThisHost, hosted, sharesFolders, processUnpatched],
  headline: ['shares-folders', 'process-unpatched'],
  length: (lengths) => lengths.privilege + lengths.act,
  resolve: escapeStrike('hgfs-traversal'),
  strikes: atTheEnd,
  opening: (turn, by, strike) => reachChannel(turn, by, strike, ['shared-folders'], 'odd-path'),
  effect: (turn, by, strike, proof) => {
    hostProcess(turn, by, strike, 'device-child');
    seize(turn, by, strike, proof);
  },
  prospects: (known) =>
    escapes(
      known,
      'tools-sharedfolder-traversal',
      'hgfs-traversal',
      'user',
      (vm) =>
        about(known, vm, 'platform') === 'type2' &&
        isAbove(known, vm) &&
        (about(known, vm, 'tools') ?? '').split(',').includes('shared-folders'),
    ),
  words: {
    name: { ko: '공유 폴더로 탈출', en: 'Out through a shared folder' },
    does: {
      ko: '게스트의 프로그램이 경로에 “..”을 숨겨 공유 폴더 밖의 호스트 파일을 고칩니다. Type 2 호스트, 켜진 공유 폴더, 패치되지 않은 VM 프로세스가 있어야 합니다. 패킷은 없고, 호스트의 EDR만 그 경로를 봅니다.',
      en: 'From a program of the guest, writes host files outside the shared folder by a hidden “..”. It takes a type 2 host, the folder and an unpatched VM process. No packet is sent; only an EDR on the host sees the path.',
    },
    lead: {
      ko: '공격자는 호스트와 함께 쓰는 폴더에 경로를 속여 보냈습니다. VM 프로세스가 확인하지 않은 그 경로는 폴더 밖으로 나갔고, 호스트 사용자가 시작할 때 실행될 파일이 남았습니다. 게스트의 일반 사용자로 충분했습니다.',
      en: 'The attacker sent a path in disguise to the folder that guest and host share. The VM’s process did not check it: it led outside, and a file was left that the host’s user would start. An ordinary user of the guest was enough.',
    },
    title: {
      ko: '공격자가 공유 폴더를 통해 VM을 빠져나와 {{host}}{을/를} 장악했습니다',
      en: 'Through a shared folder the attacker left their VM and took {{host}}',
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
      'shares-folders': {
        ko: '그 VM에 공유 폴더가 켜져 있었다',
        en: 'Shared folders were on for that VM',
      },
      'process-unpatched': {
        ko: '실행 중인 VM 프로세스의 코드가 패치되지 않은 빌드였다',
        en: 'The VM’s running process had code older than the fix',
      },
    },
  },
});
