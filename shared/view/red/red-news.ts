import { attacks } from '../../attacks/registry.ts';
import type { EventOf, GameEvent } from '../../world/history.ts';
import { NONE, type Tick, type VmId } from '../../world/ids.ts';
import type { ActArgs, Attacker } from '../../world/people/attacker.ts';
import { ownNote } from '../../world/people/known.ts';
import { type Deep, find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import type { View } from '../view.ts';
import type { NewsRow, RedRows } from './red-rows.ts';

/** How many of the latest stay on the screen. */
const STAYS = 40;

type Item = Omit<NewsRow, 'id'>;

/** What came of their own acts, numbered as it happened; of old there is nothing left. */
export function newsOf(
  world: ReadonlyWorld,
  attacker: Deep<Attacker>,
  history: readonly GameEvent[],
  before: View<RedRows> | null,
): (NewsRow | null)[] {
  const table: (NewsRow | null)[] = before ? [...before.tables.news] : [null];
  for (const item of itemsAfter({ world, attacker, history }, before?.tick ?? 0)) {
    table.push({ id: table.length, ...item });
  }
  for (let id = table.length - STAYS - 1; id > 0 && table[id] !== null; id -= 1) table[id] = null;
  return table;
}

/**
 * When they took the host under a VM of theirs from it, by that VM's number, while they hold it.
 * @param before this view as it was at an earlier tick
 */
export function takenFrom(
  world: ReadonlyWorld,
  attacker: Deep<Attacker>,
  history: readonly GameEvent[],
  before: View<RedRows> | null,
): ReadonlyMap<number, Tick> {
  const taken = new Map<number, Tick>();
  for (const row of before?.tables.knownVms ?? []) {
    if (row !== null && row.hostTaken > 0) taken.set(row.id, row.hostTaken as Tick);
  }
  for (const { kind, vm, tick } of itemsAfter({ world, attacker, history }, before?.tick ?? 0)) {
    if (kind === 'host') taken.set(vm, tick as Tick);
    if (kind === 'host-lost') taken.delete(vm);
  }
  return taken;
}

function itemsAfter(scene: Scene, tick: number): Item[] {
  const { history } = scene;
  const items: Item[] = [];
  for (let i = firstAfter(history, tick); i < history.length; i += 1) {
    const event = history[i];
    const item = event && newsIn(scene, event);
    if (item) items.push(item);
  }
  return items;
}

/** The place of the first event after a tick. */
function firstAfter(history: readonly GameEvent[], tick: number): number {
  let at = history.length;
  while (at > 0 && (history[at - 1]?.tick ?? 0) > tick) at -= 1;
  return at;
}

interface Scene {
  readonly world: ReadonlyWorld;
  readonly attacker: Deep<Attacker>;
  readonly history: readonly GameEvent[];
}

function newsIn(scene: Scene, event: GameEvent): Item | null {
  const { attacker } = scene;
  if (event.kind === 'evicted') {
    if (event.data.attacker !== attacker.id) return null;
    return item(event, 'evicted', '', numberOf(attacker, event.data.vm));
  }
  if (event.kind === 'vm-destroyed') return lostIn(scene, event);
  if (event.kind === 'host-rebuilt') return hostLostIn(scene, event);
  if (event.actor.kind !== 'attacker' || event.actor.id !== attacker.id) return null;
  switch (event.kind) {
    case 'learned': {
      const { attack, notes, probed } = event.data;
      if (probed)
        return {
          ...item(event, 'learned', attack, probed.vm),
          need: probed.need,
          holds: probed.holds,
        };
      return item(event, notes > 0 ? 'learned' : 'nothing', attack, vmOf(attacker, event));
    }
    case 'image-implanted':
      return item(event, 'foothold', event.data.attack, NONE);
    case 'layout-read':
      return item(event, 'learned', event.data.attack, vmOf(attacker, event));
    case 'foothold':
      return item(event, 'foothold', event.data.attack, vmOf(attacker, event));
    case 'harm': {
      const { kind, attack, asset, vm } = event.data;
      const number = numberOf(attacker, vm);
      if (kind === 'takeover') return item(event, 'host', attack, number);
      if (kind !== 'leak') return item(event, 'outage', attack, number);
      return {
        ...item(event, 'loot', attack, number),
        asset: find(scene.world.assets, asset)?.name ?? '',
      };
    }
    case 'act-ended':
      return endIn(scene, event);
    default:
      return null;
  }
}

/** What they rented was taken away by someone else. */
function lostIn({ attacker }: Scene, event: EventOf<'vm-destroyed'>): Item | null {
  const number = vmOf(attacker, event);
  const themselves = event.actor.kind === 'tenant' && event.actor.id === attacker.tenant;
  if (number === NONE || themselves || attacker.notes[ownNote(number)] === undefined) return null;
  return item(event, 'evicted', '', number);
}

/**
 * A host that they had taken over was installed anew, and whoever was below its guests is out (rule
 * A53). It is told by the VM from which they had taken it.
 */
function hostLostIn({ attacker, history }: Scene, event: EventOf<'host-rebuilt'>): Item | null {
  const [host] = event.subjects;
  for (let i = event.seq - 2; i >= 0; i -= 1) {
    const earlier = history[i];
    if (host === undefined || !earlier?.subjects.includes(host)) continue;
    if (earlier.kind === 'host-rebuilt') return null;
    if (earlier.kind !== 'harm' || earlier.data.kind !== 'takeover') continue;
    const { actor, data } = earlier;
    const theirs = actor.kind === 'attacker' && actor.id === attacker.id;
    return theirs ? item(event, 'host-lost', '', numberOf(attacker, data.vm)) : null;
  }
  return null;
}

/** An act that failed says which precondition it was; one that worked and brought nothing says so. */
function endIn({ history }: Scene, event: EventOf<'act-ended'>): Item | null {
  const [act = 0] = event.causes;
  const began = history[act - 1];
  const args: ActArgs = began?.kind === 'act' ? began.data.args : {};
  const vm = args.vm ?? args.from ?? NONE;
  const { attack, outcome, need = '' } = event.data;
  if (outcome === 'needs-unmet')
    return { ...item(event, 'failed', attack, vm), need, holds: false };
  return attacks.get(attack)?.saysItAll || broughtSomething(history, event, act)
    ? null
    : item(event, 'nothing', attack, vm);
}

/** Whether anything in that tick came of the act: what does is emitted before its end. */
function broughtSomething(history: readonly GameEvent[], end: GameEvent, act: number): boolean {
  for (let i = end.seq - 2; i >= 0; i -= 1) {
    const event = history[i];
    if (!event || event.tick !== end.tick) return false;
    const brings = [
      'learned',
      'layout-read',
      'image-implanted',
      'foothold',
      'harm',
      'frames-smuggled',
    ].includes(event.kind);
    if (brings && event.causes.some((cause) => cause === act)) return true;
  }
  return false;
}

const numberOf = ({ knownVms }: Deep<Attacker>, vm: number): number =>
  knownVms.indexOf(vm as VmId) + 1;

/** Their number of the VM that an event is about, or 0. */
function vmOf(attacker: Deep<Attacker>, { subjects }: GameEvent): number {
  const [vm] = subjects.filter((ref) => ref.startsWith('vms/'));
  return vm === undefined ? NONE : numberOf(attacker, Number(vm.slice('vms/'.length)));
}

const item = ({ tick }: GameEvent, kind: NewsRow['kind'], attack: string, vm: number): Item => ({
  tick,
  kind,
  attack,
  vm,
  need: '',
  holds: null,
  asset: '',
});
