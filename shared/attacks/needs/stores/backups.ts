import { reachesRepository } from '../../../mechanics/stores/backups.ts';
import { fact } from '../../../world/fact.ts';
import type { Counter } from '../../../world/history.ts';
import { about, hasFlaw } from '../../../world/people/known.ts';
import { find } from '../../../world/table.ts';
import type { Need } from '../../need.ts';
import { letInFacts } from '../let-in.ts';

/** Packets get to the backup repository from where they are (rule M24). `from` (0: the internet) and `repository` of the strike. */
export const repositoryOpen: Need<'repository-open'> = {
  id: 'repository-open',
  words: {
    short: { ko: '백업 서버에 도달 가능', en: 'the backup server is reached' },
    failed: {
      ko: '거기서는 백업 서버에 도달하지 못했습니다',
      en: 'the backup server could not be reached from there',
    },
  },
  known: {
    around: (known, { from }) =>
      about(known, from, 'backup-build') === undefined ? undefined : true,
  },
  holds: (world, { from = 0, repository = 0 }) => reachesRepository(world, from, repository),
  facts: (world, { from = 0, repository = 0 }) => {
    return letInFacts(world, from, [fact('repositories', repository, 'reachedFrom')]);
  },
  counters: (_, { repository = 0 }): Counter[] => [
    {
      command: 'restrict-repository',
      args: { repository },
      moment: 'after',
      fact: fact('repositories', repository, 'reachedFrom'),
    },
  ],
};

/** The backup server is older than the fix. `repository` and `flaw` of the strike. */
export const repositoryUnpatched: Need<'repository-unpatched'> = {
  id: 'repository-unpatched',
  words: {
    short: { ko: '백업 서버 미패치', en: 'backup server unpatched' },
    failed: {
      ko: '백업 서버가 이미 패치되어 있었습니다',
      en: 'the backup server had been patched',
    },
  },
  known: {
    around: (known, { from, flaw }) =>
      flaw === undefined ? undefined : hasFlaw(known, flaw, about(known, from, 'backup-build')),
  },
  holds: (world, { repository = 0, flaw = 0 }) =>
    (find(world.repositories, repository)?.build ?? Number.MAX_SAFE_INTEGER) <
    (find(world.flaws, flaw)?.fixedIn ?? 0),
  facts: (_, { repository = 0, flaw = 0 }) => [
    fact('repositories', repository, 'build'),
    fact('flaws', flaw, 'fixedIn'),
  ],
  counters: (_, { repository = 0 }) => [
    {
      command: 'patch-repository',
      args: { repository },
      moment: 'after',
      fact: fact('repositories', repository, 'build'),
    },
  ],
};

/** The repository holds a copy of the VM (rule M26). `repository`, `copy` and `vm` of the strike. */
export const copyThere: Need<'copy-there'> = {
  id: 'copy-there',
  words: {
    short: { ko: 'VM의 백업 사본 있음', en: 'a copy of the VM' },
    failed: {
      ko: '그 VM의 사본은 거기에 없었습니다',
      en: 'no copy of the VM was there',
    },
  },
  holds: (world, { repository = 0, copy = 0, vm = 0 }) => {
    const kept = find(world.copies, copy);
    return kept !== null && kept.repository === repository && kept.vm === vm;
  },
  facts: (_, { copy = 0 }) => [fact('copies', copy, 'repository'), fact('copies', copy, 'vm')],
  counters: () => [],
};

/** What was copied can be read there: it is not encrypted. `repository` of the strike. */
export const backupsPlain: Need<'backups-plain'> = {
  id: 'backups-plain',
  words: {
    short: { ko: '암호화되지 않은 백업', en: 'backups not encrypted' },
    failed: { ko: '백업이 암호화되어 있었습니다', en: 'the backups were encrypted' },
  },
  holds: (world, { repository = 0 }) => find(world.repositories, repository)?.encrypted === false,
  facts: (_, { repository = 0 }) => [fact('repositories', repository, 'encrypted')],
  counters: (_, { repository = 0 }) => [
    {
      command: 'encrypt-backups',
      args: { repository },
      moment: 'after',
      fact: fact('repositories', repository, 'encrypted'),
    },
  ],
};
