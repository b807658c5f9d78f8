import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import { NATURE } from '../../world/history.ts';
import { type AssetId, type HostId, NONE, type Seq, type VmId } from '../../world/ids.ts';
import type { Program } from '../../world/machine/host-os.ts';
import { find, get } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { record } from '../harm/evidence.ts';
import { springSnare } from './snare.ts';

/** Whether that program runs on a host's OS. */
export const hasProgram = (world: ReadonlyWorld, host: number, program: Program): boolean =>
  find(world.hosts, host)?.programs.includes(program) === true;

/**
 * Somebody who works at a type 2 host reads mail and opens what came with it (rule K98): people do, and no
 * chance is in it. What an attacker had sent runs from then on with that user's rights.
 */
export function readMail(turn: Turn, host: HostId, cause: Seq): void {
  const { world } = turn;
  const { inbox } = get(world.hosts, host);
  const opened = emit(turn, 'attachment-opened', {
    actor: NATURE,
    subjects: [`hosts/${host}`],
    causes: [cause, provenanceOf(world, fact('hosts', host, 'inbox'))],
    data: { host },
  });
  // A lawful one starts a program too: to show what it is.
  const trace = { kind: 'host-process', host, vm: NONE, shows: 'mail-child' } as const;
  record(turn, trace, { actor: NATURE, cause: opened });
  if (inbox === NONE) return;
  setFact(world, 'hosts', host, 'inbox', NONE, opened);
  setFact(world, 'hosts', host, 'ran', inbox, opened);
}

/** Nobody is logged in there any more: what ran with a user's rights is gone, and what waited for them. */
export function endSessions({ world }: Turn, id: HostId, cause: Seq): void {
  const { inbox, ran } = get(world.hosts, id);
  if (inbox !== NONE) setFact(world, 'hosts', id, 'inbox', NONE, cause);
  if (ran !== NONE) setFact(world, 'hosts', id, 'ran', NONE, cause);
}

/** Somebody there copies data, to put it elsewhere. */
export function copy(turn: Turn, host: HostId, asset: AssetId, cause: Seq): void {
  const copied = emit(turn, 'copied', {
    actor: NATURE,
    subjects: [`hosts/${host}`, `assets/${asset}`],
    causes: [cause],
    data: { host, asset },
  });
  setFact(turn.world, 'hosts', host, 'clipboard', asset, copied);
}

/** A guest is given what was copied at its host, as its user means it to. */
export function paste(turn: Turn, vm: VmId, cause: Seq): void {
  const { host } = get(turn.world.vms, vm);
  const trace = { kind: 'host-process', host, vm, shows: 'clipboard-taken' } as const;
  record(turn, trace, { actor: NATURE, cause });
}

/** The backup agent of a host reads the files of its VMs, as it is meant to. */
export function backUp(turn: Turn, host: HostId, cause: Seq): void {
  const trace = { kind: 'host-process', host, vm: NONE, shows: 'vm-files-read' } as const;
  record(turn, trace, { actor: NATURE, cause });
}

/** An administrator has a shell started in a container: a process of the host goes into it. */
export function execInto(turn: Turn, vm: VmId, cause: Seq): void {
  const { host } = get(turn.world.vms, vm);
  const trace = { kind: 'host-process', host, vm, shows: 'edge-crossed' } as const;
  record(turn, trace, { actor: NATURE, cause });
  springSnare(turn, vm, cause);
}
