import { leak } from '../../mechanics/harm/harm.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { about, inside, vmNote } from '../../world/people/known.ts';
import { find, get } from '../../world/table.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { guestRuns, rootInGuest } from '../needs/guest.ts';
import { secretLeft, secretOpens } from '../needs/images/left.ts';

/**
 * B35: secrets left in a shared image. Root in a VM reads the files that its image brought, deleted ones
 * included, and finds keys of whoever built it. Every read is of its own disk, and lawful (rule A111).
 * Source: FACTS B35; Bugiel and others, CCS 2011; Balduzzi and others, SAC 2012 (public images of EC2); ATT&CK T1552.001.
 */
export const imgSecretsLeft = defineAttack({
  id: 'img-secrets-left',
  catalogue: 'B35',
  targets: [4],
  family: 'images',
  takes: ['vm'],
  brings: 'loot',
  needs: [guestRuns, rootInGuest, secretLeft, secretOpens],
  headline: ['secret-opens', 'secret-left'],
  length: (lengths) => lengths.recon + lengths.access + lengths.act,
  resolve: (world, attacker, { vm = 0 }) => {
    const id = attacker.knownVms[vm - 1] ?? NONE;
    const there = find(world.vms, id) && ringOf(world, attacker.id, id) !== 'none';
    return there ? { vm: id, attacker: attacker.id, tenant: attacker.tenant } : null;
  },
  strikes: atTheEnd,
  // What is there to be found is found at the first search.
  opening: (_, { attacker, operation }) => {
    attacker.notes[vmNote(operation.args.vm ?? 0, 'image-read')] = 1;
  },
  effect: (turn, { attacker, operation }, { vm = 0 }, proof) => {
    const { leftSecret } = get(turn.world.vms, vm);
    if (leftSecret === NONE) return;
    const deed = { attacker, attack: operation.attack, vm: vm as VmId, args: { vm }, proof };
    leak(turn, leftSecret, deed);
  },
  prospects: (known) =>
    inside(known, 'root')
      .filter(({ number }) => about(known, number, 'image-read') === undefined)
      .map(({ number }) => ({
        attack: 'img-secrets-left',
        args: { vm: number },
        gain: { kind: 'loot' },
        sure: false,
      })),
  words: {
    name: { ko: '이미지에 남은 키 찾기', en: 'Searching an image for keys' },
    does: {
      ko: 'VM을 만든 이미지의 파일을 지운 것까지 뒤져, 만든 사람이 남긴 키와 비밀번호를 찾습니다. 게스트의 root 권한이 있어야 합니다. 자기 디스크를 읽을 뿐이라 흔적이 남지 않습니다.',
      en: 'Searches the files that a VM’s image brought, deleted ones included, for keys of whoever built it. It takes root in the guest, and leaves no trace: it is the VM’s own disk.',
    },
    lead: {
      ko: '공격자는 침입하지 않았습니다. 빌린 VM의 이미지에 만든 사람의 키가 그대로 남아 있었습니다. 이미지를 복제하면 그 안의 비밀도 함께 복제되고, 이미지를 나중에 정리해도 이미 나간 사본은 그대로입니다. 그때는 키를 교체해야 합니다.',
      en: 'The attacker broke into nothing. The image of a VM they rented still held keys of whoever had built it. Each copy of an image is a copy of its secrets, and cleaning the image later changes no copy that is out already: then the keys have to be changed.',
    },
    title: {
      ko: '이미지에 남은 {{victim}}의 {{asset}}{이/가} {{tenant}}의 VM에서 발견되었습니다',
      en: 'The {{asset}} of {{victim}} had been left in an image, and {{tenant}} found them in its VM',
    },
    needs: {
      'guest-runs': { ko: '공격자의 VM이 켜져 있었다', en: 'The attacker’s VM was running' },
      'root-in-guest': {
        ko: '공격자가 그 VM의 root 권한으로 모든 파일을 읽을 수 있었다',
        en: 'The attacker was root in it, and could read every file',
      },
      'secret-left': {
        ko: 'VM을 만들 때 이미지에 다른 테넌트의 키가 남아 있었다',
        en: 'When the VM was made its image held another tenant’s keys',
      },
      'secret-opens': {
        ko: '남은 키를 아무도 교체하지 않아 여전히 유효했다',
        en: 'Nobody had changed those keys, and they still opened what they open',
      },
    },
  },
});
