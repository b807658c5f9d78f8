import { encryptVm as encrypt } from '../../mechanics/stores/stores.ts';
import { fact, provenanceOf } from '../../world/fact.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';
import { powerOff, powerOn } from '../while-off.ts';

/**
 * Encrypts all files of a VM with a key of a key server (rule M23). It is off meanwhile, and its snapshots are deleted: what was
 * saved in plain text before stays in plain text. Source: FACTS B31, section I (vSphere VM encryption).
 */
export const encryptVm = vmCommand({
  name: 'encrypt-vm',
  role: 'operator',
  key: '',
  price: (pace) => pace.encryptVmPrice,
  length: (pace) => pace.encryptVmLength,
  refusal: (world, vm) =>
    notInMaking(world, vm) ?? (vm.filesEncrypted ? refuse('rule.already-so') : null),
  start: (turn, vm, order) => powerOff(turn, { vm }, order),
  finish: (turn, vm, order) => {
    encrypt(turn, vm, { kind: 'seat', id: order.seat }, order.seq);
    powerOn(turn, vm, provenanceOf(turn.world, fact('vms', vm, 'filesEncrypted')));
  },
  abandon: (turn, vm, order) => powerOn(turn, vm, order.seq),
  words: {
    name: { ko: 'VM 암호화', en: 'Encrypt its files' },
    does: {
      ko: 'VM을 끄고 모든 파일을 키 서버의 키로 암호화한 뒤 다시 켭니다. NVRAM, 스왑, 앞으로 찍는 스냅샷의 메모리도 함께 암호화됩니다. 지금 있는 스냅샷은 평문이므로 삭제되어, 되돌아갈 곳이 없어집니다.',
      en: 'Powers the VM off, encrypts all its files with a key of a key server and starts it again: NVRAM, swap and the memory of later snapshots as well. Snapshots that it has are plain text and are deleted: there is nothing left to roll back to.',
    },
    done: { ko: '{{vm}}의 파일을 암호화한다', en: 'encrypt the files of {{vm}}' },
    control: { ko: 'VM 암호화(키 서버)', en: 'Encryption of VMs’ files' },
  },
});
