// One part of the fairness tables, in a process of its own: which, and over how many seeds a row.
import { MEASURES } from '../fairness/bands.ts';

const [part = 0, seeds = 1] = process.argv.slice(2).map(Number);
process.stdout.write(`${JSON.stringify(MEASURES[part]?.(seeds) ?? [])}\n`);
