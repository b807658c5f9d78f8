import type { InstructorAct } from '../../shared/protocol/messages.ts';
import type { Created, Welcome } from '../../shared/protocol/server.ts';
import { anyMessage, type Draw } from '../server/support/fuzz.ts';

/** Who a message comes from: nobody yet, a seat of the class, one of another class, a projector. */
const SENDERS = ['stranger', 'insider', 'rival', 'screen'] as const;
export type Sender = (typeof SENDERS)[number];

export interface Sent {
  readonly sender: Sender;
  readonly event: string;
  readonly args: readonly unknown[];
}

/** What a forger has got hold of. */
export interface Loot {
  readonly ours: Created;
  readonly theirs: Created;
  /** Of someone else's seat in the class. */
  readonly victim: Welcome;
  readonly insider: Welcome;
}

/** Orders around the last number that are sent again, left out, or sent in another order. */
const WINDOW = 12;

const ACTS: readonly InstructorAct[] = [
  { kind: 'start', sameSeed: false },
  { kind: 'pause' },
  { kind: 'speed', speed: 4 },
  { kind: 'go-live' },
  { kind: 'time', minutes: 10 },
  { kind: 'end' },
  { kind: 'again' },
  { kind: 'settings', settings: { chat: true, locked: false } },
  { kind: 'inject', world: 0, key: 'event/advisory/1' },
  { kind: 'message', to: 'all', text: '<img src=x onerror=alert(1)>' },
  { kind: 'move', seat: 1, team: 1 },
  { kind: 'rename', seat: 1, nickname: '=1+1' },
  { kind: 'remove', seat: 1 },
  { kind: 'approve', seat: 1, yes: true },
  { kind: 'share-out' },
  { kind: 'project', world: 1 },
  { kind: 'close' },
  { kind: 'erase' },
];

/** Makes messages of which none may change anything, but for the orders of the insider's own seat. */
export class MaliciousClient {
  readonly #draw: Draw;
  readonly #loot: Loot;
  #n = 0;

  constructor(draw: Draw, loot: Loot) {
    this.#draw = draw;
    this.#loot = loot;
  }

  next(): Sent {
    switch (this.#draw.below(8)) {
      case 0:
      case 1:
        return this.#forged();
      case 2:
        return this.#order();
      case 3:
        return this.#oversized();
      default:
        return this.#odd();
    }
  }

  /** Nearly right, odd, or nothing of the kind. */
  #odd(): Sent {
    const sender = this.#draw.of(SENDERS);
    const [event, ...args] = anyMessage(this.#draw);
    // Whoever leaves has done so by right, and has no seat any more from which to try.
    if (event === 'session:leave' && sender !== 'stranger') return this.#order();
    return { sender, event, args };
  }

  #oversized(): Sent {
    const sender = this.#draw.of(SENDERS);
    const padding = 'x'.repeat(4000 + this.#draw.below(8000));
    return this.#draw.below(2) === 0
      ? { sender, event: 'team:chat', args: [{ text: padding }] }
      : { sender, event: 'session:create', args: [{ settings: { scenario: padding } }] };
  }

  /** Right in form, and not the sender's to say. */
  #forged(): Sent {
    const { ours, theirs, victim, insider } = this.#loot;
    const { code } = ours;
    const draw = this.#draw;
    const wrong = (text: string): string => {
      const at = draw.below(text.length);
      return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
    };
    const from = (sender: Sender, event: string, payload: object): Sent => ({
      sender,
      event,
      args: [payload],
    });
    switch (draw.below(10)) {
      case 0:
        return from('stranger', 'desk:open', { code, key: theirs.instructor, as: 'console' });
      case 1:
        return from('stranger', 'desk:open', { code, key: ours.projector, as: 'console' });
      case 2:
        return from('stranger', 'desk:open', { code, key: wrong(ours.instructor), as: 'console' });
      case 3:
        return from('stranger', 'session:resume', { token: wrong(victim.token), tick: -1 });
      case 4:
        // The right key, from a line that is someone else already.
        return from(draw.of(['rival', 'screen']), 'session:resume', {
          token: victim.token,
          tick: -1,
        });
      case 5: {
        const rejoin = [draw.below(64), draw.below(64), draw.below(100)];
        const hit = [victim, insider].some((one) => `${one.rejoin}` === `${rejoin}`);
        return from('stranger', 'session:rejoin', { code, rejoin: hit ? [0, 0, 100] : rejoin });
      }
      case 6:
        return from('stranger', 'session:join', { code, nickname: '=cmd', ticket: 'x'.repeat(22) });
      case 7: {
        const order = { n: 1 + draw.below(99), command: 'scrub-policy', args: { host: 1 } };
        return from(draw.of(SENDERS), 'match:order', { ...order, seat: 1, place: 1 });
      }
      default:
        return from(draw.of(SENDERS), 'desk:act', { act: draw.of(ACTS) });
    }
  }

  /** Of the insider's own seat, so it counts: but each number only once, and as it first came. */
  #order(): Sent {
    const draw = this.#draw;
    const repeats = this.#n > 0 && draw.below(2) === 0;
    if (!repeats) this.#n += 1 + draw.below(3);
    const n = repeats ? Math.max(1, this.#n - draw.below(WINDOW)) : this.#n;
    const [command, args] = draw.of<[string, object]>([
      ['scrub-policy', { host: 1 + draw.below(4), policy: draw.of(['on-free', 'never', 'x']) }],
      ['investigate-vm', { vm: 1 + draw.below(20) }],
      ['cancel-job', { job: 1 + draw.below(60) }],
      ['probe', { vm: 1, attack: 'recon-guest', need: 'guest-runs' }],
    ]);
    return { sender: 'insider', event: 'match:order', args: [{ n, command, args }] };
  }
}
