// One measure of fairness, in a process of its own: which, and over how many seeds a row, or 0 for as
// many as beside every change.
import { MEASURES } from './bands.ts';

const [index = 0, seeds = 0] = process.argv.slice(2).map(Number);
const found = MEASURES[index]?.take(seeds === 0 ? 'short' : seeds) ?? [];
process.stdout.write(`${JSON.stringify(found)}\n`);
