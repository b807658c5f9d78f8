import type { Attack } from '../../attacks/attack.ts';
import { attacks } from '../../attacks/registry.ts';
import { NONE } from '../../world/ids.ts';
import { lengthOf } from '../../world/people/act-lengths.ts';
import type { ActArgs } from '../../world/people/attacker.ts';
import {
  ASKED_FOR,
  about,
  actKey,
  type Known,
  type KnownVm,
  ownNote,
} from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { prospectsOf } from '../prospects.ts';
import type { RedView } from './red.ts';
import { chipsOf } from './red-chips.ts';
import type { CardRow } from './red-rows.ts';

interface Try {
  readonly attack: string;
  readonly args: ActArgs;
}

/**
 * What people could try, with what they know of each precondition: all that a mind would think of,
 * and what it would not because it knows better, about the VMs that they are in. Of other VMs a mind
 * leaves out only what cannot be reached.
 */
export function cardsOf(world: ReadonlyWorld, view: RedView): (CardRow | null)[] {
  const table: (CardRow | null)[] = [null];
  const seen = new Set<string>();
  for (const { attack: id, args } of [
    ...prospectsOf(view.known, view.inPlay),
    ...bold(world, view),
  ]) {
    const attack = attacks.get(id);
    const key = actKey(id, args);
    if (!attack || seen.has(key)) continue;
    seen.add(key);
    const row = card(view, attack, args);
    while (table.length <= row.id) table.push(null);
    table[row.id] = row;
  }
  return table;
}

function card(view: RedView, attack: Attack, args: ActArgs): CardRow {
  const fast = view.lengths[attack.id] ?? 1;
  return {
    id: numberOf(view.inPlay, attack.id, args),
    attack: attack.id,
    args,
    gain: attack.brings,
    needs: chipsOf(view.known, attack.id, args),
    fast,
    quiet: lengthOf(fast, true),
  };
}

/**
 * The number of a card: the same for the same act in every view of a match, whatever was in between,
 * and so that those of the VMs that were met first come first.
 */
function numberOf(
  inPlay: readonly string[],
  attack: string,
  { from = NONE, vm = NONE }: ActArgs,
): number {
  const shell = Math.max(from, vm);
  const place = shell * shell + (from === shell ? vm : shell + 1 + from);
  return 1 + place * inPlay.length + inPlay.indexOf(attack);
}

/** Whatever else can be tried about a VM in which they are, though a mind would know better. */
function bold(world: ReadonlyWorld, { known, inPlay }: RedView): Try[] {
  const attacker = find(world.attackers, 1);
  if (!attacker) return [];
  return known.vms
    .filter(({ ring }) => ring !== 'none')
    .flatMap((vm) =>
      inPlay
        .flatMap((id) => attacks.get(id) ?? [])
        .filter((attack) => attack.takes.join() === 'vm' && worthALook(known, attack, vm))
        .map((attack) => ({ attack: attack.id, args: { vm: vm.number } }))
        // Where they are they can tell what is there: nothing comes out by it that they do not know.
        .filter(({ attack, args }) => attacks.get(attack)?.resolve(world, attacker, args) !== null),
    );
}

/** What has been read through holds nothing new, and to one's own data one need not break in. */
function worthALook(
  known: Known,
  { id, brings, flaw }: Attack,
  { number, ring }: KnownVm,
): boolean {
  // Without what was theirs before the match they would have nowhere to stand.
  if (id === 'entry-return') return known.notes[ownNote(number)] === ASKED_FOR;
  if (id === 'res-disk-blocks') return about(known, number, 'disk-read') === undefined;
  if (id === 'img-secrets-left') return about(known, number, 'image-read') === undefined;
  if (brings === 'loot') return about(known, number, 'memory-read') === undefined;
  if (brings === 'ring') return ring !== 'kernel';
  return flaw === undefined || known.flaws[flaw] !== undefined;
}
