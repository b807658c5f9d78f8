import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import type { HostId, Seq } from '../../world/ids.ts';
import type { Turn } from '../../world/turn.ts';

/**
 * Whoever logged in to a host that has become theirs loads a module that nobody signed, to work below its guests: that is
 * measured where there is a TPM (rule K62). Who breaks out at run time and stays in memory needs none.
 * @returns the event by which the host became theirs
 */
export function loadModule(turn: Turn, host: HostId): Seq {
  const fell = provenanceOf(turn.world, fact('hosts', host, 'intruder'));
  setFact(turn.world, 'hosts', host, 'tampered', true, fell);
  return fell;
}
