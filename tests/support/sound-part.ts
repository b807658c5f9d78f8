// Matches of attackers who order at random, in a process of its own: how many, and the first seed.
import { soundMatches } from './sound.ts';

const [matches = 0, first = 1] = process.argv.slice(2).map(Number);
process.stdout.write(`${JSON.stringify(soundMatches(matches, first))}\n`);
