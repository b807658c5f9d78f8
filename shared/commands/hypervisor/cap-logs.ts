import { dropLog } from '../../mechanics/device-log.ts';
import { hostSwitch } from '../on-host.ts';

/**
 * Caps and rotates the logs of a host's device models, and cuts back those that have grown past it (rule B7). Source:
 * virtlogd (`max_size`, `max_backups`); ESXi's vmware.log (`log.rotateSize`, `log.keepOld`).
 */
export const capLogs = hostSwitch({
  name: 'cap-logs',
  role: 'hypervisor',
  key: '',
  fits: ['grown-log'],
  contains: ['disk-full', 'no-disk'],
  setting: 'logCap',
  to: true,
  length: (pace) => pace.limitLength,
  // A container has the devices of its host's kernel, and no model of any.
  about: ({ platform, retired }) => platform !== 'container' && platform !== 'native' && !retired,
  after: (turn, host, _, cause) => dropLog(turn, host, cause),
  words: {
    name: { ko: '장치 모델 로그 제한', en: 'Cap device-model logs' },
    does: {
      ko: '장치 모델의 로그를 정한 크기에서 새 파일로 넘기고 오래된 것부터 지웁니다. 이미 넘친 로그는 잘라 내고 블록을 되돌려 받습니다. 지워진 로그는 다시 볼 수 없습니다.',
      en: 'Rotates the logs of device models at a size, and deletes the oldest. A log that has outgrown it is cut back, and its blocks are free again. What was cut off can no longer be read.',
    },
    done: {
      ko: '{{host}}에서 장치 모델의 로그 크기를 제한한다',
      en: 'cap the logs of device models on {{host}}',
    },
    control: { ko: '장치 모델 로그의 크기 제한', en: 'A cap on device-model logs' },
  },
});
