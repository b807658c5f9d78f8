import { hasProgram } from '../../mechanics/host-os/users.ts';
import { setFact } from '../../world/fact.ts';
import { NONE } from '../../world/ids.ts';
import { about } from '../../world/people/known.ts';
import { find, get } from '../../world/table.ts';
import { atTheEnd, defineAttack, usableFlaw } from '../attack.ts';
import { isAbove } from '../knowing.ts';
import { onThisHost } from '../needs/device.ts';
import { hostProcess, seize } from '../needs/escape.ts';
import { everydayPrograms, hosted, osEntered } from '../needs/host-os.ts';

/**
 * B16: from above a hosted hypervisor to below all its guests, without touching any of them. Its host is a
 * computer like any other: somebody reads mail there. Whoever runs code as that user has the files and the
 * memory of every VM that the user started (rules K95, A91). Which host it is they know by a VM of it.
 * Source: the class of attack; FACTS B16.
 */
export const t2HostosTakeover = defineAttack({
  id: 't2-hostos-takeover',
  catalogue: 'B16',
  targets: [2],
  family: 'hypervisor',
  takes: ['vm'],
  brings: 'host',
  needs: [onThisHost, hosted, everydayPrograms, osEntered],
  headline: ['everyday-programs', 'os-entered'],
  length: (lengths) => lengths.access + lengths.act,
  resolve: (world, attacker, { vm = 0 }) => {
    const row = find(world.vms, attacker.knownVms[vm - 1] ?? NONE);
    if (!row) return null;
    const flaw = usableFlaw(world, attacker, 'drive-by');
    return { attacker: attacker.id, vm: row.id, host: row.host, flaw };
  },
  strikes: atTheEnd,
  // What is sent waits until somebody reads it.
  opening: (turn, { attacker, operation }, { host = 0 }) => {
    if (!hasProgram(turn.world, host, 'mail')) return;
    const { inbox, ran } = get(turn.world.hosts, host);
    if (inbox !== NONE || ran === attacker.id) return;
    setFact(turn.world, 'hosts', host, 'inbox', attacker.id, operation.act);
  },
  effect: (turn, by, strike, proof) => {
    hostProcess(turn, by, { host: strike.host ?? NONE }, 'vm-files-read');
    seize(turn, by, strike, proof);
  },
  prospects: (known) =>
    known.vms
      .filter(
        ({ number, power }) => power !== 'gone' && about(known, number, 'platform') === 'type2',
      )
      .filter(({ number }) => isAbove(known, number))
      .map(({ number }) => ({
        attack: 't2-hostos-takeover',
        args: { vm: number },
        gain: { kind: 'host' },
        sure: false,
      })),
  words: {
    name: { ko: '호스트 OS 장악', en: 'The host OS from above' },
    does: {
      ko: 'Type 2 호스트의 사용자에게 첨부 파일을 보냅니다. 누가 실행하거나 호스트 OS가 패치되지 않았으면 그 사용자의 VM을 모두 읽고 바꿉니다. 호스트에 메일이나 브라우저가 있어야 합니다. 호스트에 EDR이 있으면 보입니다.',
      en: 'Sends an attachment to the users of a type 2 host. If one runs it, or the host OS is unpatched, every VM of that user is theirs. It takes mail or a browser on the host, and shows to an EDR there.',
    },
    lead: {
      ko: '공격자는 VM도 하이퍼바이저도 건드리지 않았습니다. Type 2 하이퍼바이저는 호스트 OS의 프로그램이고, 그 호스트에서 누군가 메일을 읽었습니다. 그 사용자의 권한이면 모든 VM의 디스크 파일과 메모리를 읽고 바꿀 수 있습니다.',
      en: 'No VM and no hypervisor was attacked. A type 2 hypervisor is a program of the host OS, and somebody read mail on that host: with that user’s rights one reaches the disk files and the memory of every VM.',
    },
    title: {
      ko: '공격자가 호스트 OS를 통해 {{host}}의 VM을 모두 장악했습니다',
      en: 'Through the host OS the attacker got every VM of {{host}}',
    },
    needs: {
      'on-this-host': { ko: '그 VM이 바로 이 호스트에 있었다', en: 'The VM was on this very host' },
      hosted: {
        ko: '하이퍼바이저가 호스트 OS 위의 프로그램(Type 2)이었다',
        en: 'The hypervisor was a program of a host OS (type 2)',
      },
      'everyday-programs': {
        ko: '그 호스트에서 메일이나 브라우저를 함께 썼다',
        en: 'The host was also used for mail or browsing',
      },
      'os-entered': {
        ko: '호스트 OS가 패치되지 않았거나 사용자가 첨부 파일을 실행했다',
        en: 'The host OS was older than the fix, or a user ran the attachment',
      },
    },
  },
});
