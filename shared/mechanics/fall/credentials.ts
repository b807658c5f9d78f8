import { setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import type { HostId, Seq } from '../../world/ids.ts';
import { find, get, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { type Origin, record } from '../harm/evidence.ts';

/** Whether the management interface of a host can be reached from that of another (rule K60). */
export function reaches(world: ReadonlyWorld, from: number, host: number): boolean {
  const [here, there] = [find(world.hosts, from), find(world.hosts, host)];
  return here !== null && there !== null && here.management === there.management;
}

/**
 * Gives a host a credential of its own, which nobody had before: what opened it opens it no more, and opens
 * whatever else it opened (rule K60). No account of the host keeps a password that can be guessed (rule K121).
 */
export function rotate(turn: Turn, host: HostId, actor: Actor, cause: Seq): void {
  const { world } = turn;
  let last = 0;
  for (const { credential, stolen } of rows(world.hosts)) last = Math.max(last, credential, stolen);
  const changed = emit(turn, 'setting-changed', {
    actor,
    subjects: [`hosts/${host}`],
    causes: [cause],
    data: { setting: 'credential', to: 'own' },
  });
  setFact(world, 'hosts', host, 'credential', last + 1, changed);
  if (get(world.hosts, host).weakAccount !== 'none')
    setFact(world, 'hosts', host, 'weakAccount', 'none', changed);
}

/** Someone on a host tries the credential that they found there at another: its log has it (rule S55). */
export function logIn(
  turn: Turn,
  { from, host }: { readonly from: HostId; readonly host: HostId },
  origin: Origin,
): void {
  if (!reaches(turn.world, from, host)) return;
  const { stolen } = get(turn.world.hosts, from);
  const taken = get(turn.world.hosts, host).credential === stolen;
  record(turn, { kind: 'login', from, host, taken }, origin);
}
