import { setImmediate } from 'node:timers/promises';
import { encode } from '@msgpack/msgpack';
import { describe, expect, test } from 'vitest';
import { type Actor, authorise } from '../../server/realtime/authorise.ts';
import { FLOOD } from '../../server/realtime/ingress.ts';
import { MESSAGE_BYTES, SEAT_RATE } from '../../shared/protocol/limits.ts';
import { type ClientEvent, clientMessages } from '../../shared/protocol/messages.ts';
import type { SessionPhase } from '../../shared/protocol/phase.ts';
import { anyMessage, anyPacket, Draw } from './support/fuzz.ts';
import { bustle, catchUp, openClass, rowsOf, startMatch } from './support/match.ts';
import { Player } from './support/player.ts';
import { RawLine } from './support/raw-line.ts';
import { openServer } from './support/test-server.ts';

const refusal = (code: string, facts: object = {}) => ({ ok: false, refusal: { code, facts } });
const malformed = (path: string) => refusal('protocol.malformed', { path });

describe('every message', () => {
  test('that has not the right form is refused with the place where it is wrong', async () => {
    const server = await openServer();
    const player = new Player(server.url);
    const order = { n: 1, command: 'scrub-policy', args: {} };
    const join = { code: '222222', nickname: '김', ticket: null };
    const wrong: [event: string, args: unknown[], path: string][] = [
      ['session:create', [], 'arguments'],
      ['session:create', [{}, {}], 'arguments'],
      ['session:create', [null], ''],
      ['session:create', [{ settings: { mode: 'solo' } }], 'settings.mode'],
      ['session:create', [{ settings: { teams: 13 } }], 'settings.teams'],
      ['session:create', [{ settings: {}, admin: true }], ''],
      ['session:join', [{ ...join, nickname: '' }], 'nickname'],
      ['session:join', [{ ...join, nickname: 'x'.repeat(17) }], 'nickname'],
      ['session:join', [{ ...join, nickname: 'a\u0007b' }], 'nickname'],
      ['session:join', [{ ...join, code: 'OOOOOO' }], 'code'],
      ['session:rejoin', [{ code: '222222', rejoin: [1, 2] }], 'rejoin'],
      ['session:rejoin', [{ code: '222222', rejoin: [1, 64, 3] }], 'rejoin.1'],
      ['desk:open', [{ code: '222222', key: 'A'.repeat(22), as: 'root' }], 'as'],
      ['desk:act', [{ act: { kind: 'promote', seat: 1 } }], 'act.kind'],
      ['desk:act', [{ act: { kind: 'speed', speed: 1000 } }], 'act.speed'],
      ['team:say', [{ phrase: 'x', subject: null }], 'phrase'],
      ['session:resume', [{ token: 'short', tick: 0 }], 'token'],
      ['session:resume', [{ token: 'A'.repeat(32), tick: 1.5 }], 'tick'],
      ['match:look', [{ subject: 'hosts/0' }], 'subject'],
      ['match:order', [{ ...order, n: 0 }], 'n'],
      ['match:order', [{ ...order, args: { host: { id: 1 } } }], 'args.host'],
      ['match:order', [{ ...order, seat: 2 }], ''],
      ['match:cheat', [{}], 'event'],
      ['toString', [{}], 'event'],
      ['__proto__', [{}], 'event'],
    ];
    for (const [event, args, path] of wrong) {
      expect([event, await player.say(event, ...args)]).toEqual([event, malformed(path)]);
      server.clock.ms += 1000;
    }
  });

  test('that is too large is refused as that, and one past all measure closes the line', async () => {
    const server = await openServer();
    const player = new Player(server.url);
    const padded = (length: number) => ({
      code: '222222',
      nickname: 'x'.repeat(length),
      ticket: null,
    });
    expect(await player.say('session:join', padded(MESSAGE_BYTES))).toEqual(
      refusal('protocol.too-large', { limit: MESSAGE_BYTES }),
    );
    expect(await player.say('session:join', padded(100))).toEqual(malformed('nickname'));
    player.socket.emit('session:join', padded(100_000));
    await player.whenHeard('disconnect');
  });

  test('that asks for no answer is left aside', async () => {
    const server = await openServer();
    const player = new Player(server.url);
    player.socket.emit('session:create', { settings: {} });
    player.socket.emit('error', new Error('forged'));
    expect(await player.ask('match:sync', { tick: -1 })).toEqual(refusal('session.no-seat'));
    expect(await (await fetch(`${server.url}/healthz`)).json()).toMatchObject({ sessions: 0 });
  });

  test('beyond the rate is refused with how long to wait, after which it passes', async () => {
    const server = await openServer();
    const { hong, kim } = await startMatch(server);
    server.clock.ms += 60_000;
    const replies = await Promise.all(
      Array.from({ length: SEAT_RATE.burst + 3 }, () => hong.ask('match:look', { subject: null })),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(SEAT_RATE.burst);
    expect(replies.at(-1)).toEqual(refusal('protocol.too-fast', { waitMs: 67 }));
    expect((await kim.ask('match:look', { subject: null })).ok).toBe(true);
    server.clock.ms += 67;
    expect((await hong.ask('match:look', { subject: null })).ok).toBe(true);
    expect((await hong.ask('match:look', { subject: null })).ok).toBe(false);
  });

  test('of a flood is its last: the line is cut, and the others go on', async () => {
    const server = await openServer();
    const { hong, kim } = await startMatch(server);
    for (let i = 0; i < SEAT_RATE.burst + FLOOD + 5; i += 1) hong.socket.emit('match:sync');
    await hong.whenHeard('disconnect');
    await server.until(kim.when(() => kim.state?.roster[0]?.presence === 'dropped'));
    expect((await kim.ask('match:look', { subject: null })).ok).toBe(true);
  });

  test('counts for its seat, so a new line brings no new allowance', async () => {
    const server = await openServer();
    const { hong } = await startMatch(server);
    for (let i = 0; i < SEAT_RATE.burst + 5; i += 1) await hong.ask('match:sync', { tick: -1 });
    const back = new Player(server.url);
    await back.resume(hong.token, -1);
    expect(await back.ask('match:sync', { tick: -1 })).toMatchObject(
      refusal('protocol.too-fast', { waitMs: expect.any(Number) }),
    );
  });

  test('is taken in the order it was sent, though a join must wait for the store', async () => {
    const server = await openServer();
    const { desk } = await openClass(server, {}, ['홍길동']);
    const player = new Player(server.url);
    const join = { code: desk.code, nickname: '김', ticket: null };
    const look = { subject: 'hosts/1' };
    await desk.start();
    const replies = await Promise.all([
      player.ask('match:look', look),
      player.ask('session:join', join),
      player.ask('session:join', { ...join, nickname: '이' }),
      player.ask('match:look', look),
      player.ask('session:leave', {}),
      player.ask('match:look', look),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.refusal.code))).toEqual([
      'session.no-seat',
      'ok',
      'session.not-now',
      'ok',
      'ok',
      'session.no-seat',
    ]);
  });
});

