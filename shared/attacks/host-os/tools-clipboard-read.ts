import { leak } from '../../mechanics/harm/harm.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { about, inside, vmNote } from '../../world/people/known.ts';
import { find, get } from '../../world/table.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { onThisHost } from '../needs/device.ts';
import { codeInGuest, guestRuns } from '../needs/guest.ts';
import { secretCopied, sharesClipboard } from '../needs/host-os.ts';
import { reachChannel } from '../needs/tools.ts';

/**
 * B18, without any flaw: what somebody copied at the host is there for whatever runs in the guest, as long
 * as the clipboard is shared (rules K97, A94). Nothing is broken, and no patch ends it.
 */
export const toolsClipboardRead = defineAttack({
  id: 'tools-clipboard-read',
  catalogue: 'B18',
  targets: [3],
  family: 'hypervisor',
  takes: ['vm'],
  brings: 'loot',
  needs: [guestRuns, codeInGuest, onThisHost, sharesClipboard, secretCopied],
  headline: ['shares-clipboard'],
  length: (lengths) => lengths.privilege + lengths.act,
  resolve: (world, attacker, { vm = 0 }) => {
    const row = find(world.vms, attacker.knownVms[vm - 1] ?? NONE);
    if (!row) return null;
    return { attacker: attacker.id, tenant: attacker.tenant, vm: row.id, host: row.host };
  },
  strikes: atTheEnd,
  opening: (turn, by, strike) => reachChannel(turn, by, strike, ['clipboard'], 'clipboard-taken'),
  effect: (turn, { attacker, operation }, { vm = 0, host = 0 }, proof) => {
    const { clipboard } = get(turn.world.hosts, host);
    if (clipboard === NONE) return;
    const deed = { attacker, attack: operation.attack, vm: vm as VmId, args: { vm, host }, proof };
    leak(turn, clipboard, deed);
    attacker.notes[vmNote(operation.args.vm ?? 0, 'clipboard-read')] = 1;
  },
  prospects: (known) =>
    inside(known, 'user')
      .filter(({ number }) =>
        (about(known, number, 'tools') ?? '').split(',').includes('clipboard'),
      )
      .filter(({ number }) => about(known, number, 'clipboard-read') === undefined)
      .map(({ number }) => ({
        attack: 'tools-clipboard-read',
        args: { vm: number },
        gain: { kind: 'loot' },
        sure: false,
      })),
  words: {
    name: { ko: '호스트 클립보드 읽기', en: 'Reading the host’s clipboard' },
    does: {
      ko: '호스트에서 누가 복사한 것을 게스트 안에서 읽습니다. 클립보드 공유가 켜져 있고, 누가 남의 데이터를 복사해 두었어야 합니다. 취약점은 필요 없고, 보통의 붙여넣기와 똑같이 보입니다.',
      en: 'Reads in the guest what somebody copied at the host. It takes a shared clipboard, and data of others that was copied. No flaw is needed, and it looks like any paste.',
    },
    lead: {
      ko: '아무것도 뚫리지 않았습니다. 호스트에서 누군가 데이터를 복사했고, 클립보드를 함께 쓰는 게스트의 프로그램이 그것을 읽었습니다. 패치로는 막을 수 없고, 채널을 닫아야 합니다.',
      en: 'Nothing was broken. Somebody copied data at the host, and a program in the guest that shares its clipboard read it. No patch would have helped: the channel has to be shut.',
    },
    title: {
      ko: '{{victim}}의 {{asset}}{이/가} {{host}}의 클립보드에서 유출되었습니다',
      en: 'The {{asset}} of {{victim}} leaked from the clipboard of {{host}}',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'code-in-guest': {
        ko: '공격자가 그 VM 안에서 코드를 실행하고 있었다',
        en: 'The attacker ran code in the VM',
      },
      'on-this-host': { ko: '그 VM이 바로 이 호스트에 있었다', en: 'The VM was on this very host' },
      'shares-clipboard': {
        ko: '그 VM이 호스트와 클립보드를 함께 썼다',
        en: 'The VM shared the clipboard of its host',
      },
      'secret-copied': {
        ko: '호스트에서 누군가 그 데이터를 복사해 두었다',
        en: 'Somebody had copied that data at the host',
      },
    },
  },
});
