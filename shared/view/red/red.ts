import { attacks } from '../../attacks/registry.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { inDeck } from '../../world/deck.ts';
import type { FlawName } from '../../world/flaws/registry.ts';
import { type AttackerId, NONE, type Tick, type VmId } from '../../world/ids.ts';
import { type ActLengths, actLengthsOf } from '../../world/people/act-lengths.ts';
import type { ActArgs, Attacker, MindMemory, MindName } from '../../world/people/attacker.ts';
import { type Gain, type Known, type KnownVm, ownNote } from '../../world/people/known.ts';
import type { Deep } from '../../world/table.ts';
import { find, rows } from '../../world/table.ts';
import type { Phase, ReadonlyWorld } from '../../world/world.ts';

/** An act under way. */
interface Busy {
  readonly attack: string;
  readonly args: ActArgs;
}

/**
 * All that an attacker knows. Built by naming: what frames hold, where VMs stand and what the
 * defenders do is not in it, and cannot be until it has been discovered.
 */
export interface RedView {
  readonly tick: Tick;
  readonly phase: Phase;
  readonly actLengths: ActLengths;
  readonly known: Known;
  /** What is in play, and how many ticks each takes: `prospectsOf` says what to try of it. */
  readonly inPlay: readonly string[];
  readonly lengths: Readonly<Record<string, Tick>>;
  /** What each would bring: of two doors to the same prize, the second is no better than the first. */
  readonly brings: Readonly<Record<string, Gain['kind']>>;
  readonly busy: readonly Busy[];
  /** How many bodies of data they hold, and hosts that they run code below. */
  readonly loot: number;
  readonly memory: Deep<MindMemory>;
}

/** The view of one attacker. */
export function projectRed(world: ReadonlyWorld, id: AttackerId): RedView {
  const attacker = find(world.attackers, id);
  if (!attacker) throw new Error(`no attacker ${id}`);
  const actLengths = actLengthsOf(world.pace, attacker.mind);
  const known = knownTo(world, attacker);
  const busy: Busy[] = [];
  for (const operation of rows(world.operations)) {
    if (operation.attacker === id) busy.push({ attack: operation.attack, args: operation.args });
  }
  return {
    tick: world.tick,
    phase: world.phase,
    actLengths,
    known,
    ...repertoireOf(world, attacker.mind),
    busy,
    loot: attacker.loot.length + attacker.hosts.length,
    memory: attacker.memory,
  };
}

type Repertoire = Pick<RedView, 'inPlay' | 'lengths' | 'brings'>;

interface Kept {
  readonly deck: ReadonlyWorld['deck'];
  readonly of: Partial<Record<MindName, Repertoire>>;
}

/** By the pace of a match, with the deck that it was found for: both stay as long as the match. */
const repertoires = new WeakMap<object, Kept>();

/** What those of that level can do in a match: asked in every tick, and never another. */
function repertoireOf(world: ReadonlyWorld, mind: MindName): Repertoire {
  const { pace, deck } = world;
  const last = repertoires.get(pace);
  const kept = last?.deck === deck ? last : { deck, of: {} };
  repertoires.set(pace, kept);
  kept.of[mind] ??= whatThereIs(world, actLengthsOf(pace, mind));
  return kept.of[mind];
}

function whatThereIs(world: ReadonlyWorld, actLengths: ActLengths): Repertoire {
  const inPlay: string[] = [];
  const lengths: Record<string, Tick> = {};
  const brings: Record<string, Gain['kind']> = {};
  for (const attack of attacks.values()) {
    if (attack.catalogue !== null && !inDeck(world, 'attacks', attack.id)) continue;
    inPlay.push(attack.id);
    lengths[attack.id] = attack.length(actLengths);
    brings[attack.id] = attack.brings;
  }
  return { inPlay, lengths, brings };
}

function knownTo(world: ReadonlyWorld, attacker: Deep<Attacker>): Known {
  let waiting = false;
  for (const request of rows(world.requests)) {
    const open = request.state === 'open' || request.state === 'in-work';
    if (open && attacker.knownRequests.includes(request.id)) waiting = true;
  }
  const flaws: Partial<Record<FlawName, number>> = {};
  for (const flaw of rows(world.flaws)) {
    if (flaw.public || attacker.zeroDays.includes(flaw.name)) flaws[flaw.name] = flaw.fixedIn;
  }
  return {
    vms: attacker.knownVms.map((vm, i) => knownVm(world, attacker, vm, i + 1)),
    notes: attacker.notes,
    flaws,
    waiting,
    asked: attacker.knownRequests.length,
  };
}

/** They can tell whether a VM runs where they are inside, or rent it; of others they know nothing. */
function knownVm(
  world: ReadonlyWorld,
  attacker: Deep<Attacker>,
  id: VmId,
  number: number,
): KnownVm {
  const row = find(world.vms, id);
  const ring = ringOf(world, attacker.id, id);
  const own = attacker.notes[ownNote(number)] !== undefined;
  const moves = ring !== 'none' && row !== null && row.movingTo !== NONE;
  const moving = moves ? ({ moving: true } as const) : {};
  if (own) return { number, own, power: row?.power ?? 'gone', ring, ...moving };
  const power = ring === 'none' ? 'unknown' : (row?.power ?? 'unknown');
  return { number, own, power, ring, ...moving };
}
