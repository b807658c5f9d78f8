import { patchRepository as patch, repositoryPatch } from '../../mechanics/stores/backups.ts';
import { repositoryCommand } from '../on-repository.ts';

/** Patches a backup server (rule M25). */
export const patchRepository = repositoryCommand({
  name: 'patch-repository',
  role: 'operator',
  key: '',
  fits: ['backup-outdated'],
  price: (pace) => pace.patchRepositoryPrice,
  length: (pace) => pace.patchRepositoryLength,
  done: ({ id, build }, world) => build >= repositoryPatch(world, id),
  finish: (turn, repository, order) =>
    patch(turn, repository, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '백업 서버 패치', en: 'Patch the backup server' },
    does: {
      ko: '백업 서버를 공개된 최신 빌드로 올립니다. VM은 멈추지 않습니다. 이미 읽힌 사본은 되돌릴 수 없습니다.',
      en: 'Raises the backup server to the latest published build. No VM stops. Copies that were read already stay read.',
    },
    done: { ko: '백업 서버를 패치한다', en: 'patch the backup server' },
    control: { ko: '백업 서버 패치', en: 'Patch the backup server' },
  },
});
