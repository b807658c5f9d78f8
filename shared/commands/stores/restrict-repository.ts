import { repositoryCommand, securing } from '../on-repository.ts';

/** Has a backup server reached from the storage network alone (rule M24). */
export const restrictRepository = repositoryCommand({
  name: 'restrict-repository',
  role: 'network',
  key: '',
  fits: ['open-repository'],
  contains: ['mass-read'],
  price: (pace) => pace.restrictPrice,
  length: (pace) => pace.restrictLength,
  done: ({ reachedFrom }) => reachedFrom.length === 0,
  finish: securing('reachedFrom'),
  words: {
    name: { ko: '백업 서버 접속 제한', en: 'Restrict the backup server' },
    does: {
      ko: '백업 서버에 스토리지 네트워크에서만 닿게 합니다. 패치되지 않았어도 다른 구역에서는 공격할 수 없습니다. 정해진 시각의 백업은 그대로 이루어집니다.',
      en: 'The backup server is reached from the storage network alone: patched or not, nobody gets to it from other zones. Backups go on at their hours.',
    },
    done: {
      ko: '백업 서버 접속을 스토리지 네트워크로 제한한다',
      en: 'restrict the backup server to the storage network',
    },
    control: { ko: '백업 서버 네트워크 분리', en: 'The backup server on a network of its own' },
  },
});
