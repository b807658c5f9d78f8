import type { Observation } from '../../world/alert.ts';
import { inDeck } from '../../world/deck.ts';
import { fact, provenanceOf } from '../../world/fact.ts';
import { SERVICE_COMPONENTS } from '../../world/flaws/record.ts';
import { NONE, type Seq, type Tick } from '../../world/ids.ts';
import type { Image } from '../../world/machine/image.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { upToDate } from '../upkeep/images.ts';
import { publications } from '../upkeep/patching.ts';
import { isOver } from './close.ts';
import { raise } from './raise.ts';
import type { Sensor } from './sensor.ts';

type Kind = Extract<Observation, { readonly image: number }>['kind'];

/** Something that is so of an image, and the event since which it is. */
interface Finding {
  readonly kind: Kind;
  readonly so: boolean;
  readonly since: Seq;
}

/**
 * Sensor S6. It reads the files of every image in its round: what in them looks like a private key, and of those
 * that somebody has asked for how old their packages are (rule S66). A sample key looks like any other, and what runs it does not see.
 */
function scanImages(turn: Turn): void {
  const { world } = turn;
  if (!inDeck(world, 'sensors', 'S6') || world.tick % world.pace.auditEvery !== 0) return;
  for (const image of rows(world.images)) {
    for (const finding of findingsOf(turn, image)) tell(turn, image, finding);
  }
  for (const vm of rows(world.vms)) if (vm.drifted !== undefined) tellOfConfig(turn, vm);
}

/** A VM's configuration is not what was approved of it (rule S97): once since it is so, and that it is over. */
function tellOfConfig({ world, history }: Turn, { id: vm, host, drifted }: Vm): void {
  const turn = { world, history };
  const since = provenanceOf(world, fact('vms', vm, 'drifted'));
  const began: Tick = history[since - 1]?.tick ?? (0 as Tick);
  const about = [...rows(world.alerts)].filter(
    (alert) => alert.seen.kind === 'config-drift' && alert.vm === vm,
  );
  if (drifted !== true) {
    for (const alert of about) if (alert.state === 'open') isOver(turn, alert);
  } else if (!about.some(({ tick }) => tick >= began)) {
    raise(turn, 'S6', { host, vm }, { kind: 'config-drift' }, [since]);
  }
}

function findingsOf({ world, history }: Turn, image: Image): Finding[] {
  const stampOf = (field: 'leftSecret' | 'sampleKey' | 'drifted'): Seq =>
    provenanceOf(world, fact('images', image.id, field));
  const keys = image.leftSecret !== NONE || image.sampleKey;
  const fixes = publications(world, [...SERVICE_COMPONENTS, 'guest-kernel']);
  const late = fixes.reduce(
    (last, seq) => ((history[seq - 1]?.tick ?? 0) > (history[last - 1]?.tick ?? 0) ? seq : last),
    fixes[0] ?? (0 as Seq),
  );
  return [
    {
      kind: 'image-secret',
      so: keys && !image.revoked,
      since: stampOf(image.leftSecret === NONE ? 'sampleKey' : 'leftSecret'),
    },
    {
      kind: 'image-drift',
      so: image.drifted === true,
      since: stampOf('drifted'),
    },
    { kind: 'image-outdated', so: isWanted(world, image) && !upToDate(world, image), since: late },
  ];
}

/** Whether anybody has asked for a VM of that image: what nobody makes anything from can stay as old as it is. */
function isWanted({ requests }: World, { id }: Image): boolean {
  for (const { wish } of rows(requests))
    if (wish.kind === 'create' && wish.plan.image === id) return true;
  return false;
}

/** Says it once since it is so, and that it is over when it is so no more. */
function tell(turn: Turn, { id: image }: Image, { kind, so, since }: Finding): void {
  const { world, history } = turn;
  const began: Tick = history[since - 1]?.tick ?? (0 as Tick);
  const about = [...rows(world.alerts)].filter(
    ({ seen }) => seen.kind === kind && 'image' in seen && seen.image === image,
  );
  if (!so) {
    for (const alert of about) if (alert.state === 'open') isOver(turn, alert);
    return;
  }
  if (about.some(({ tick }) => tick >= began)) return;
  raise(turn, 'S6', { host: NONE, vm: NONE }, { kind, image }, [since]);
}

/** S6: the files of images. */
export const imageScanner = {
  name: 'S6',
  watch: scanImages,
  words: {
    name: { ko: 'S6 이미지 무결성 스캐너', en: 'S6 image scanner' },
    sees: {
      ko: '이미지 파일 속의 키와 패키지 목록, 라이브러리에 둔 이미지와 VM 설정의 해시',
      en: 'Keys in the files of images, and their package lists; the hashes of images in a library and of VM configurations',
    },
    blind: {
      ko: 'IDS는 볼 수 없습니다. 이미지에 남은 키는 복제될 때 네트워크를 지나지 않고, 그 키를 쓰는 로그인은 정상 로그인과 똑같습니다. S6도 실행 중인 메모리는 보지 못합니다.',
      en: 'No IDS could have seen it: a key that lies in an image crosses no network, and whoever logs in with it looks like anyone. S6 in turn sees no running memory.',
    },
  },
  says: {
    'image-secret': {
      title: {
        ko: '{{image}} 이미지에 개인 키로 보이는 파일',
        en: 'What looks like a private key in the image {{image}}',
      },
      body: {
        ko: '이 이미지로 만든 VM에는 모두 들어 있습니다. 문서에 실린 예제 키도 똑같이 보입니다.',
        en: 'It is in every VM that was made from it. A sample key from documentation looks the same.',
      },
    },
    'image-drift': {
      title: {
        ko: '{{image}} 이미지의 해시가 등록된 것과 다름',
        en: 'The hash of the image {{image}} is not the one on record',
      },
      body: {
        ko: '등록된 뒤에 누군가 파일을 바꿨습니다. 손으로 고친 관리자도 이렇게 보입니다. 그 뒤에 만든 VM에는 바뀐 것이 들어 있습니다.',
        en: 'Somebody has changed the file since. An administrator who mends it by hand looks the same. Whatever was made from it after that has the change in it.',
      },
    },
    'config-drift': {
      title: {
        ko: '{{vm}}의 설정이 승인된 것과 다름',
        en: 'The configuration of {{vm}} is not what was approved',
      },
      body: {
        ko: '해시가 다릅니다. 관리 평면을 거친 변경이면 관리 로그(S5)에도 남고, 데이터스토어에서 고쳤으면 남지 않습니다.',
        en: 'Its hash differs. What was changed through the management plane is in its log (S5) too; what was edited on the datastore is not.',
      },
    },
    'image-outdated': {
      title: {
        ko: '{{image}} 이미지의 패키지가 공개된 수정보다 오래됨',
        en: 'Packages of the image {{image}} are older than a published fix',
      },
      body: {
        ko: '이 이미지로 VM을 만들어 달라는 요청이 있었습니다. 지금 만드는 VM은 취약한 채로 태어납니다.',
        en: 'VMs of it have been asked for, and whatever is made from it now is born with the flaw.',
      },
    },
  },
} satisfies Sensor;
