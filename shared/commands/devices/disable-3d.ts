import { setFact } from '../../world/fact.ts';
import { emit } from '../../world/turn.ts';
import { machineSwitch } from '../while-off.ts';

/**
 * Has a VM's display draw without the host's graphics card (`mks.enable3d = FALSE`, rule K88): the guest's own
 * CPU draws, and desktops that work in three dimensions become slow.
 */
export const disable3d = machineSwitch({
  name: 'disable-3d',
  role: 'hypervisor',
  key: '',
  blunt: true,
  on: ({ devices, accel3d }) => accel3d && devices.includes('svga'),
  off: (turn, vm, order) => {
    const changed = emit(turn, 'setting-changed', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`vms/${vm}`],
      causes: [order.seq],
      data: { setting: 'accel3d', to: 'off' },
    });
    setFact(turn.world, 'vms', vm, 'accel3d', false, changed);
    return changed;
  },
  words: {
    name: { ko: '3D 가속 끄기', en: 'Switch 3-D off' },
    does: {
      ko: '게스트가 셰이더를 번역하는 코드에 닿을 수 없게 됩니다. 그림은 게스트의 CPU가 그리므로 3D 작업용 데스크톱이 느려집니다. 다시 켜는 동안 서비스가 멈춥니다.',
      en: 'The code that translates shaders is out of the guest’s reach. The guest’s CPU draws instead, and a desktop that works in 3-D becomes slow. Its service is off meanwhile.',
    },
    done: { ko: '{{vm}}의 3D 가속을 끈다', en: 'switch 3-D off for {{vm}}' },
    control: { ko: '3D 가속 끄기', en: '3-D off' },
  },
});
