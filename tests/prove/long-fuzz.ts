// The long form of the fuzz, in a process of its own: one server after another, each for a while.
// Takes how many messages, the first seed, and how far from seed to seed. Run with --expose-gc, or
// nothing is said of memory.
import { fuzz } from '../faults/fuzz.ts';
import type { FuzzFigures } from './figures.ts';

/** Messages to one server. */
const ROUND = 50_000;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.trunc(values.length / 2)] ?? 0;

/** From the beginning, when the compiler has done its most, to the end. */
function growth(heap: readonly number[]): number {
  return median(heap.slice(-3)) - median(heap.slice(1, 4));
}

const [messages = 0, first = 1, step = 1] = process.argv.slice(2).map(Number);
const answers: Record<string, number> = {};
const faults: string[] = [];
const within: number[] = [];
const ends: number[] = [];
let sent = 0;
let orders = 0;
let ticks = 0;
for (let seed = first; sent < messages; seed += step) {
  const report = await fuzz(seed, Math.min(ROUND, messages - sent));
  sent += report.messages;
  orders += report.orders;
  ticks += report.ticks;
  for (const [code, count] of report.answers) answers[code] = (answers[code] ?? 0) + count;
  faults.push(...report.faults.map((fault) => `seed ${seed}: ${fault}`));
  within.push(growth(report.heap));
  ends.push(median(report.heap.slice(-3)));
  process.stderr.write(`fuzz: ${sent} of ${messages} messages\n`);
}
// The first server warms the process up, which is not a leak, unless there is no other.
const from = within.length > 1 ? 1 : 0;
const figures: FuzzFigures = {
  messages: sent,
  answers,
  orders,
  ticks,
  grewWithin: Math.max(...within.slice(from)),
  grewBetween: (ends.at(-1) ?? 0) - (ends[from] ?? 0),
  faults,
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
