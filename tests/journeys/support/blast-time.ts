// How long it takes to know what could fall if one VM were somebody's, in the largest world: milliseconds of
// the processor for each VM, the quietest of some rounds: what others
// take of its caches is not the game's. In a process of its own, where no coverage is counted.
import { largest } from '../../../server/cli/bench/largest.ts';
import { createMatch, stepMatch } from '../../../shared/match/match.ts';
import { blastOf } from '../../../shared/view/blast/blast.ts';
import { seenWorld } from '../../../shared/view/blast/seen.ts';
import { NO_METERS, projectBlue } from '../../../shared/view/blue.ts';
import { rows } from '../../../shared/world/table.ts';

// As many as it takes until a page that follows a cursor is as quick as it stays.
const ROUNDS = 40;

const match = createMatch(largest(), 1);
for (let i = 0; i < 100; i += 1) stepMatch(match, []);
const view = projectBlue(match.world, match.history, NO_METERS, null);
const vms = [...rows(view.tables.vms)].map((row) => row.id);

function round(): number {
  const before = process.cpuUsage();
  const seen = seenWorld(view);
  for (const vm of vms) blastOf(view, { kind: 'vm', id: vm }, seen);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / vms.length;
}

const quietest = Math.min(...Array.from({ length: ROUNDS }, round));
process.stdout.write(JSON.stringify({ vms: vms.length, quietest }));
