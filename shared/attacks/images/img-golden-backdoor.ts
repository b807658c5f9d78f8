import { implant, libraryOf } from '../../mechanics/library.ts';
import { mountStore } from '../../mechanics/stores/configs.ts';
import { mountsStore } from '../../mechanics/stores/stores.ts';
import { type ImageId, NONE, type StoreId, type VmId } from '../../world/ids.ts';
import { about, IMPLANTS, inside } from '../../world/people/known.ts';
import { rows } from '../../world/table.ts';
import { type Attack, defineAttack } from '../attack.ts';
import { originOf } from '../needs/escape.ts';
import { deploysUnverified, inLibrary, libraryOpen } from '../needs/images/library.ts';
import { fromStrike } from '../needs/management/hosts.ts';
import { sourceSends } from '../needs/source.ts';

/** The first image in the library that has no code of theirs in it. */
const atOneImage: Attack['strikes'] = (world, strike, done, length) => {
  if (done < length) return [];
  for (const { id: image, implant: who } of rows(world.images))
    if (who !== strike.attacker) return [{ ...strike, image }];
  return [];
};

/**
 * B33: a backdoored golden image. Who writes to the library of images puts code into a template, and every VM that is made
 * from it from then on starts with that in its kernel (rule A170). What was made before stays clean.
 * Source: FACTS B33; ATT&CK T1525, T1204.003; NIST SP 800-125 §3.3.
 */
export const imgGoldenBackdoor = defineAttack({
  id: 'img-golden-backdoor',
  catalogue: 'B33',
  targets: [4],
  family: 'images',
  takes: ['from'],
  brings: 'vm',
  needs: [...sourceSends, libraryOpen, inLibrary, deploysUnverified],
  headline: ['deploys-unverified', 'library-open'],
  // A template of some gigabytes is copied, opened, changed and put back.
  length: (lengths) => 2 * lengths.access + lengths.privilege,
  resolve: (world, attacker, args) => {
    const strike = fromStrike(world, attacker, args);
    const library = libraryOf(world);
    return strike && library && { ...strike, store: library.id };
  },
  strikes: atOneImage,
  opening: (turn, by, { from = NONE, store = 0 }) => {
    if (mountsStore(turn.world, from, store))
      mountStore(turn, from as VmId | 0, store as StoreId, originOf(by));
  },
  effect: (turn, { attacker, operation }, { image = 0 }, proof) => {
    implant(turn, image as ImageId, { attacker, attack: operation.attack, proof });
    attacker.notes[IMPLANTS] = Number(attacker.notes[IMPLANTS] ?? 0) + 1;
  },
  prospects: (known) =>
    [NONE, ...inside(known, 'user').map(({ number }) => number)]
      .filter((from) => (about(known, from, 'library') ?? 0) > Number(known.notes[IMPLANTS] ?? 0))
      .map((from) => ({
        attack: 'img-golden-backdoor',
        args: { from },
        gain: { kind: 'vm', theirs: true },
        sure: false,
      })),
  words: {
    name: { ko: '골든 이미지에 백도어 심기', en: 'A backdoor in a golden image' },
    does: {
      ko: '쓸 수 있는 이미지 라이브러리의 이미지에 코드를 심습니다. 그때부터 그 이미지로 만든 VM은 모두 공격자의 코드를 품고 켜집니다. 배포할 때 서명을 검증하면 통하지 않습니다. 라이브러리의 마운트는 S14에, 달라진 해시는 S6에 보입니다.',
      en: 'Puts code into an image in a library that can be written to: every VM made from it from then on starts with it inside. It comes to nothing where signatures are verified at deployment. S14 sees the mount, S6 the changed hash.',
    },
    lead: {
      ko: '공격자는 이 VM에 침입하지 않았습니다. VM을 만든 이미지가 그 전에 바뀌어 있었습니다. 라이브러리에 쓸 수 있는 사람이 많았고, 배포할 때 서명을 검증하지 않았습니다. 이미지를 고쳐도 이미 만든 VM은 그대로이므로, 그 이미지로 만든 VM을 찾아 다시 만들어야 합니다.',
      en: 'The attacker broke into no VM: the image it was made from had been changed before. More people than needed could write to the library, and nobody verified signatures at deployment. A clean image changes no VM that is out already: those that came of it have to be found and rebuilt.',
    },
    title: {
      ko: '공격자의 코드가 이미지와 함께 {{tenant}}의 {{workload}} VM에 들어왔습니다',
      en: 'Code of the attacker came into the {{workload}} VM of {{tenant}} with its image',
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
      'library-open': {
        ko: '라이브러리의 접근 목록이 공격자가 있던 구역도 들여보냈다',
        en: 'The access list of the library let in the zone of the attacker',
      },
      'in-library': {
        ko: '그 이미지가 라이브러리에 있었다',
        en: 'The image lay in the library',
      },
      'deploys-unverified': {
        ko: 'VM을 만들 때 이미지의 서명을 아무도 검증하지 않았다',
        en: 'Nobody verified the image’s signature when VMs were made from it',
      },
    },
  },
});
