import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import { type HostId, NONE, type Seq } from '../../world/ids.ts';
import { get, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { discover } from '../harm/breaches.ts';
import { raise } from '../sensors/raise.ts';

/**
 * What a host's TPM tells of what it has booted and loaded, beside what it should have: a module that nobody
 * signed shows, code that was only patched in memory afterwards does not (rule S57).
 */
export function attest(turn: Turn, host: HostId, cause: Seq): void {
  const { world } = turn;
  const place = { host, vm: NONE } as const;
  if (!get(world.hosts, host).tampered) {
    setFact(world, 'hosts', host, 'attested', world.tick, cause);
    raise(turn, 'S12', place, { kind: 'nothing-found' }, [cause]);
    return;
  }
  const since = provenanceOf(world, fact('hosts', host, 'tampered'));
  setFact(world, 'hosts', host, 'attested', 0, cause);
  raise(turn, 'S12', place, { kind: 'measurement-differs' }, [cause, since]);
  for (const breach of rows(world.breaches)) {
    if (breach.kind === 'takeover' && breach.host === host) discover(turn, breach, cause);
  }
}
