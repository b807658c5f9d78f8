import { fact, provenanceOf } from '../../world/fact.ts';
import { type HostId, NONE, type Seq } from '../../world/ids.ts';
import { get, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { discover } from '../breaches.ts';
import { raise } from './raise.ts';

/**
 * What a close look at a host finds: whether code of someone else runs below its guests. It compares
 * what the host runs with what it should run, from outside, as attestation by a TPM does; of the
 * guests it says nothing (rule S31).
 */
export function investigateHost(turn: Turn, host: HostId, cause: Seq): void {
  const { world } = turn;
  const place = { host, vm: NONE } as const;
  if (get(world.hosts, host).integrity === 'compromised') {
    const since = provenanceOf(world, fact('hosts', host, 'integrity'));
    raise(turn, 'investigation', place, { kind: 'host-compromised' }, [cause, since]);
  } else {
    raise(turn, 'investigation', place, { kind: 'nothing-found' }, [cause]);
  }
  for (const breach of rows(world.breaches)) {
    if (breach.kind === 'takeover' && breach.host === host) discover(turn, breach, cause);
  }
}
