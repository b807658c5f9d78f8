import { type Attack, atTheEnd, type Striker } from '../../attacks/attack.ts';
import type { Need, Strike } from '../../attacks/need.ts';
import { allNeeds } from '../../attacks/probe.ts';
import { attacks } from '../../attacks/registry.ts';
import { takeover } from '../../mechanics/harm/harm.ts';
import { type FactRef, fact } from '../../world/fact.ts';
import type { Counter, GameEvent } from '../../world/history.ts';
import { type HostId, NONE, type OperationId, SCENARIO, type VmId } from '../../world/ids.ts';
import { rentersFoothold } from '../../world/machine/vm.ts';
import type { ActArgs, Attacker } from '../../world/people/attacker.ts';
import { get } from '../../world/table.ts';
import type { World } from '../../world/world.ts';
import { Judge, Lasting } from './judge.ts';
import { isKnowable, isTheirs } from './knowable.ts';
import { SOMEBODY } from './seen.ts';
import { idOf, type Node, nodesOf, type Start } from './start.ts';

/** Something that gets them further. */
export interface Step {
  readonly attack: string;
  readonly from: Node;
  readonly to: Node;
  /** The step by which `from` was theirs as far as this one takes, or -1: from the beginning. */
  readonly after: number;
  /** It is the first that reaches `to`. */
  readonly first: boolean;
  /** It rests on nothing that defenders have to guess. */
  readonly sure: boolean;
  /** What defenders could do about it, where that was asked for. */
  readonly counters: readonly Counter[];
}

/** What would get them further but for one thing. */
export interface Blocked {
  readonly attack: string;
  readonly from: Node;
  readonly to: Node;
  /** What is not so. */
  readonly need: string;
}

export interface Found {
  /** All that is theirs in the end, what it began with included, in the order in which it fell. */
  readonly fallen: readonly Node[];
  readonly steps: readonly Step[];
  /** Of what does not fall: by each attack one, the first that was met. */
  readonly blocked: readonly Blocked[];
}

const PROOF = { needs: [], causes: [] } as const;

/**
 * Attacks by which somebody gets anywhere: not what only looks around, keeps others from their work, or
 * begins with renting something.
 */
const ADVANCING: readonly Attack[] = [...attacks.values()].filter(
  ({ brings, catalogue }) =>
    brings === 'host' ||
    brings === 'ring' ||
    brings === 'loot' ||
    (brings === 'notes' && catalogue !== null),
);
/** Those that strike once first: what is missing of them is soon known, and the others need not be asked. */
const FROM_ELSEWHERE = ADVANCING.filter(
  ({ takes }) => takes.includes('from') && takes.includes('vm'),
).sort((a, b) => Number(a.strikes !== atTheEnd) - Number(b.strikes !== atTheEnd));
/** Those that strike whatever comes by. */
const FROM_HERE = ADVANCING.filter(({ takes }) => takes.includes('from') && !takes.includes('vm'));
const ON_THE_SPOT = ADVANCING.filter(({ takes }) => !takes.includes('from'));
/** What gets them out of where they are first, and what gets them deeper into it after that. */
const OUTWARD = ON_THE_SPOT.filter(({ brings }) => brings === 'host');
const INWARD = ON_THE_SPOT.filter(({ brings }) => brings === 'ring' || brings === 'notes');

/**
 * What follows if something is somebody's, breadth first: each attack of the registry is tried by its own
 * needs, and what it does to the world it does, so that the next finds it done. Nothing here knows any rule
 * of an attack.
 */
export class Search {
  readonly #world: World;
  readonly #attacker: Attacker;
  readonly #history: GameEvent[] = [];
  readonly #wantsCounters: boolean;
  /** What is theirs, and the step that took it furthest. */
  readonly #got = new Map<Node, number>();
  readonly #steps: Step[] = [];
  /** By what would fall, and by attack. */
  readonly #blocked = new Map<Node, Map<Attack, Blocked>>();
  readonly #due: Node[] = [];
  /** By attack, the need by which it was last found to rest on what is theirs. */
  readonly #restsBy = new Map<Attack, Need>();
  readonly #judge: Judge;
  /** The access list that lets a machine of theirs in. */
  #mounted: FactRef | null = null;
  /** VMs by their ids: they are named often. */
  readonly #nodes: readonly Node[];

