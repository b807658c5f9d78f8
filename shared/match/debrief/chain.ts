import { causesOf } from '../../world/causes.ts';
import type { FactRef } from '../../world/fact.ts';
import type { EventKind, EventOf, GameEvent } from '../../world/history.ts';
import type { ChainStep } from '../report.ts';
import { isStep } from './candidates.ts';
import { isBeside, trapsIn } from './filters.ts';
import type { Names } from './names.ts';
import { valuesOf } from './words.ts';

/** Events that say something to a reader; the others are only links between them. */
const TOLD: ReadonlySet<EventKind> = new Set([
  'request-opened',
  'vm-placed',
  'vm-moving',
  'vm-moved',
  'vm-zoned',
  'vm-reverted',
  'vm-destroyed',
  'vm-shrunk',
  'memory-swapped',
  'snapshot-taken',
  'backed-up',
  'vm-restored',
  'frames-freed',
  'frames-smuggled',
  'pages-merged',
  'blocks-freed',
  'policy-set',
  'wipe-set',
  'rules-edited',
  'rules-pushed',
  'setting-changed',
  'tools-changed',
  'grants-dropped',
  'programs-removed',
  'os-patched',
  'attachment-opened',
  'copied',
  'snare-sprung',
  'address-taken',
  'ips-tuned',
  'devices-changed',
  'device-swapped',
  'technique-changed',
  'filter-set',
  'trap-decided',
  'owner-left',
  'image-baked',
  'image-implanted',
  'config-edited',
  'injected',
  'act',
  'layout-read',
  'foothold',
  'harm',
]);

/** Events in which data is left behind. */
const LEAVING: ReadonlySet<EventKind> = new Set([
  'frames-freed',
  'blocks-freed',
  'frames-smuggled',
]);

/** Whether a fact is what a frame or a block still holds. */
const isResidue = (ref: FactRef): boolean => ref.endsWith('/residue');

/** The chain of a harm: a walk backward over causes, told forward. */
export function chainOf(
  history: readonly GameEvent[],
  harm: EventOf<'harm'>,
  names: Names,
): ChainStep[] {
  const causes = causesOf(history, harm);
  const traps = trapsIn(causes.filter(isStep).flatMap(({ data }) => data.needs));
  const events = causes.filter((event) => TOLD.has(event.kind) && !isBeside(event, traps));
  // That it was being moved is told where the move itself is not.
  const moved = events.some(({ kind }) => kind === 'vm-moved');
  const told = events.filter(({ kind }) => kind !== 'vm-moving' || !moved);
  const steps = told.map((event) => step(event, names));
  // Residue that nobody in this match left was there before it began.
  const residue = harm.data.needs.some(({ facts }) => facts.some(isResidue));
  const left = events.some(({ kind }) => LEAVING.has(kind));
  if (!residue || left) return steps;
  const { asset, host, victim } = harm.data;
  const facts = { asset: names.asset(asset), host, tenant: names.tenant(victim) };
  return [{ seq: 0, tick: 0, kind: 'scenario', actor: 'scenario', who: 0, facts }, ...steps];
}

function step(event: GameEvent, names: Names): ChainStep {
  const { actor } = event;
  return {
    seq: event.seq,
    tick: event.tick,
    kind: event.kind,
    actor: actor.kind,
    who: 'id' in actor ? actor.id : 0,
    facts: valuesOf(event, names),
  };
}
