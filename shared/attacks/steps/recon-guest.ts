import { probeDevice } from '../../mechanics/exits/exits.ts';
import { record } from '../../mechanics/harm/evidence.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { about, inside, lookedInto, noteDown, type VmNotes, vmNote } from '../../world/people/known.ts';
import { find, get } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import { isAtLeast } from '../../world/machine/vm.ts';
import { type Attack, atTheEnd } from '../attack.ts';
import { originOf } from '../needs/escape.ts';
import { codeInGuest, guestRuns } from '../needs/guest.ts';

/** Devices that nothing needs any more and that a look around touches all the same. */
const LEGACY = ['floppy', 'xhci'] as const;

/**
 * A look around from inside a guest. A guest can tell what runs it: by the CPUID leaf of the
 * hypervisor, by the identifiers of its devices, by what its kernel says of itself (§12.2). Whoever may
 * touches its old devices as well, and that is the tell; without permission for ports an access faults
 * inside the guest, and nobody outside sees it (rule A30).
 */
export const reconGuest: Attack = {
  id: 'recon-guest',
  catalogue: null,
  target: 3,
  family: null,
  takes: ['vm'],
  brings: 'notes',
  needs: [guestRuns, codeInGuest],
  length: (tempo) => tempo.recon,
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
  },
  effect: (turn, { attacker, operation }, { vm = 0 }, proof) => {
    const row = get(turn.world.vms, vm);
    const host = get(turn.world.hosts, row.host);
    const found: Partial<VmNotes> = {
      technique: row.technique,
      platform: host.platform,
      devices: row.devices.join(','),
      'host-build': host.build,
      'device-build': row.deviceBuild,
      'kernel-build': row.kernel,
      seccomp: host.seccomp ? 1 : 0,
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
};