  /**
   * @param world of `seenWorld`; it is changed
   * @param wantsCounters whether steps are to say what would counter them
   * @param lasting what other searches of the same world found
   */
  constructor(world: World, wantsCounters = false, lasting = new Lasting()) {
    this.#world = world;
    this.#attacker = get(world.attackers, SOMEBODY);
    this.#wantsCounters = wantsCounters;
    this.#judge = new Judge(world, lasting);
    this.#nodes = world.vms.map((_, id): Node => `vms/${id}`);
  }

  run(start: Start): Found {
    for (const node of nodesOf(this.#world, start)) this.#occupy(node);
    for (let node = this.#due.shift(); node !== undefined; node = this.#due.shift()) {
      if (node.startsWith('vms/')) this.#goOnFromVm(idOf(node));
      else if (node.startsWith('stores/')) this.#goOnFromStore(node);
      else this.#goOnFromHost(idOf(node));
    }
    const blocked = [...this.#blocked].flatMap(([to, stopped]) =>
      this.#got.has(to) ? [] : [...stopped.values()],
    );
    return { fallen: [...this.#got.keys()], steps: this.#steps, blocked };
  }

  /** It is theirs to begin with, as deep as whoever rents a VM is in it. */
  #occupy(node: Node): void {
    const turn = { world: this.#world, history: this.#history };
    const id = idOf(node);
    if (node.startsWith('stores/')) {
      this.#mount(id);
    } else if (node.startsWith('vms/')) {
      const vm = get(this.#world.vms, id);
      Object.assign(vm, { foothold: rentersFoothold(vm.technique), intruder: SOMEBODY });
    } else {
      const vm = (vmOn(this.#world, id) ?? NONE) as VmId;
      const deed = { attacker: this.#attacker, attack: '', vm, args: {}, proof: PROOF };
      takeover(turn, id as HostId, deed);
      this.#judge.touch();
    }
    this.#got.set(node, -1);
    this.#due.push(node);
  }

  /** A datastore lets in a machine of theirs, which stands for no VM of this room. */
  #mount(id: number): void {
    const row = get(this.#world.stores, id);
    Object.assign(row, { reachedFrom: [...row.reachedFrom, 'internet'] });
    this.#mounted = fact('stores', id, 'reachedFrom');
    this.#judge.touch();
  }

  /** By what is done to files by whoever mounts where they lie. */
  #goOnFromStore(node: Node): void {
    this.#judge.turnTo(node);
    const args = { from: NONE };
    for (const attack of FROM_HERE) {
      const about = attack.resolve(this.#world, this.#attacker, args);
      if (about) this.#try(attack, args, about, node);
    }
  }

  /** By what they had there as they came first: what gets them deeper is worth another look later. */
  #goOnFromVm(vm: number): void {
    if (get(this.#world.vms, vm).intruder !== SOMEBODY) return;
    this.#judge.turnTo(`vms/${vm}`);
    for (const attack of OUTWARD) this.#tryOnSpot(attack, vm);
    for (const attack of FROM_HERE) {
      const args = { from: vm };
      const about = attack.resolve(this.#world, this.#attacker, args);
      if (about) this.#try(attack, args, about, `vms/${vm}`);
    }
    // Into what they are in they need no way.
    for (const row of this.#world.vms)
      if (row !== null && row.intruder !== SOMEBODY) this.#reach(vm, row.id);
    this.#judge.turnTo(`vms/${vm}`);
    for (const attack of INWARD) this.#tryOnSpot(attack, vm);
  }

  #tryOnSpot(attack: Attack, vm: number): void {
    const args = { vm };
    const about = attack.resolve(this.#world, this.#attacker, args);
    if (about?.vm === vm) this.#try(attack, args, about, `vms/${vm}`);
  }

  /** From one VM to another. */
  #reach(from: number, vm: number): void {
    const source = this.#nodes[from] as Node;
    const target = this.#nodes[vm] as Node;
    const args = { from, vm };
    this.#judge.turnTo(source);
    const isRead = this.#got.has(target);
    const stopped = this.#blocked.get(target);
    for (const attack of FROM_ELSEWHERE) {
      if (isRead && attack.brings === 'loot') continue;
      const exactly = isRead || stopped?.has(attack) === true;
      if (!this.#judge.isOpen(attack, vm, exactly)) continue;
      const about = attack.resolve(this.#world, this.#attacker, args);
      if (about) this.#try(attack, args, about, source, target);
    }
  }

  #goOnFromHost(host: number): void {
    const vm = vmOn(this.#world, host);
    if (vm === null) return;
    const node: Node = `hosts/${host}`;
    this.#judge.turnTo(node);
    for (const attack of ON_THE_SPOT) {
      const args = { vm };
      const about = attack.resolve(this.#world, this.#attacker, args);
      if (about && about.vm === undefined) this.#try(attack, args, about, node);
    }
  }

  /** @param at what all its strikes would take, where that is clear */
  #try(attack: Attack, args: ActArgs, about: Strike, from: Node, at: Node | null = null): void {
    for (const strike of attack.strikes(this.#world, about, 1, 1)) {
      const to = at ?? targetOf(attack, strike);
      if (to === null || this.#isTaken(attack, to)) continue;
      const stopped = this.#blocked.get(to);
      const missing = this.#judge.missing(attack, strike, !stopped?.has(attack));
      if (missing === 'more' || !this.#goesOn(attack, strike)) continue;
      if (missing === 'nothing') this.#take(attack, args, strike, from, to);
      else this.#stop(attack, from, to, missing);
    }
  }

  /** It rests on what is theirs by now: what anybody can do from outside does not follow from that. */
  #goesOn(attack: Attack, strike: Strike): boolean {
    const rests = (need: Need): boolean =>
      need.facts(this.#world, strike).some((ref) => ref === this.#mounted || isTheirs(ref));
    // By the same need as last time, nearly always.
    const last = this.#restsBy.get(attack);
    if (last && rests(last)) return true;
    const found = allNeeds(attack).find(rests);
    if (found) this.#restsBy.set(attack, found);
    return found !== undefined;
  }

  /** Nothing more is to be had: a host falls once, and what a VM works with is read once. */
  #isTaken({ brings }: Attack, to: Node): boolean {
    return (brings === 'host' || brings === 'loot') && this.#got.has(to);
  }

  #stop(attack: Attack, from: Node, to: Node, { id: need }: Need): void {
    if (this.#got.has(to)) return;
    const one: Blocked = { attack: attack.id, from, to, need };
    const stopped = this.#blocked.get(to);
    if (stopped) stopped.set(attack, one);
    else this.#blocked.set(to, new Map([[attack, one]]));
  }

  /** Does it, as it is done in a match; of data that is read nothing further follows. */
  #take(attack: Attack, args: ActArgs, strike: Strike, from: Node, to: Node): void {
    const before = this.#standing(to);
    const needs = allNeeds(attack);
    const counters = this.#wantsCounters
      ? needs.flatMap((need) => need.counters(this.#world, strike))
      : [];
    const sure = needs.every((need) =>
      need.facts(this.#world, strike).every((ref) => isKnowable(this.#world, ref)),
    );
    if (attack.brings !== 'loot') {
      const turn = { world: this.#world, history: this.#history };
      this.#judge.touch();
      attack.effect(turn, this.#striker(attack, args), strike, PROOF);
      if (this.#standing(to) === before) return;
    }
    const after = this.#got.get(from) ?? -1;
    const first = !this.#got.has(to);
    this.#steps.push({ attack: attack.id, from, to, after, first, sure, counters });
    this.#got.set(to, this.#steps.length - 1);
    if (attack.brings !== 'loot' && !this.#due.includes(to)) this.#due.push(to);
  }

  /** How far somebody is in it, as one word. */
  #standing(node: Node): string {
    if (node.startsWith('hosts/')) return String(get(this.#world.hosts, idOf(node)).intruder);
    const { intruder, foothold, deviceProcess, layoutKnownBy } = get(this.#world.vms, idOf(node));
    return `${intruder}/${foothold}/${deviceProcess}/${layoutKnownBy}`;
  }

  #striker(attack: Attack, args: ActArgs): Striker {
    const attacker = this.#attacker;
    const operation = {
      id: NONE as OperationId,
      attacker: attacker.id,
      number: 0,
      attack: attack.id,
      args,
      seat: NONE,
      quiet: false,
      startedAt: 0,
      length: 1,
      done: 1,
      held: false,
      act: SCENARIO,
      hits: 0,
    } as const;
    return { attacker, operation: { ...operation } };
  }
}

/** A VM of a host by which it is known, or `null`: there is none. */
const vmOn = (world: World, host: number): number | null =>
  world.vms.find((vm) => vm?.host === host)?.id ?? null;

/** What an attack would take, if it worked; `null`: what it strikes is neither a VM nor a host. */
function targetOf({ brings }: Attack, { vm, host }: Strike): Node | null {
  if (brings === 'host') return host ? `hosts/${host}` : null;
  return vm ? `vms/${vm}` : null;
}
