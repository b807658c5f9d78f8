import { readConfig } from '../../mechanics/exits/config-space.ts';
import { probeDevice } from '../../mechanics/exits/exits.ts';
import { record } from '../../mechanics/harm/evidence.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { readsInCommon } from '../../mechanics/merging.ts';
import { lackedBy } from '../../mechanics/overcommit.ts';
import { leaksL1 } from '../../mechanics/processor/l1-fault.ts';
import { canNest } from '../../mechanics/processor/nesting.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { isAtLeast } from '../../world/machine/vm.ts';
import {
  about,
  inside,
  lookedInto,
  noteDown,
  type VmNotes,
  vmNote,
} from '../../world/people/known.ts';
import { find, get } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { originOf } from '../needs/escape.ts';
import { codeInGuest, guestRuns } from '../needs/guest.ts';

/** Devices that nothing needs any more and that a look around touches all the same. */
const LEGACY = ['floppy', 'xhci'] as const;

/**
 * A look around from inside a guest. A guest can tell what runs it: by the CPUID leaf of the
 * hypervisor, by the identifiers of its devices, by what its kernel says of itself (§12.2). Whoever may
 * touches its old devices as well, and reads the configuration of one of its own, and that is the tell; without permission for ports an access faults
 * inside the guest, and nobody outside sees it (rule A30).
 */
export const reconGuest = defineAttack({
  id: 'recon-guest',
  catalogue: null,
  targets: [3],
  family: null,
  takes: ['vm'],
  brings: 'notes',
  needs: [guestRuns, codeInGuest],
  length: (lengths) => lengths.recon,
  resolve: (world, attacker, { vm = 0 }) => {
    const id = attacker.knownVms[vm - 1] ?? NONE;
    return find(world.vms, id) ? { attacker: attacker.id, vm: id } : null;
  },
  strikes: atTheEnd,
  opening: (turn, by, { vm = 0 }) => {
    const row = find(turn.world.vms, vm);
    const there = row?.power === 'running' && ringOf(turn.world, by.attacker.id, vm) !== 'none';
    if (!row || !there) return;
    if (row.technique === 'container') {
      record(turn, { kind: 'syscall', vm: row.id, host: row.host }, originOf(by));
      return;
    }
    if (!isAtLeast(ringOf(turn.world, by.attacker.id, vm), 'root')) return;
    for (const device of LEGACY) probeDevice(turn, row.id, device, originOf(by));
    readConfig(turn, row.id, originOf(by));
  },
  effect: (turn, { attacker, operation }, { vm = 0 }, proof) => {
    const row = get(turn.world.vms, vm);
    const host = get(turn.world.hosts, row.host);
    const found: Partial<VmNotes> = {
      technique: row.technique,
      'word-size': row.wordSize,
      platform: host.platform,
      devices: row.devices.join(','),
      nic: row.nicModel,
      accel3d: row.accel3d ? 1 : 0,
      card: row.card,
      'host-build': host.build,
      'device-build': row.deviceBuild,
      'kernel-build': row.kernel,
      seccomp: host.seccomp ? 1 : 0,
      ...(row.technique === 'container'
        ? {
            grants: row.grants.join(','),
            userns: host.userns ? 1 : 0,
            lsm: host.lsm ? 1 : 0,
          }
        : { tools: row.tools.join(',') }),
      svm: canNest(row, host) && host.vendor === 'amd' ? 1 : 0,
      l1tf: leaksL1(host) && host.nestedPaging ? 1 : 0,
      merging: readsInCommon(turn.world, row.id) ? 1 : 0,
      // The driver of its balloon says how much it holds.
      ...(lackedBy(row) > 0 ? { short: 1 } : {}),
      flips: row.memory.some((id) => host.weakFrames.includes(id)) && !host.rowGuard ? 1 : 0,
    };
    const number = attacker.knownVms.indexOf(vm as VmId) + 1;
    const fresh = noteDown(
      attacker.notes,
      Object.fromEntries(
        Object.entries(found).map(([field, value]) => [
          vmNote(number, field as keyof VmNotes),
          value,
        ]),
      ),
    );
    attacker.notes[lookedInto(number)] = turn.world.tick;
    emit(turn, 'learned', {
      actor: { kind: 'attacker', id: attacker.id },
      subjects: [`vms/${vm}`],
      causes: proof.causes,
      data: { attack: operation.attack, notes: fresh },
    });
  },
  prospects: (known) =>
    inside(known, 'user')
      .filter(({ number }) => about(known, number, 'technique') === undefined)
      .map(({ number }) => ({
        attack: 'recon-guest',
        args: { vm: number },
        gain: { kind: 'notes' },
        sure: true,
      })),
  words: {
    name: { ko: '게스트 내부 정찰', en: 'Reconnaissance inside a guest' },
    does: {
      ko: '무엇이 이 VM을 실행하는지 안에서 살펴 기법, 장치, 빌드를 알아냅니다. 커널이나 root라면 옛 장치를 건드린 흔적이, 컨테이너라면 드문 시스템 콜이 남습니다. 그 밖에는 눈에 띄지 않습니다.',
      en: 'Looks from inside at what runs the VM: technique, devices, builds. With the kernel or as root it touches old devices, in a container it makes an odd system call, and both show; otherwise nothing stands out.',
    },
    lead: {
      ko: '공격자는 VM 안에서 무엇이 자신을 실행하고 있는지 살폈습니다. CPUID와 장치 식별자만 읽어도 가상화 기법과 빌드가 드러납니다.',
      en: 'From inside a VM the attacker looked at what runs it. CPUID and the identifiers of devices give the technique and the build away.',
    },
    title: {
      ko: '공격자가 {{tenant}}의 {{workload}} VM 안을 정찰했습니다',
      en: 'The attacker looked around in the {{workload}} VM of {{tenant}}',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'code-in-guest': {
        ko: '공격자가 그 VM 안에서 코드를 실행하고 있었다',
        en: 'The attacker ran code in the VM',
      },
    },
  },
});
