// How long the mind that plans furthest takes to decide in the largest world: milliseconds of the processor
// for each decision, the quietest of some rounds: what others take of its caches is not the game's, and a
// machine that is shared can be loud for seconds. In a process of its own, where no coverage is counted.
import { decisionsOf } from '../../../server/cli/bench/decision.ts';
import { largest } from '../../../server/cli/bench/largest.ts';
import { persistent } from '../../../shared/minds/persistent.ts';

const ROUNDS = 40;

const views = decisionsOf(largest());

function round(): number {
  const before = process.cpuUsage();
  for (const view of views) persistent(view);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / views.length;
}

const quietest = Math.min(...Array.from({ length: ROUNDS }, round));
process.stdout.write(JSON.stringify({ decisions: views.length, quietest }));
