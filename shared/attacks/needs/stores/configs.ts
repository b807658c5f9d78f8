import { fact } from '../../../world/fact.ts';
import { between } from '../../../world/people/known.ts';
import { find } from '../../../world/table.ts';
import { noted } from '../../knowing.ts';
import type { Need } from '../../need.ts';
import { mounted } from './mounted.ts';

/** The datastore is mounted where they are, to be written to (rules M20, M44). `from` (0: the internet) and `store`. */
export const storeWritable = mounted(
  'store-writable',
  {
    short: { ko: '데이터스토어에 쓰기 가능', en: 'the datastore can be written to' },
    failed: {
      ko: '거기서는 데이터스토어에 쓰지 못했습니다',
      en: 'the datastore could not be written to from there',
    },
  },
  (known, { from, vm }) => (between(known, from, vm, 'files') === undefined ? undefined : true),
);

/** The files of the VM lie on that datastore: its host keeps them there. `vm` and `store` of the strike. */
export const filesThere: Need<'files-there'> = {
  id: 'files-there',
  words: {
    short: { ko: '거기에 있는 VM 파일', en: 'the files of the VM lie there' },
    failed: {
      ko: '거기에는 그 VM의 파일이 없었습니다',
      en: 'the files of the VM did not lie there',
    },
  },
  holds: (world, { vm = 0, store = 0 }) => {
    const row = find(world.vms, vm);
    return row !== null && find(world.stores, store)?.hosts.includes(row.host) === true;
  },
  facts: (_, { vm = 0, store = 0 }) => [fact('vms', vm, 'host'), fact('stores', store, 'hosts')],
  counters: () => [],
};

/** It is off: the files of one that runs are locked, and its configuration is read as it starts. `vm` of the strike. */
export const vmOff: Need<'vm-off'> = {
  id: 'vm-off',
  words: {
    short: { ko: 'VM 꺼짐', en: 'VM is off' },
    failed: {
      ko: '대상 VM이 켜져 있어 파일이 잠겨 있었습니다',
      en: 'the VM ran, and its files were locked',
    },
  },
  known: { around: (known, { from, vm }) => noted(between(known, from, vm, 'files')) },
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.power === 'stopped',
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'power')],
  counters: (_, { vm = 0 }) => [
    { command: 'start-vm', args: { vm }, moment: 'after', fact: fact('vms', vm, 'power') },
  ],
};

/** Nobody compares its configuration with what was approved as it is powered on (rule M41). `store` of the strike. */
export const configsUnchecked: Need<'configs-unchecked'> = {
  id: 'configs-unchecked',
  words: {
    short: { ko: '설정을 검사하지 않는 전원 켜기', en: 'power-on without a configuration check' },
    failed: {
      ko: '전원을 켤 때 VM 설정의 해시를 검사했습니다',
      en: 'the hash of the configuration was checked at power-on',
    },
  },
  holds: (world, { store = 0 }) => find(world.stores, store)?.verified === false,
  facts: (_, { store = 0 }) => [fact('stores', store, 'verified')],
  counters: (_, { store = 0 }) => [
    {
      command: 'check-configs',
      args: { store },
      moment: 'after',
      fact: fact('stores', store, 'verified'),
    },
  ],
};
