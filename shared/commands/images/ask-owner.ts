import { askOwner as ask } from '../../mechanics/images/owners.ts';
import { vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Asks a tenant who answers for its VM: whoever is on leave says so, and else it is known that nobody does (W22). */
export const askOwner = vmCommand({
  name: 'ask-owner',
  role: 'analyst',
  key: '',
  investigates: ['orphan'],
  of: ({ owner }) => owner === 'gone',
  length: (pace) => pace.askLength,
  refusal: (_, { owner, ownerAsked }) =>
    owner !== 'gone' || ownerAsked ? refuse('rule.already-so') : null,
  finish: (turn, vm, order) => ask(turn, vm, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '담당자 확인', en: 'Ask who answers for it' },
    does: {
      ko: '테넌트에 연락해 담당자가 있는지 묻습니다. 휴가 중이었다면 계속 쓰겠다는 답이 오고, 없다면 안심하고 회수할 수 있습니다. 묻지 않고 회수한 VM에 담당자가 있었다면 테넌트가 다시 만들어 달라고 합니다.',
      en: 'Asks its tenant. An owner on leave says that it is still wanted; if there is nobody, it can be reclaimed without regret. Of what is reclaimed unasked and was wanted, its tenant asks for another.',
    },
    done: { ko: '{{vm}}의 담당자를 확인한다', en: 'ask who answers for {{vm}}' },
  },
});
