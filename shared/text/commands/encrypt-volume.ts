import type { CommandText } from '../kinds.ts';

export const encryptVolume = {
  name: { ko: '볼륨 암호화', en: 'Encrypt the volume' },
  does: {
    ko: '이 VM이 사라지면 열쇠도 사라져, 디스크에 남는 것은 읽을 수 없는 암호문뿐입니다.',
    en: 'Its key goes when it goes: what stays on the disk is ciphertext that nobody can read.',
  },
  done: { ko: '{{vm}}의 볼륨을 암호화한다', en: 'encrypt the volume of {{vm}}' },
} satisfies CommandText;
