import { hostSwitch } from '../on-host.ts';

/** Puts a host into lockdown mode: from then on its own shell takes a login of exception users alone (rule K122). */
export const lockdownHost = hostSwitch({
  name: 'lockdown-host',
  role: 'hypervisor',
  key: '',
  setting: 'lockdown',
  to: true,
  // Lockdown mode is a bare-metal hypervisor's: a host OS has logins of its own.
  about: ({ platform }) => platform === 'type1',
  length: (pace) => pace.lockdownLength,
  words: {
    name: { ko: '잠금 모드', en: 'Lockdown mode' },
    does: {
      ko: '호스트에 직접 하는 로그인을 거부하고 관리 서버를 거친 관리만 받습니다(일반 잠금 모드, 콘솔은 남습니다). SSH를 멈추지는 않습니다. SSH가 켜져 있으면 예외 사용자는 잠금 모드에서도 들어옵니다.',
      en: 'Refuses logins to the host itself; it is managed by way of the management server alone (normal lockdown: the local console stays). It does not stop SSH: while that runs, exception users get in all the same.',
    },
    done: { ko: '{{host}}에 잠금 모드를 켠다', en: 'put {{host}} into lockdown mode' },
    control: { ko: '호스트 잠금 모드', en: 'Lockdown mode' },
  },
});
