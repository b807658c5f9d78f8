import { setFact } from '../../world/fact.ts';
import { NATURE } from '../../world/history.ts';
import type { Seq, VmId } from '../../world/ids.ts';
import { get } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import { record } from '../harm/evidence.ts';

/** Root in a container puts a program in place of one that is started there, which leads back to the runtime. */
export function laySnare({ world }: Turn, vm: VmId, cause: Seq): void {
  if (get(world.vms, vm).snare === 'none') setFact(world, 'vms', vm, 'snare', 'laid', cause);
}

/**
 * The runtime starts a process in a container (rule K96). Where a snare is laid it runs what it finds there,
 * and so itself, open to be written to. Source: CVE-2019-5736, by an exec or by the start of a container.
 */
export function springSnare(turn: Turn, vm: VmId, cause: Seq): void {
  const { world } = turn;
  const { snare, host, technique } = get(world.vms, vm);
  if (technique !== 'container' || snare !== 'laid') return;
  const sprung = emit(turn, 'snare-sprung', {
    actor: NATURE,
    subjects: [`vms/${vm}`],
    causes: [cause],
    data: { vm, host },
  });
  setFact(world, 'vms', vm, 'snare', 'sprung', sprung);
  record(
    turn,
    { kind: 'host-process', host, vm, shows: 'runtime-written' },
    { actor: NATURE, cause: sprung },
  );
}
