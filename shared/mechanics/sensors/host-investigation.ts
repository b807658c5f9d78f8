import { type FactRef, fact, provenanceOf } from '../../world/fact.ts';
import { type HostId, NONE, type Seq } from '../../world/ids.ts';
import { get, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { discover } from '../harm/breaches.ts';
import { raise } from './raise.ts';

/**
 * What a close look at a host finds: whether code of someone else runs below its guests, as a user of its
 * OS, or in a process that emulates the devices of one. It compares what the host runs with what it should run,
 * from outside; of what runs inside the guests it says nothing (rule S31).
 */
export function investigateHost(turn: Turn, host: HostId, cause: Seq): void {
  const { world } = turn;
  const place = { host, vm: NONE } as const;
  const since = (ref: FactRef): Seq[] => [cause, provenanceOf(world, ref)];
  let found = get(world.hosts, host).intruder !== NONE;
  if (found) {
    const seen = { kind: 'host-compromised' } as const;
    raise(turn, 'investigation', place, seen, since(fact('hosts', host, 'intruder')));
  }
  if (get(world.hosts, host).ran !== NONE) {
    found = true;
    raise(turn, 'investigation', place, { kind: 'user-code' }, since(fact('hosts', host, 'ran')));
  }
  for (const { id: vm, host: on, deviceProcess } of rows(world.vms)) {
    if (on !== host || deviceProcess === NONE) continue;
    found = true;
    const seen = { kind: 'device-process' } as const;
    const causes = since(fact('vms', vm, 'deviceProcess'));
    raise(turn, 'investigation', { host, vm }, seen, causes);
  }
  if (!found) raise(turn, 'investigation', place, { kind: 'nothing-found' }, [cause]);
  for (const breach of rows(world.breaches)) {
    const here = breach.kind === 'takeover' || (breach.kind === 'starved' && breach.open);
    if (here && breach.host === host) discover(turn, breach, cause);
  }
}