describe('whatever is sent', () => {
  test('harms nobody: 2,000 odd messages and packets beside a running match', async () => {
    const server = await openServer();
    const { hong, kim } = await startMatch(server);
    const draw = new Draw(20_260_727);

    // Half of them from someone who sits in the same match, half from a stranger.
    const insider = new Player(server.url);
    await insider.join(hong.code, '방해꾼');
    const stranger = new Player(server.url);
    const asked: Promise<string>[] = [];
    for (let i = 0; i < 1_700; i += 1) {
      const player = i % 2 === 0 ? insider : stranger;
      const message = anyMessage(draw);
      // A message past all measure would close the line, and leaving ends the test's point.
      if (message[0] === 'session:leave') continue;
      asked.push(player.say(...message).then((reply) => (reply.ok ? 'ok' : reply.refusal.code)));
      if (i % 10 === 0) {
        await server.beats(2);
        await setImmediate();
        server.clock.ms += 2_000;
      }
    }
    const answers = await server.until(Promise.all(asked));
    expect(new Set(answers).size).toBeGreaterThan(5);
    expect(answers).not.toContain('protocol.internal');

    // A line is closed by the first packet that is none, so each has a line of its own.
    for (let i = 0; i < 300; i += 10) {
      const packets = Array.from({ length: 10 }, () => anyPacket(draw));
      await Promise.all(
        packets.map(async (packet) => (await RawLine.open(server.url)).send(packet)),
      );
    }

    server.clock.ms += 60_000;
    await bustle(server, kim, 4);
    await catchUp(server, hong, kim);
    expect(rowsOf(hong.view)).toEqual(rowsOf(server.authorities[0]?.projection));
    expect(kim.view).toEqual(hong.view);
    expect(server.log.errors).toEqual([]);
  });

  test.each([
    ['an extension of four gigabytes', Uint8Array.of(0xc9, 0xff, 0xff, 0xff, 0xff, 0)],
    ['an array of four billion', Uint8Array.of(0xdd, 0xff, 0xff, 0xff, 0xff)],
    ['a nest of four thousand', new Uint8Array(4000).fill(0x91)],
    ['an answer to what was never asked', encode({ type: 3, nsp: '/', id: 1, data: [] })],
    ['an event without a name', encode({ type: 2, nsp: '/', id: 1, data: [7] })],
  ])('and claims to be a packet closes its own line: %s', async (_, packet) => {
    const server = await openServer();
    const line = await RawLine.open(server.url);
    await line.send(packet);
    expect(await line.poll()).toMatch(/1$|Session ID unknown/);
    expect(server.log.errors).toEqual([]);
  });

  test.each([
    ['text where a packet should be', '2["session:create",{}]'],
    ['a packet for nobody', '4'],
    ['nothing', ''],
    ['an unknown kind', '9hello'],
    ['a binary packet that is not base64', 'b***'],
  ])('as raw transport closes its own line at most: %s', async (_, body) => {
    const server = await openServer();
    const line = await RawLine.open(server.url);
    await line.sendText(body);
    const player = new Player(server.url);
    expect((await player.ask('session:create', { settings: {} })).ok).toBe(true);
    expect(server.log.errors).toEqual([]);
  });

  test('reads no property that a packet smuggles into an object', async () => {
    const server = await openServer();
    const line = await RawLine.open(server.url);
    const key = Buffer.from('__proto__');
    const bytes = Buffer.concat([
      Buffer.from(encode({ type: 2, nsp: '/', id: 1 }).slice(0)).fill(0x84, 0, 1),
      Buffer.from(encode('data')),
      Buffer.from([0x92]),
      Buffer.from(encode('session:create')),
      Buffer.from([0x81, 0xa0 + key.length]),
      key,
      Buffer.from(encode({ settings: {} })),
    ]);
    await line.send(bytes);
    const health = await (await fetch(`${server.url}/healthz`)).json();
    expect(health).toMatchObject({ sessions: 0 });
  });
});

