// How long the mind that plans furthest takes to decide in the largest world: milliseconds of the processor
// for each decision, the median of some rounds. In a process of its own, where no coverage is counted.
import { times } from '../../../server/cli/bench/core.ts';
import { decisionsOf } from '../../../server/cli/bench/decision.ts';
import { largest } from '../../../server/cli/bench/largest.ts';
import { persistent } from '../../../shared/minds/persistent.ts';

const ROUNDS = 12;

const views = decisionsOf(largest());

function round(): number {
  const before = process.cpuUsage();
  for (const view of views) persistent(view);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / views.length;
}

const { median } = times(Array.from({ length: ROUNDS }, round));
process.stdout.write(JSON.stringify({ decisions: views.length, median }));
