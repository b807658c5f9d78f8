import { automate, isAutomatic } from '../../mechanics/network/automation.ts';
import { POLICY } from '../../mechanics/network/edit.ts';
import { find } from '../../world/table.ts';
import { define, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

/**
 * Buys a controller that gives switches the policy by itself, once and for the whole room (rules N18 to
 * N20). It spares hands and forgetting, and neither the packets that each push drops nor a wrong rule.
 */
export const automatePush = define<Record<string, never>>({
  name: 'automate-push',
  role: 'network',
  key: '',
  schema: schemaOf<Record<string, never>>({}),
  // Wherever its rules or one of its copies are looked at.
  offers: (world, subject) => {
    const about =
      find(world.switches, idIn(subject, 'hosts')) ??
      find(world.zones, idIn(subject, 'zones')) ??
      find(world.policies, idIn(subject, 'policies'));
    return about === null ? [] : [{}];
  },
  price: (world) => world.pace.automationPrice,
  length: (world) => world.pace.automationLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: () => [`policies/${POLICY}`],
  refusal: (world) => (isAutomatic(world) ? refuse('rule.already-so') : null),
  finish: (turn, _, order) => automate(turn, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '정책 자동 배포 켜기', en: 'Automate pushes' },
    does: {
      ko: '스위치가 정책과 어긋나면 컨트롤러가 잠시 뒤 스스로 배포합니다. 일손은 들지 않지만, 배포할 때 패킷을 버리는 것은 손으로 할 때와 같고 잘못된 규칙도 똑같이 퍼뜨립니다. 꺼졌거나 장악된 호스트는 받지 않습니다. 되돌릴 수 없습니다.',
      en: 'A controller pushes by itself, a while after a switch differs from the policy. It takes no hand, but each push drops packets as ever, and a wrong rule spreads just as faithfully. A host that is off or has fallen takes nothing. It stays on.',
    },
    done: { ko: '정책 자동 배포를 켠다', en: 'automate pushes of the policy' },
    control: { ko: '정책 자동 배포', en: 'Automatic pushes of the policy' },
  },
});
