import type { SessionSettings } from '../../../shared/protocol/settings.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { DeskClient } from './desk.ts';
import type { House } from './house.ts';
import { Player } from './player.ts';

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
  house: Pick<House, 'url'>,
  settings: Partial<SessionSettings> = {},
  names: readonly string[] = ['홍길동', '김'],
  transports: ('polling' | 'websocket')[] = ['websocket'],
): Promise<Classroom> {
  const desk = new DeskClient(house.url, transports);
  await desk.create({ scenario: 'vacated-seat', ...settings });
  const players: Player[] = [];
  for (const name of names) {
    const player = new Player(house.url, transports);
    await player.join(desk.code, name);
    players.push(player);
  }
  return { desk, players };
}

/** 홍길동 and 김 in a running match, both with a view of it. */
export async function startMatch(
  house: House,
  scenario = 'vacated-seat',
  transports: ('polling' | 'websocket')[] = ['websocket'],
): Promise<Playing> {
  const { desk, players } = await openClass(house, { scenario }, undefined, transports);
  const [hong, kim] = players as [Player, Player];
  await desk.start();
  await house.until(Promise.all(players.map((p) => p.when(() => p.view !== null))));
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
export async function bustle(house: House, player: Player, changes: number): Promise<void> {
  for (let n = 1; n <= changes; n += 2) {
    await house.until(player.order(n, 'investigate-vm', { vm: 1 }));
    await catchUp(house, player);
    const job = player.view?.tables.jobs.find((row) => row?.seat === player.seat);
    if (!job) throw new Error('the order made no job');
    await house.until(player.order(n + 1, 'cancel-job', { job: job.id }));
  }
  await catchUp(house, player);
}

/** Runs beats until a player has heard of the match's present tick. */
export async function catchUp(house: House, ...players: readonly Player[]): Promise<void> {
  const authority = house.authorities.at(-1);
  const { tick } = authority?.projection ?? { tick: 0 };
  await house.until(
    Promise.all(players.map((player) => player.when(() => (player.view?.tick ?? -1) >= tick))),
  );
}
