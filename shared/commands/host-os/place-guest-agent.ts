import { setFact } from '../../world/fact.ts';
import { emit } from '../../world/turn.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Puts an agent into a guest: sensor S3 looks there from now on, for cycles and upkeep (rule S53). */
export const placeGuestAgent = vmCommand({
  name: 'place-guest-agent',
  role: 'analyst',
  key: '',
  price: (pace) => pace.agentPrice,
  length: (pace) => pace.channelLength,
  refusal: (world, vm) => (vm.agent ? refuse('rule.already-so') : notInMaking(world, vm)),
  finish: (turn, vm, order) => {
    const placed = emit(turn, 'agent-placed', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`vms/${vm}`],
      causes: [order.seq],
      data: {},
    });
    setFact(turn.world, 'vms', vm, 'agent', true, placed);
  },
  words: {
    name: { ko: '게스트 에이전트 설치(S3)', en: 'Guest agent (S3)' },
    does: {
      ko: '그 게스트 안의 프로세스와 파일을 봅니다. 게스트 커널을 빼앗기면 아무 말도 하지 않고, 백업도 똑같이 보입니다. 호스트 사이클의 0.5%(게임에서 정한 값)와 유지비가 듭니다.',
      en: 'Sees processes and files inside that guest. With the guest’s kernel taken it says nothing, and backups look the same. It takes 0.5% of the host’s cycles (the game’s own figure) and upkeep.',
    },
    done: { ko: '{{vm}}에 게스트 에이전트를 설치한다', en: 'put an agent into {{vm}}' },
    control: { ko: '게스트 에이전트 설치', en: 'An agent in the guest' },
  },
});
