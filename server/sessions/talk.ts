import type { ClientMessage } from '../../shared/protocol/messages.ts';
import { refuseWire } from '../../shared/protocol/refusal.ts';
import type { Word } from '../../shared/protocol/server.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import type { Connection } from '../ports.ts';
import { teamRoom } from '../rooms.ts';
import { DONE, type Outcome, refused } from './outcome.ts';
import type { SessionContext } from './registry.ts';
import type { SentenceFilter } from './words/sentences.ts';

/** What people of a team say to each other. It is passed on and never kept. */
export class Talk {
  readonly #context: SessionContext;
  readonly #isUnfit: SentenceFilter;

  constructor(context: SessionContext, isUnfit: SentenceFilter) {
    this.#context = context;
    this.#isUnfit = isUnfit;
  }

  ping(connection: Connection, { ping, subject }: ClientMessage<'team:ping'>): Outcome {
    return this.#pass(connection, (seat) => ({
      kind: 'ping',
      seat,
      ping,
      subject: subject as RowRef,
    }));
  }

  say(connection: Connection, { phrase, subject }: ClientMessage<'team:say'>): Outcome {
    return this.#pass(connection, (seat) => ({
      kind: 'phrase',
      seat,
      phrase,
      subject: subject as RowRef | null,
    }));
  }

  chat(connection: Connection, { text }: ClientMessage<'team:chat'>): Outcome {
    const party = this.#context.registry.on(connection);
    if (party?.session.settings.chat !== true) return refused(refuseWire('session.chat-off'));
    if (this.#isUnfit(text)) return refused(refuseWire('session.words-unfit'));
    return this.#pass(connection, (seat) => ({ kind: 'chat', seat, text }));
  }

  #pass(connection: Connection, word: (seat: number) => Word): Outcome {
    const party = this.#context.registry.on(connection);
    if (party?.kind !== 'seat') return refused(refuseWire('session.no-seat'));
    const { session, seat } = party;
    const waitMs = seat.talk.take();
    if (waitMs > 0) return refused(refuseWire('session.too-talkative', { waitMs }));
    this.#context.outlet.emit(teamRoom(session.id, seat.team), 'team:word', word(seat.id));
    return DONE;
  }
}
