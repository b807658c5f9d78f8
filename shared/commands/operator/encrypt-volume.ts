import { encryptVolume as encrypt } from '../../mechanics/disk.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Encrypts a VM's volume: when it goes its key goes, and what it leaves says nothing (rule B4). */
export const encryptVolume = vmCommand({
  name: 'encrypt-volume',
  role: 'operator',
  key: '',
  length: (pace) => pace.encryptLength,
  refusal: (world, vm) =>
    notInMaking(world, vm) ?? (vm.encrypted ? refuse('rule.already-so') : null),
  finish: (turn, vm, order) => encrypt(turn, vm, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '볼륨 암호화', en: 'Encrypt the volume' },
    does: {
      ko: 'VM을 삭제하면 암호화 키도 사라져, 디스크에 남는 것은 읽을 수 없는 암호문뿐입니다.',
      en: 'Deleting the VM destroys its key: what stays on the disk is ciphertext that nobody can read.',
    },
    done: { ko: '{{vm}}의 볼륨을 암호화한다', en: 'encrypt the volume of {{vm}}' },
    control: { ko: '볼륨 암호화', en: 'Encrypt the volume' },
  },
});
