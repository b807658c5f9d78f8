import { intrude } from '../../mechanics/harm/intrusion.ts';
import { mountStore } from '../../mechanics/stores/configs.ts';
import { mountsStore, storeOf } from '../../mechanics/stores/stores.ts';
import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import { NONE, type StoreId, type VmId } from '../../world/ids.ts';
import { between, inside } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { originOf } from '../needs/escape.ts';
import { fromStrike } from '../needs/management/hosts.ts';
import { sourceSends } from '../needs/source.ts';
import { configsUnchecked, filesThere, storeWritable, vmOff } from '../needs/stores/configs.ts';
import { filesReadable } from '../needs/stores/files.ts';

/**
 * B36: the configuration of a VM is edited where it lies, while the VM is off. Its next start is from a disk of theirs, which
 * puts another hash of root’s password onto its own: then they are in it as root (rule A173).
 * Source: FACTS B36 with section I; ATT&CK T1006, T1565.001, T1578.005.
 */
export const cfgVmxTamper = defineAttack({
  id: 'cfg-vmx-tamper',
  catalogue: 'B36',
  targets: [4],
  family: 'images',
  takes: ['from', 'vm'],
  brings: 'ring',
  needs: [...sourceSends, storeWritable, filesThere, vmOff, filesReadable, configsUnchecked],
  headline: ['store-writable', 'files-readable', 'configs-unchecked'],
  length: (lengths) => lengths.access + 2 * lengths.privilege,
  resolve: (world, attacker, args) => {
    const strike = fromStrike(world, attacker, args);
    const vm = find(world.vms, attacker.knownVms[(args.vm ?? NONE) - 1] ?? NONE);
    const store = vm && storeOf(world, vm.host);
    return strike && vm && store && { ...strike, vm: vm.id, store: store.id };
  },
  strikes: atTheEnd,
  opening: (turn, by, { from = NONE, store = 0 }) => {
    if (mountsStore(turn.world, from, store))
      mountStore(turn, from as VmId | 0, store as StoreId, originOf(by));
  },
  effect: (turn, { attacker, operation }, { vm = 0 }, proof) => {
    intrude(turn, vm as VmId, 'root', { attacker, attack: operation.attack, proof });
    const since = provenanceOf(turn.world, fact('vms', vm, 'foothold'));
    setFact(turn.world, 'vms', vm, 'drifted', true, since);
  },
  prospects: (known) =>
    [NONE, ...inside(known, 'user').map(({ number }) => number)].flatMap((from) =>
      known.vms
        .filter(({ number, own, ring }) => {
          return !own && ring === 'none' && between(known, from, number, 'files') === 1;
        })
        .map(({ number: vm }) => ({
          attack: 'cfg-vmx-tamper',
          args: { from, vm },
          gain: { kind: 'ring', vm, ring: 'root' },
          sure: false,
        })),
    ),
  words: {
    name: { ko: '꺼진 VM의 설정 변조', en: 'Tampering with a VM that is off' },
    does: {
      ko: '데이터스토어에 있는 꺼진 VM의 설정 파일을 고쳐, 다음에 켜질 때 공격자의 디스크로 먼저 부팅하면서 root의 비밀번호 해시가 바뀌게 합니다. VM이 켜지면 root로 들어갑니다. 파일이 암호화되어 있거나 켤 때 설정의 해시를 검사하면 통하지 않습니다. 데이터스토어의 마운트는 S14에, 달라진 해시는 S6에 보이고, 관리 평면의 기록(S5)에는 남지 않습니다.',
      en: 'Edits the configuration of a VM that is off, on the datastore where it lies: it starts from a disk of the attacker first, which replaces the hash of root’s password. Once it runs they are root in it. Encrypted files stop it, and so does a check of the hash at power-on. S14 sees the mount and S6 the changed hash; the management log (S5) has nothing of it.',
    },
    lead: {
      ko: '공격자는 이 VM이 꺼져 있을 때 그 파일을 고쳤습니다. VM은 파일의 묶음이라, 데이터스토어에 쓸 수 있으면 켜지기 전에 바꿀 수 있습니다. 관리 서버를 거치지 않았으므로 관리 기록에는 아무것도 남지 않았습니다. 파일이 암호화되어 있었거나 켤 때 설정의 해시를 검사했다면 일어나지 않았을 일입니다.',
      en: 'The attacker changed the files of the VM while it was off. A VM is a set of files, and whoever writes to the datastore changes it before it starts; the management server had no part in it, so its log says nothing. Encrypted files would have stopped it, or a check of the configuration’s hash at power-on.',
    },
    title: {
      ko: '공격자가 꺼져 있던 {{tenant}}의 {{workload}} VM을 고쳐 root로 들어왔습니다',
      en: 'The attacker changed the {{workload}} VM of {{tenant}} while it was off, and came in as root',
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
      'store-writable': {
        ko: '데이터스토어의 접근 목록이 공격자가 있던 구역도 들여보냈다',
        en: 'The access list of the datastore let in the zone of the attacker',
      },
      'files-there': {
        ko: '그 VM의 파일이 그 데이터스토어에 있었다',
        en: 'The files of the VM lay on that datastore',
      },
      'vm-off': {
        ko: '그 VM이 꺼져 있어 파일이 잠겨 있지 않았다',
        en: 'The VM was off, and its files were not locked',
      },
      'files-readable': {
        ko: '그 VM의 파일이 암호화되어 있지 않았다',
        en: 'The files of the VM were not encrypted',
      },
      'configs-unchecked': {
        ko: '켤 때 설정의 해시를 아무도 검사하지 않았다',
        en: 'Nobody checked the hash of its configuration at power-on',
      },
    },
  },
});
