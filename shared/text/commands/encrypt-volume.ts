import type { CommandText } from '../kinds.ts';

export const encryptVolume = {
  name: { ko: '볼륨 암호화', en: 'Encrypt the volume' },
  does: {
    ko: 'VM을 삭제하면 암호화 키도 사라져, 디스크에 남는 것은 읽을 수 없는 암호문뿐입니다.',
    en: 'Deleting the VM destroys its key: what stays on the disk is ciphertext that nobody can read.',
  },
  done: { ko: '{{vm}}의 볼륨을 암호화한다', en: 'encrypt the volume of {{vm}}' },
} satisfies CommandText;
