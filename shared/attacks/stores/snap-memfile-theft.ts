import { leak } from '../../mechanics/harm/harm.ts';
import { copySnapshots, liesOn } from '../../mechanics/stores/stores.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { about, inside } from '../../world/people/known.ts';
import { type Deep, find, get, rows } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { type Attack, defineAttack } from '../attack.ts';
import { originOf } from '../needs/escape.ts';
import { fromStrike } from '../needs/management/hosts.ts';
import { allHold, sourceSends } from '../needs/source.ts';
import { foreignData } from '../needs/storage.ts';
import { filesReadable, memorySaved, storeOpen } from '../needs/stores/files.ts';

/** Every snapshot on every datastore, of VMs of others: they copy what there is. */
const atEachSnapshot: Attack['strikes'] = (world, strike, done, length) =>
  done < length ? [] : [...rows(world.stores)].flatMap(({ id }) => filesOn(world, strike, id));

function filesOn(world: ReadonlyWorld, strike: Parameters<Attack['strikes']>[1], store: number) {
  const there = get(world.stores, store);
  const isOthers = (vm: Deep<Vm> | null): boolean => vm !== null && vm.tenant !== strike.tenant;
  return [...rows(world.snapshots)]
    .filter((kept) => liesOn(kept, there) && isOthers(find(world.vms, kept.vm)))
    .map(({ id: snapshot, vm }) => ({ ...strike, store, snapshot, vm }));
}

/**
 * B31: what a VM had in memory lies on a datastore in a file, since a snapshot was taken of it as it ran. Who mounts the store
 * copies that file and has the keys and the passwords that were in it, without a trace in the guest (rule A150).
 * Source: FACTS B31 with section I; ATT&CK T1005, T1003.
 */
export const snapMemfileTheft = defineAttack({
  id: 'snap-memfile-theft',
  catalogue: 'B31',
  targets: [4],
  dumps: true,
  family: 'images',
  takes: ['from'],
  brings: 'loot',
  needs: [...sourceSends, storeOpen, memorySaved, filesReadable, foreignData],
  headline: ['store-open', 'files-readable'],
  // Gigabytes of memory are copied, and searched for what looks like a key.
  length: (lengths) => 2 * lengths.access + 2 * lengths.privilege + lengths.act,
  resolve: (world, attacker, args) => {
    const strike = fromStrike(world, attacker, args);
    return strike && { ...strike, tenant: attacker.tenant };
  },
  strikes: atEachSnapshot,
  opening: (turn, by, strike) => {
    if (allHold(turn.world, sourceSends, strike)) {
      copySnapshots(turn, (strike.from ?? NONE) as VmId | 0, originOf(by));
    }
  },
  effect: (turn, { attacker, operation }, strike, proof) => {
    const { from = NONE, vm = 0, store = 0, snapshot = 0 } = strike;
    const done = (from === NONE ? vm : from) as VmId;
    const args = { source: from, vm, store, snapshot };
    const { asset } = get(turn.world.vms, vm);
    leak(turn, asset, { attacker, attack: operation.attack, vm: done, args, proof });
  },
  prospects: (known) =>
    [NONE, ...inside(known, 'user').map(({ number }) => number)]
      .filter((from) => (about(known, from, 'saved-memory') ?? 0) > 0)
      .map((from) => ({
        attack: 'snap-memfile-theft',
        args: { from },
        gain: { kind: 'loot' },
        sure: false,
      })),
  words: {
    name: { ko: '메모리 상태 파일 탈취', en: 'Stealing saved memory' },
    does: {
      ko: '마운트할 수 있는 데이터스토어에서 메모리가 저장된 스냅샷 파일을 복사해, 그 안에서 키와 비밀번호를 찾습니다. 게스트에는 흔적이 남지 않습니다. 접근 목록에서 빠지거나 VM의 파일이 암호화되어 있으면 통하지 않습니다. 호스트가 아닌 곳의 대량 읽기는 S14에 보입니다.',
      en: 'Copies snapshots with memory off every datastore that can be mounted, and searches them for keys and passwords. The guest shows nothing. It needs a place on the access list, and VMs whose files are not encrypted. S14 sees such reads from anything that is no host.',
    },
    lead: {
      ko: '공격자는 VM에 들어간 적이 없습니다. 메모리를 포함한 스냅샷은 실행 중이던 VM의 메모리를 파일로 남기고, 그 안에는 키와 비밀번호가 평문으로 들어 있습니다. 데이터스토어를 마운트한 누구나 그 파일을 복사할 수 있었습니다. 파일이 암호화되어 있었다면 복사해도 읽지 못했을 것입니다.',
      en: 'The attacker was never in the VM. A snapshot with memory leaves what a running VM had in memory in a file, keys and passwords in plain text among it, and whoever mounted the datastore could copy that. Had the files been encrypted, the copy would have told nothing.',
    },
    title: {
      ko: '데이터스토어에 저장된 메모리에서 {{victim}}의 {{asset}}{이/가} 새어 나갔습니다',
      en: 'The {{asset}} of {{victim}} leaked from memory saved on a datastore',
    },
    needs: {
      'source-runs': {
        ko: '공격자가 접속한 VM이 켜져 있었다',
        en: 'The VM that the attacker came from was running',
      },
      'code-in-source': {
        ko: '공격자가 그 VM 안에서 코드를 실행할 수 있었다',
        en: 'The attacker could run code in that VM',
      },
      'store-open': {
        ko: '데이터스토어의 접근 목록이 호스트가 아닌 곳도 들여보냈다',
        en: 'The access list of the datastore let in more than hosts',
      },
      'memory-saved': {
        ko: '그 VM의 메모리가 스냅샷과 함께 거기에 저장되어 있었다',
        en: 'The memory of the VM lay there, saved with a snapshot',
      },
      'files-readable': {
        ko: '그 VM의 파일이 암호화되어 있지 않았다',
        en: 'The files of the VM were not encrypted',
      },
      'foreign-data': {
        ko: '그 VM은 다른 테넌트의 데이터를 다루고 있었다',
        en: 'The VM worked with another tenant’s data',
      },
    },
  },
});
