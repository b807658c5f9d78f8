import type { Offer } from '../../../shared/commands/command.ts';
import type { Defender } from '../../../shared/minds/defenders/defender.ts';
import { decodePatch } from '../../../shared/protocol/codec.ts';
import { BLUE_COLUMNS } from '../../../shared/view/columns.ts';
import { applyPatch, type BlueView } from '../../../shared/view/view.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import type { WireClient } from './wire-client.ts';

/**
 * Plays for a team as a defender would, over the lines of its members: what could be ordered about a
 * subject is known only once one of them has selected it and the server has said so. They order in
 * turn, for a team's hands are shared.
 */
export class WirePlayer {
  readonly #leader: WireClient;
  readonly #members: readonly WireClient[];
  readonly #defender: Defender;
  readonly #known = new Map<RowRef, readonly Offer[]>();
  #view: BlueView | null = null;
  #n = 0;
  orders = 0;
  refused = 0;

  /** @param members whose first one looks, and whose view it is that is seen */
  constructor(members: readonly WireClient[], defender: Defender) {
    const [leader] = members;
    if (!leader) throw new Error('a team of nobody');
    this.#leader = leader;
    this.#members = members;
    this.#defender = defender;
    leader.on('seat:state', ({ looking, options }) => {
      if (looking !== null) this.#known.set(looking, options);
    });
  }

  /** Takes a frame of the match in. */
  see(frame: Uint8Array): void {
    this.#view = applyPatch(BLUE_COLUMNS, this.#view, decodePatch(frame));
  }

  /** Gives the first order that it can think of now, and selects what it must know more about. */
  act(): void {
    if (this.#view === null) return;
    let unknown: RowRef | null = null;
    const wishes = this.#defender(this.#view, (subject) => {
      const options = this.#known.get(subject);
      if (options === undefined) unknown ??= subject;
      return options ?? [];
    });
    const [wish] = wishes;
    if (wish) this.#order(wish.command, wish.args);
    if (unknown !== null) this.#look(unknown);
    // What was known of a subject may have changed by the next time.
    this.#known.clear();
  }

  #look(subject: RowRef): void {
    void this.#leader.ask('match:look', { subject });
  }

  #order(command: string, args: Readonly<Record<string, number | string>>): void {
    this.#n += 1;
    this.orders += 1;
    const member = this.#members[this.#n % this.#members.length] ?? this.#leader;
    void member.ask('match:order', { n: this.#n, command, args: { ...args } }).then((reply) => {
      if (!reply.ok) this.refused += 1;
    });
  }
}
