import { setFact } from '../../world/fact.ts';
import { emit } from '../../world/turn.ts';
import { vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Takes from a container what it was given of its host (rule K96). Who needed it no longer works. */
export const dropPrivileges = vmCommand({
  name: 'drop-privileges',
  role: 'hypervisor',
  key: '',
  fits: ['granted'],
  contains: ['edge-crossed'],
  length: (pace) => pace.channelLength,
  refusal: (_, { technique, grants }) => {
    if (technique !== 'container') return refuse('rule.not-a-container');
    return grants.length === 0 ? refuse('rule.already-so') : null;
  },
  finish: (turn, vm, order) => {
    const dropped = emit(turn, 'grants-dropped', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`vms/${vm}`],
      causes: [order.seq],
      data: {},
    });
    setFact(turn.world, 'vms', vm, 'grants', [], dropped);
  },
  words: {
    name: { ko: '컨테이너 특권 회수', en: 'Drop privileges' },
    does: {
      ko: '컨테이너에서 특권(privileged), 호스트 소켓, CAP_SYS_ADMIN을 거둡니다. 그것이 필요한 컨테이너는 제대로 일하지 못합니다.',
      en: 'Takes privileged mode, the host’s socket and CAP_SYS_ADMIN from a container. One that needs them no longer works.',
    },
    done: { ko: '{{vm}}의 특권을 거둔다', en: 'drop the privileges of {{vm}}' },
    control: { ko: '컨테이너 특권 회수', en: 'Drop container privileges' },
  },
});
