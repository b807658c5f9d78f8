import { hostSwitch } from '../on-host.ts';

/** Has logins to a host ask for a second factor; each order about it takes longer from then on (rule K123). */
export const requireMfa = hostSwitch({
  name: 'require-mfa',
  role: 'analyst',
  key: '',
  contains: ['admin-login-refused'],
  setting: 'mfa',
  to: true,
  about: ({ platform }) => platform !== 'native',
  price: (pace) => pace.mfaPrice,
  length: (pace) => pace.mfaLength,
  words: {
    name: { ko: '다중 인증(MFA) 요구', en: 'Require MFA' },
    does: {
      ko: '호스트에 로그인할 때 두 번째 인증 요소를 요구합니다. 비밀번호를 알아도 들어오지 못합니다. 대신 이 호스트에 내리는 명령은 하나하나 더 오래 걸립니다(게임에서 정한 값).',
      en: 'Logins to the host take a second factor: a password alone opens nothing. Each order about the host takes longer from then on (the game’s own figure).',
    },
    done: { ko: '{{host}}에 다중 인증을 요구한다', en: 'require MFA at {{host}}' },
    control: { ko: '관리자 로그인에 다중 인증(MFA)', en: 'MFA for administrators’ logins' },
  },
});
