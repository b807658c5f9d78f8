import { meet } from '../mechanics/harm/intrusion.ts';
import { libraryOf } from '../mechanics/library.ts';
import { mountsStore, storeOf } from '../mechanics/stores/stores.ts';
import { inDeck } from '../world/deck.ts';
import type { Attacker, Notes } from '../world/people/attacker.ts';
import { IMPLANTS, vmNote, wayNote } from '../world/people/known.ts';
import { rows } from '../world/table.ts';
import type { World } from '../world/world.ts';

/** Where they look from: the VM, or 0 for the internet, and the attacker's own number for it. */
interface Lookout {
  readonly from: number;
  readonly number: number;
}

/** Images in the library, where that is mounted from there, and in how many of them code of theirs still is (rule A171). */
export function librarySeen(
  world: World,
  { id, notes }: Attacker,
  { from, number }: Lookout,
): Notes {
  const library = libraryOf(world);
  const mounted = library !== null && mountsStore(world, from, library.id);
  const key = vmNote(number, 'library');
  // Where no library has ever been mounted there is nothing to write down.
  if (!mounted) return notes[key] === undefined ? {} : { [key]: 0 };
  const images = [...rows(world.images)];
  const theirs = images.filter(({ implant }) => implant === id).length;
  const counted = notes[IMPLANTS] === undefined ? {} : { [IMPLANTS]: theirs };
  return { [key]: images.length, ...counted };
}

/**
 * VMs of others whose files lie on datastores that are mounted from there, and whether they are locked: those of a VM that runs are
 * (rule A174). Who is met so is known by a number from then on.
 */
export function disksSeen(world: World, attacker: Attacker, { from, number }: Lookout): Notes {
  const found: Record<string, number> = {};
  if (!inDeck(world, 'attacks', 'cfg-vmx-tamper')) return found;
  for (const { id, tenant, host, power, technique } of rows(world.vms)) {
    if (tenant === attacker.tenant || technique === 'container') continue;
    const store = storeOf(world, host);
    if (store !== null && mountsStore(world, from, store.id)) {
      found[wayNote(number, meet(attacker, id), 'files')] = power === 'stopped' ? 1 : 0;
      continue;
    }
    const known = wayNote(number, attacker.knownVms.indexOf(id) + 1, 'files');
    if (attacker.notes[known] !== undefined) found[known] = 0;
  }
  return found;
}
