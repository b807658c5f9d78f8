import type { ClientMessage, InstructorAct } from '../../shared/protocol/messages.ts';
import { refuseWire, type WireRefusal } from '../../shared/protocol/refusal.ts';
import type { Desk } from '../../shared/protocol/server.ts';
import type { Connection } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { ActKind, ActOf, ActParts, ActRule } from './acts/act.ts';
import { actRules } from './acts/registry.ts';
import { DONE, done, type Outcome, refused } from './outcome.ts';
import { opens, projectorKeyOf } from './secrets.ts';
import { type DeskLine, phaseOf, type Session, use, worldOf } from './session.ts';
import { gather, type StateBroadcast } from './state-broadcast.ts';
import { deskStateOf, projectorStateOf } from './states.ts';
import { watch } from './watching.ts';

/** Desks of one session that may be open at once: an instructor's devices and a few screens. */
const DESKS = 12;

/** The instructor's side of a session: desks and projectors, and what is done at them. */
export class DeskRequests {
  readonly #parts: ActParts;
  readonly #store: Store;
  readonly #broadcast: StateBroadcast;

  constructor(parts: ActParts, store: Store, broadcast: StateBroadcast) {
    this.#parts = parts;
    this.#store = store;
    this.#broadcast = broadcast;
  }

  /** Opens a desk or a projector with its own key. Several may be open: none loses its seat. */
  open(connection: Connection, { code, key, as }: ClientMessage<'desk:open'>): Outcome {
    const { registry } = this.#parts.context;
    const session = registry.byCode(code);
    if (session === undefined) return refused(refuseWire('session.unknown'));
    const hash = as === 'console' ? session.instructorHash : session.projectorHash;
    if (!opens(key, hash)) {
      // 128 bits are not guessed; whoever tries all the same is slowed down, and nobody else is.
      const waitMs = session.guesses.take();
      return refused(
        waitMs > 0
          ? refuseWire('session.too-many-guesses', { waitMs })
          : refuseWire('session.wrong-key'),
      );
    }
    if (session.desks.size >= DESKS) return refused(refuseWire('session.full', { limit: DESKS }));
    const line: DeskLine = { connection, as, world: 0, eyes: 'blue' };
    if (connection.open) registry.attachDesk(session, line);
    session.broadcast = 'soon';
    const about = this.#broadcast.circumstances;
    gather(session);
    const desk: Desk =
      as === 'console'
        ? { as, state: deskStateOf(session, about), projector: projectorKeyOf(key) }
        : { as, state: projectorStateOf(session, about) };
    return done(desk, () => watch(session, line));
  }

  /** Looks into a world, or away from all of them. */
  watch(connection: Connection, { world, eyes }: ClientMessage<'desk:watch'>): Outcome {
    const found = this.#deskOn(connection);
    if (found === null) return refused(refuseWire('session.not-instructor'));
    const { session, desk } = found;
    desk.world = world;
    desk.eyes = eyes;
    return { ...DONE, after: () => watch(session, desk) };
  }

  /** A desk has lost its place: it gets everything again. */
  sync(connection: Connection): Outcome {
    const found = this.#deskOn(connection);
    if (found === null) return refused(refuseWire('session.no-seat'));
    return { ...DONE, after: () => watch(found.session, found.desk) };
  }

  /** What could be put into a world now. */
  injections(connection: Connection, { world }: ClientMessage<'desk:injections'>): Outcome {
    const found = this.#deskOn(connection);
    const slot = found && worldOf(found.session, world);
    if (!slot) return refused(refuseWire('session.no-world'));
    return done(slot.match.authority.injections());
  }

  /** Does what the instructor wants, writes down that it was done, and tells everyone. */
  async act(connection: Connection, { act }: ClientMessage<'desk:act'>): Promise<Outcome> {
    const found = this.#deskOn(connection);
    if (found === null) return refused(refuseWire('session.not-instructor'));
    const { session } = found;
    const refusal = await this.#run(session, act);
    if (refusal) return refused(refusal);
    use(session, this.#parts.context.clock.now());
    // Of what is deleted nothing is written any more.
    if (!this.#parts.context.registry.has(session)) return DONE;
    await this.#record(session, act);
    await this.#parts.writer.session(session);
    this.#broadcast.publish(session);
    return DONE;
  }

  async #run(session: Session, act: InstructorAct): Promise<WireRefusal | null> {
    const phase = phaseOf(session);
    const rule = ruleOf(act.kind);
    if (!rule.phases.includes(phase)) return refuseWire('session.not-now', { phase });
    return rule.run(this.#parts, session, act as ActOf<ActKind>);
  }

  async #record(session: Session, act: InstructorAct): Promise<void> {
    const n = (session.acts.at(-1)?.n ?? 0) + 1;
    const at = this.#parts.context.clock.now();
    session.acts.push({ n, at, act });
    await this.#store.saveAct({ session: session.id, n, at, act });
  }

  #deskOn(connection: Connection): { session: Session; desk: DeskLine } | null {
    const party = this.#parts.context.registry.on(connection);
    return party?.kind === 'desk' ? party : null;
  }
}

/** The rule of an act's own kind, which the compiler cannot follow. */
function ruleOf(kind: ActKind): ActRule<ActKind> {
  return actRules[kind] as unknown as ActRule<ActKind>;
}