describe('who may say what', () => {
  const guest: Actor = { kind: 'guest' };
  const seat: Actor = { kind: 'seat', waiting: false };
  const waiting: Actor = { kind: 'seat', waiting: true };
  const console: Actor = { kind: 'console' };
  const projector: Actor = { kind: 'projector' };
  const events = Object.keys(clientMessages) as ClientEvent[];
  const phases: SessionPhase[] = ['lobby', 'live', 'debrief', 'closed'];
  const allowed = (actor: Actor, phase: SessionPhase | null) =>
    events.filter((event) => authorise(event, actor, phase) === null);
  const coming: ClientEvent[] = ['session:create', 'session:join', 'session:resume'];
  const staying: ClientEvent[] = ['session:resume', 'session:leave'];
  const talking: ClientEvent[] = ['team:ping', 'team:say', 'team:chat'];
  const playing: ClientEvent[] = ['match:look', 'match:order', 'match:sync'];

  test.each<[string, Actor, SessionPhase | null, ClientEvent[]]>([
    ['a guest', guest, null, [...coming, 'session:rejoin', 'desk:open']],
    ['a seat', seat, 'lobby', [...staying, 'seat:team', 'seat:roles', ...talking]],
    ['a seat', seat, 'live', [...staying, ...talking, ...playing]],
    ['a seat', seat, 'debrief', [...staying, ...talking, 'match:order', 'match:sync']],
    ['a seat', seat, 'closed', [...staying, 'match:sync']],
    ['a seat', waiting, 'live', staying],
    [
      'an instructor',
      console,
      'live',
      ['session:resume', 'match:sync', 'desk:watch', 'desk:injections', 'desk:act'],
    ],
    ['an instructor', console, 'lobby', ['session:resume', 'desk:watch', 'desk:act']],
    ['a projector', projector, 'live', ['session:resume', 'match:sync']],
  ])('%s (%o) in %s', (_, actor, phase, may) => {
    expect(allowed(actor, phase)).toEqual(may);
  });

  test('is for a projector never to act, and for a seat never to be a desk', () => {
    for (const phase of phases) {
      for (const actor of [seat, waiting, projector]) {
        const acts = allowed(actor, phase).filter((event) => event.startsWith('desk:'));
        expect(acts).toEqual([]);
      }
    }
  });
});
