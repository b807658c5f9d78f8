import { leak } from '../../mechanics/harm/harm.ts';
import { deleteCopy, reachesRepository, readAll } from '../../mechanics/stores/backups.ts';
import { type CopyId, NONE, type VmId } from '../../world/ids.ts';
import { about, hasFlaw, inside } from '../../world/people/known.ts';
import { find, get, rows } from '../../world/table.ts';
import { type Attack, defineAttack, usableFlaw } from '../attack.ts';
import { alsoProved, proofOf } from '../need.ts';
import { originOf } from '../needs/escape.ts';
import { fromStrike } from '../needs/management/hosts.ts';
import { allHold, sourceSends } from '../needs/source.ts';
import { foreignData } from '../needs/storage.ts';
import {
  backupsPlain,
  copyThere,
  repositoryOpen,
  repositoryUnpatched,
} from '../needs/stores/backups.ts';

/** Every copy in every repository, of VMs of others. */
const atEachCopy: Attack['strikes'] = (world, strike, done, length) =>
  done < length
    ? []
    : [...rows(world.copies)]
        .filter(({ vm }) => find(world.vms, vm) !== null)
        .filter(({ vm }) => find(world.vms, vm)?.tenant !== strike.tenant)
        .map(({ id: copy, repository, vm }) => ({ ...strike, repository, copy, vm }));

/**
 * B46: code on the backup server, which asks for no login. All copies are theirs to read, if nobody encrypted them, and to
 * delete, unless they are immutable: what is destroyed afterwards is not restored (rule A152).
 * Source: FACTS B46 with section I (CVE-2024-40711); ATT&CK T1490, T1530, T1552.
 */
export const bakExposed = defineAttack({
  id: 'bak-exposed',
  catalogue: 'B46',
  targets: [4, 5],
  dumps: true,
  family: 'images',
  takes: ['from'],
  brings: 'loot',
  flaw: 'backup-deserialisation',
  needs: [...sourceSends, repositoryOpen, repositoryUnpatched, copyThere, foreignData],
  deeper: [backupsPlain],
  headline: ['repository-open', 'repository-unpatched', 'backups-plain'],
  length: (lengths) => 2 * lengths.access + 2 * lengths.privilege + lengths.act,
  resolve: (world, attacker, args) => {
    const by = fromStrike(world, attacker, args);
    const flaw = usableFlaw(world, attacker, 'backup-deserialisation');
    return by && flaw !== NONE ? { ...by, tenant: attacker.tenant, flaw } : null;
  },
  strikes: atEachCopy,
  opening: (turn, by, strike) => {
    if (!allHold(turn.world, sourceSends, strike)) return;
    for (const { id } of rows(turn.world.repositories)) {
      if (reachesRepository(turn.world, strike.from ?? NONE, id)) readAll(turn, id, originOf(by));
    }
  },
  effect: (turn, by, strike, proof) => {
    const { attacker, operation } = by;
    const { from = NONE, vm = 0, repository = 0, copy = 0, flaw = 0 } = strike;
    const done = (from === NONE ? vm : from) as VmId;
    const args = { source: from, vm, repository, copy, flaw };
    const { asset } = get(turn.world.vms, vm);
    if (allHold(turn.world, [backupsPlain], strike)) {
      const plain = proofOf(turn.world, [backupsPlain], strike, operation.act);
      const whole = alsoProved(proof, plain);
      leak(turn, asset, { attacker, attack: operation.attack, vm: done, args, proof: whole });
    }
    // Read or not, whoever has the server deletes what it lets them delete (rule M29).
    if (get(turn.world.repositories, repository).immutable) return;
    deleteCopy(turn, copy as CopyId, originOf(by).actor, proof.causes);
  },
  prospects: (known) =>
    [NONE, ...inside(known, 'user').map(({ number }) => number)]
      .filter((from) =>
        hasFlaw(known, 'backup-deserialisation', about(known, from, 'backup-build')),
      )
      .map((from) => ({
        attack: 'bak-exposed',
        args: { from },
        gain: { kind: 'loot' },
        sure: false,
      })),
  words: {
    name: { ko: '백업 사본 탈취와 삭제', en: 'Reading and deleting backups' },
    does: {
      ko: '패치되지 않은 백업 서버에서 로그인 없이 코드를 실행해 모든 VM의 사본을 읽고, 지울 수 있는 복원 지점은 지웁니다. 서버에 닿지 못하거나 패치되었거나 백업이 암호화되어 있으면 읽지 못합니다. 대량 읽기는 S14에 보이지만 정해진 백업도 그렇게 보입니다.',
      en: 'Runs code on an unpatched backup server without a login, reads the copies of all VMs, and deletes restore points that can be deleted. It needs a way to the server, and backups in plain text. S14 sees the mass read; a backup at its hour looks the same.',
    },
    lead: {
      ko: '운영 중인 호스트와 VM은 건드리지 않았습니다. 백업 저장소에는 모든 VM의 사본이 있고, 그것을 가진 사람은 그 VM을 오프라인에서 가집니다. 백업이 암호화되어 있었다면 읽지 못했을 것이고, 변경할 수 없게 되어 있었다면 지우지 못했을 것입니다.',
      en: 'No host and no VM was touched. A backup repository holds a soft copy of every VM, and whoever has that owns the machine offline. Had the backups been encrypted, they could not have been read; had they been immutable, they could not have been deleted.',
    },
    title: {
      ko: '백업 사본에서 {{victim}}의 {{asset}}{이/가} 새어 나갔습니다',
      en: 'The {{asset}} of {{victim}} leaked from a backup',
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
      'repository-open': {
        ko: '공격자가 있는 곳에서 백업 서버에 도달할 수 있었다',
        en: 'The backup server could be reached from where the attacker was',
      },
      'repository-unpatched': {
        ko: '백업 서버의 빌드가 이 결함을 고친 빌드보다 낮았다',
        en: 'The backup server was older than the fix',
      },
      'copy-there': {
        ko: '그 VM의 사본이 백업 저장소에 있었다',
        en: 'A copy of the VM was in the repository',
      },
      'backups-plain': {
        ko: '백업이 암호화되어 있지 않았다',
        en: 'The backups were not encrypted',
      },
      'foreign-data': {
        ko: '그 VM은 다른 테넌트의 데이터를 다루고 있었다',
        en: 'The VM worked with another tenant’s data',
      },
    },
  },
});
