import { liesOn } from '../../../mechanics/stores/stores.ts';
import { fact } from '../../../world/fact.ts';
import { about } from '../../../world/people/known.ts';
import { find } from '../../../world/table.ts';
import type { Need } from '../../need.ts';
import { mounted } from './mounted.ts';

/** The datastore is mounted where they are (rule M20). `from` (0: the internet) and `store` of the strike. */
export const storeOpen = mounted(
  'store-open',
  {
    short: { ko: '데이터스토어에 접속 가능', en: 'the datastore can be mounted' },
    failed: {
      ko: '거기서는 데이터스토어를 마운트하지 못했습니다',
      en: 'the datastore could not be mounted from there',
    },
  },
  (known, { from }) => (about(known, from, 'saved-memory') === undefined ? undefined : true),
);

/** A file with the memory of the VM lies there (rule M21). `snapshot` and `store` of the strike. */
export const memorySaved: Need<'memory-saved'> = {
  id: 'memory-saved',
  words: {
    short: { ko: '메모리가 저장된 스냅샷', en: 'a snapshot with memory' },
    failed: {
      ko: '거기에는 메모리가 저장된 스냅샷이 없었습니다',
      en: 'no snapshot with memory lay there',
    },
  },
  holds: (world, { snapshot = 0, store = 0 }) => {
    const kept = find(world.snapshots, snapshot);
    const there = find(world.stores, store);
    return kept?.memory === true && there !== null && liesOn(kept, there);
  },
  facts: (_, { snapshot = 0, store = 0 }) => [
    fact('snapshots', snapshot, 'memory'),
    fact('snapshots', snapshot, 'host'),
    fact('stores', store, 'hosts'),
  ],
  counters: () => [],
};

/**
 * What is in its files can be read: they are not encrypted (rule M23). That its volume
 * is says nothing of memory that was saved. `vm` of the strike.
 */
export const filesReadable: Need<'files-readable'> = {
  id: 'files-readable',
  words: {
    short: { ko: '암호화되지 않은 VM 파일', en: 'files of the VM not encrypted' },
    failed: { ko: 'VM의 파일이 암호화되어 있었습니다', en: 'the files of the VM were encrypted' },
  },
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.filesEncrypted === false,
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'filesEncrypted')],
  counters: (_, { vm = 0 }) => [
    {
      command: 'encrypt-vm',
      args: { vm },
      moment: 'after',
      fact: fact('vms', vm, 'filesEncrypted'),
    },
  ],
};
