import { hostSwitch } from '../on-host.ts';

/** Has the audit records of a host sent to a log server, where sensor S5 reads them from then on (rule S71). */
export const forwardHostLog = hostSwitch({
  name: 'forward-host-log',
  role: 'analyst',
  key: '',
  setting: 'hostAudit',
  to: true,
  price: (pace) => pace.hostAuditPrice,
  length: (pace) => pace.sensorLength,
  words: {
    name: { ko: '호스트 감사 기록 전송', en: 'Forward audit records' },
    does: {
      ko: '호스트에 직접 한 로그인을 로그 서버로 보내 S5가 볼 수 있게 합니다. 기본값은 꺼짐이라, 켜기 전에는 호스트의 셸에서 한 일이 관리 서버의 로그에 남지 않습니다.',
      en: 'Sends logins at the host itself to a log server, where S5 sees them. It is off by default: until then nothing that is done at the host’s own shell is in the log of the management server.',
    },
    done: {
      ko: '{{host}}의 감사 기록을 로그 서버로 보낸다',
      en: 'forward the audit records of {{host}}',
    },
    control: { ko: '호스트 감사 기록 전송', en: 'Audit records of hosts, forwarded' },
  },
});
