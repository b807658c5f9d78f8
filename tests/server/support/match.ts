import type { SessionSettings } from '../../../shared/protocol/settings.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { DeskClient } from './desk.ts';
import { Player } from './player.ts';
import type { TestServer } from './test-server.ts';

export interface Playing {
  readonly desk: DeskClient;
  readonly hong: Player;
  readonly kim: Player;
}

export interface Classroom {
  readonly desk: DeskClient;
  readonly players: readonly Player[];
}

/** A session with an open desk, and these people in it. */
export async function openClass(
  server: Pick<TestServer, 'url'>,
  settings: Partial<SessionSettings> = {},
  names: readonly string[] = ['홍길동', '김'],
  transports: ('polling' | 'websocket')[] = ['websocket'],
): Promise<Classroom> {
  const desk = new DeskClient(server.url, transports);
  await desk.create({ scenario: 'vacated-seat', ...settings });
  const players: Player[] = [];
  for (const name of names) {
    const player = new Player(server.url, transports);
    await player.join(desk.code, name);
    players.push(player);
  }
  return { desk, players };
}

/** 홍길동 and 김 in a running match, both with a view of it. */
export async function startMatch(
  server: TestServer,
  scenario = 'vacated-seat',
  transports: ('polling' | 'websocket')[] = ['websocket'],
): Promise<Playing> {
  const { desk, players } = await openClass(server, { scenario }, undefined, transports);
  const [hong, kim] = players as [Player, Player];
  await desk.start();
  await server.until(Promise.all(players.map((p) => p.when(() => p.view !== null))));
  return { desk, hong, kim };
}

/** A view's rows, without the holes: a table that was always empty has none on one side only. */
export function rowsOf(view: BlueView | null | undefined): object | null {
  if (!view) return null;
  const tables = Object.entries(view.tables).map(([name, rows]) => [
    name,
    (rows as readonly unknown[]).filter((row) => row !== null),
  ]);
  return { tick: view.tick, ...Object.fromEntries(tables) };
}

/** Changes the view at least `changes` times: a look into a VM is begun and broken off again. */
export async function bustle(server: TestServer, player: Player, changes: number): Promise<void> {
  for (let n = 1; n <= changes; n += 2) {
    await server.until(player.order(n, 'investigate-vm', { vm: 1 }));
    await catchUp(server, player);
    const job = player.view?.tables.jobs.find((row) => row?.seat === player.seat);
    if (!job) throw new Error('the order made no job');
    await server.until(player.order(n + 1, 'cancel-job', { job: job.id }));
  }
  await catchUp(server, player);
}

/** Runs beats until a player has heard of the match's present tick. */
export async function catchUp(server: TestServer, ...players: readonly Player[]): Promise<void> {
  const authority = server.authorities.at(-1);
  const { tick } = authority?.projection ?? { tick: 0 };
  await server.until(
    Promise.all(players.map((player) => player.when(() => (player.view?.tick ?? -1) >= tick))),
  );
}
