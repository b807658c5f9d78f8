import { repositoryCommand, securing } from '../on-repository.ts';

/** Has restore points kept for their time, whoever wants to delete them (rule M29). */
export const makeImmutable = repositoryCommand({
  name: 'make-immutable',
  role: 'operator',
  key: '',
  fits: ['mutable-backups'],
  contains: ['copies-deleted'],
  price: (pace) => pace.immutablePrice,
  length: (pace) => pace.immutableLength,
  done: ({ immutable }) => immutable,
  finish: securing('immutable'),
  words: {
    name: { ko: '변경할 수 없는 백업', en: 'Make backups immutable' },
    does: {
      ko: '복원 지점을 정해진 기간에는 아무도, 백업 관리자도 지우지 못합니다. 그만큼 저장 공간을 더 삽니다. 읽는 것은 막지 않습니다.',
      en: 'Nobody deletes a restore point before its time, not even who administers the backup; the price is for the space. It does not keep anybody from reading.',
    },
    done: { ko: '백업을 변경할 수 없게 한다', en: 'make the backups immutable' },
    control: { ko: '변경할 수 없는 백업', en: 'Immutable backups' },
  },
});
