import { verifyCommand } from '../on-store.ts';

/** Has the configuration of a VM compared with what was approved, by its hash, as it is powered on (rule M41). Source: FACTS B36. */
export const checkConfigs = verifyCommand({
  name: 'check-configs',
  role: 'operator',
  key: '',
  of: 'datastore',
  fits: ['unchecked-store'],
  price: ({ pace }) => pace.checkConfigsPrice,
  length: ({ pace }) => pace.checkConfigsLength,
  words: {
    name: { ko: '켤 때 VM 설정 검사', en: 'Check configurations at power-on' },
    does: {
      ko: '이 데이터스토어의 VM을 켤 때마다 설정의 해시를 승인된 것과 비교합니다. 다르면 켜지지 않습니다. 관리자가 정상적으로 바꾼 설정도 다시 승인할 때까지 켜지지 않습니다. 실행 중인 VM은 그대로입니다.',
      en: 'Whenever a VM of this datastore is powered on, the hash of its configuration is compared with what was approved; if it differs, the VM stays off. So does one that an administrator changed in good order, until that is approved. VMs that run are left alone.',
    },
    done: {
      ko: '데이터스토어 {{store}}의 VM 설정을 켤 때마다 검사하게 한다',
      en: 'have configurations on datastore {{store}} checked at power-on',
    },
    control: {
      ko: '켤 때 VM 설정의 해시 검사',
      en: 'Hashes of configurations, checked at power-on',
    },
  },
});
