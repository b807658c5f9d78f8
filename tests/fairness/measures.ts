// Takes measures of fairness in a process of its own: those whose numbers come in, a line each, over so
// many seeds a row, or 0 for as many as beside every change.
import { createInterface } from 'node:readline';
import { MEASURES } from './bands.ts';

const seeds = Number(process.argv[2] ?? 0);
for await (const line of createInterface({ input: process.stdin })) {
  const found = MEASURES[Number(line)]?.take(seeds === 0 ? 'short' : seeds) ?? [];
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
