import { describe, expect, test } from 'vitest';
import { MemoryStore } from '../../server/store/memory.ts';
import type { JournalRow } from '../../server/store/store.ts';
import { catchUp, startMatch } from './support/match.ts';
import { Player } from './support/player.ts';
import { BrokenStore } from './support/stores.ts';
import { openServer } from './support/test-server.ts';

const SCRUB = { host: 1, policy: 'on-free' };
const over = { ok: false, refusal: { code: 'rule.match-over', facts: {} } };

describe('an order whose answer was lost', () => {
  test('is answered as it was while time stands still; a new one is refused', async () => {
    const server = await openServer();
    const { desk, hong } = await startMatch(server);
    const taken = await server.until(hong.order(1, 'scrub-policy', SCRUB));
    expect(taken.ok).toBe(true);
    await desk.does({ kind: 'pause' });
    expect(await hong.order(1, 'scrub-policy', SCRUB)).toEqual(taken);
    expect(await hong.order(2, 'scrub-policy', SCRUB)).toMatchObject({
      refusal: { code: 'session.paused' },
    });
  });

  test('is answered as it was when the match is over', async () => {
    const server = await openServer();
    const { hong } = await startMatch(server, 'short');
    const taken = await server.until(hong.order(1, 'scrub-policy', SCRUB));
    await server.until(hong.when(() => hong.state?.phase === 'debrief'));
    expect(await hong.order(1, 'scrub-policy', SCRUB)).toEqual(taken);
    expect(await hong.order(2, 'scrub-policy', SCRUB)).toEqual(over);
  });

  test('is not done in another match', async () => {
    const server = await openServer();
    const { desk, hong } = await startMatch(server, 'short');
    const placeKey = hong.state?.roster[0]?.placeKey ?? 0;
    await server.until(hong.when(() => hong.state?.phase === 'debrief'));
    await desk.start();
    await server.until(hong.when(() => hong.state?.phase === 'live'));
    expect(hong.state?.roster[0]?.placeKey).not.toBe(placeKey);
    const late = { n: 1, placeKey, command: 'scrub-policy', args: SCRUB };
    expect(await server.until(hong.ask('match:order', late))).toEqual(over);
  });
});

describe('after a restart', () => {
  test('a place that never came into the journal is given anew, and no two have the same', async () => {
    /** Loses the rows in which the third to come is seated. */
    class Forgetful extends MemoryStore {
      override async commit(...[rows, checkpoints]: Parameters<MemoryStore['commit']>) {
        const seats = ({ inputs }: JournalRow): boolean =>
          inputs.some((input) => input.kind === 'seat' && input.seat === 3);
        if (rows.some(seats)) this.lost = true;
        if (!this.lost) await super.commit(rows, checkpoints);
      }
      lost = false;
    }
    const store = new Forgetful();
    const first = await openServer({ store });
    const { desk, hong, kim } = await startMatch(first);
    await catchUp(first, hong, kim);
    const lee = new Player(first.url);
    await lee.join(desk.code, '이');
    await first.beats(8);
    store.lost = false;

    const second = await openServer({ store });
    const back = new Player(second.url);
    await back.resume(lee.token, -1);
    await second.beats(60);
    await second.until(back.when(() => back.view !== null));
    const choi = new Player(second.url);
    await choi.join(desk.code, '최');
    await second.until(choi.when(() => choi.view !== null));
    const places = choi.state?.roster.map(({ place }) => place);
    expect(places).toEqual([1, 2, 3, 4]);
    const reply = await second.until(back.order(1, 'scrub-policy', SCRUB));
    expect(reply.ok).toBe(true);
  });
});

test('a rejoin that the store refuses leaves the seat to whoever has it', async () => {
  class NoSeats extends BrokenStore {
    override async saveSeat(...args: Parameters<BrokenStore['saveSeat']>): Promise<void> {
      if (this.broken) throw new Error('the disk is full');
      await super.saveSeat(...args);
    }
  }
  const store = new NoSeats();
  const server = await openServer({ store });
  const { desk, kim } = await startMatch(server);
  store.broken = true;
  const phone = new Player(server.url);
  const rejoin = { code: desk.code, rejoin: kim.rejoinCode };
  expect(await phone.ask('session:rejoin', rejoin)).toMatchObject({
    refusal: { code: 'protocol.internal' },
  });
  store.broken = false;
  const back = new Player(server.url);
  expect((await back.resume(kim.token, -1)).seat).toBe(kim.seat);
});
