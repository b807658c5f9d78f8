import { threeTenants } from '../../../shared/course/scenarios/three-tenants.ts';
import { DEFAULT_PACE } from '../../../shared/world/pace.ts';
import { parseScenario, type Scenario } from '../../../shared/world/scenario/schema.ts';

const HOSTS = 8;
const VMS = 64;

/** The `i`th of a list that begins again at its end. */
const round = <T>(list: readonly T[], i: number): T => {
  const found = list[i % list.length];
  if (found === undefined) throw new Error('nothing to repeat');
  return found;
};

/**
 * The largest world that the design promises to be quick: eight hosts, sixty-four VMs and six zones for
 * twelve minutes, in everything else what `Three tenants` is. Nobody plays it; it is there to be measured.
 */
export function largest(): Scenario {
  const { words: _, ...file } = threeTenants;
  const { hosts, vms } = file;
  const grown = {
    ...file,
    id: 'largest',
    hosts: Array.from({ length: HOSTS }, (_, i) => {
      const { capacity, ...host } = round(hosts, i);
      return { ...host, capacity: capacity * 2, frames: 96, blocks: 32 };
    }),
    // Those there are keep their numbers; behind them each host is given more of the one that it repeats,
    // so that each is where it can be run.
    vms: [
      ...vms,
      ...Array.from({ length: HOSTS }, (_, i) => {
        const like = vms.filter(({ host }) => host === (i % hosts.length) + 1);
        const there = i < hosts.length ? like.length : 0;
        return Array.from({ length: VMS / HOSTS - there }, (_, n) => ({
          ...round(like, n),
          host: i + 1,
        }));
      }).flat(),
    ],
  };
  return parseScenario(grown.id, grown, DEFAULT_PACE);
}
