import { setFact } from '../../world/fact.ts';
import { isAssisted } from '../../world/machine/device-path.ts';
import { emit } from '../../world/turn.ts';
import { machineSwitch } from '../while-off.ts';

/**
 * Has the process of a VM's devices serve the rings of its network card, and not its host's kernel (libvirt:
 * `<driver name='qemu'/>`, rule K87). Each batch takes the way to user space.
 */
export const disableVhost = machineSwitch({
  name: 'disable-vhost',
  role: 'hypervisor',
  key: '',
  blunt: true,
  on: ({ technique, nicModel, vhost }) => vhost && nicModel === 'para' && isAssisted(technique),
  off: (turn, vm, order) => {
    const changed = emit(turn, 'setting-changed', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`vms/${vm}`],
      causes: [order.seq],
      data: { setting: 'vhost', to: 'off' },
    });
    setFact(turn.world, 'vms', vm, 'vhost', false, changed);
    return changed;
  },
  words: {
    name: { ko: 'vhost 끄기', en: 'Switch vhost off' },
    does: {
      ko: '이 VM의 네트워크 링을 호스트 커널이 아니라 장치 프로세스가 처리합니다. 링을 해석하는 코드에 결함이 있어도 샌드박스가 한 겹 더 있습니다. 알림마다 사용자 공간까지 가므로 느려집니다. 다시 켜는 동안 서비스가 멈춥니다.',
      en: 'The device process serves the network rings of this VM, and not the host’s kernel: what reads them is in the sandbox. Each kick goes on to user space, which is slower. Its service is off meanwhile.',
    },
    done: { ko: '{{vm}}의 vhost를 끈다', en: 'switch vhost off for {{vm}}' },
    control: { ko: 'vhost 끄기(사용자 공간 virtio-net)', en: 'vhost off (user-space virtio-net)' },
  },
});
