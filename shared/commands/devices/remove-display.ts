import { setFact } from '../../world/fact.ts';
import { get } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import { machineSwitch } from '../while-off.ts';

/**
 * Runs a VM without a display (headless, with a serial console): the code that emulates one is out of its
 * reach (rules K8, K88). Whoever works at its screen has none any more.
 */
export const removeDisplay = machineSwitch({
  name: 'remove-display',
  role: 'hypervisor',
  key: '',
  blunt: true,
  on: ({ devices }) => devices.includes('svga'),
  off: (turn, vm, order) => {
    const changed = emit(turn, 'devices-changed', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`vms/${vm}`],
      causes: [order.seq],
      data: { device: 'svga' },
    });
    const devices = get(turn.world.vms, vm).devices.filter((name) => name !== 'svga');
    setFact(turn.world, 'vms', vm, 'devices', devices, changed);
    return changed;
  },
  words: {
    name: { ko: '그래픽 카드 제거(헤드리스)', en: 'Remove the display (headless)' },
    does: {
      ko: '화면 없이 직렬 콘솔로 다시 켭니다. 서버라면 아무도 아쉬워하지 않지만, 화면 앞에서 일하는 데스크톱은 쓸 수 없게 됩니다. 그동안 서비스가 멈춥니다.',
      en: 'Starts it with a serial console and no screen. Nobody misses the screen of a server; a desktop is of no use without one. Its service is off meanwhile.',
    },
    done: { ko: '{{vm}}의 그래픽 카드를 제거한다', en: 'remove the display of {{vm}}' },
    control: { ko: '화면 없이 실행(헤드리스)', en: 'Headless: no display' },
  },
});
