// `npm run load`: what a class, and many classes at once, get from a real server over real sockets.
import { parseArgs } from 'node:util';
import type { JoinFigures, LoadFigures, RunFigures, Spread } from './load/figures.ts';
import { measureJoin } from './load/join.ts';
import { measureRun } from './load/run.ts';
import { type LoadServer, startLoadServer } from './load/server.ts';
import { tabulate } from './table.ts';
import { runCommand, UsageError, wholeNumber } from './usage.ts';

const OPTIONS = {
  json: { type: 'boolean' },
  only: { type: 'string' },
  people: { type: 'string', default: '60' },
  matches: { type: 'string', default: '150' },
  clients: { type: 'string', default: '8' },
  seconds: { type: 'string', default: '60' },
  'cpu-prof': { type: 'string' },
} as const;
const PARTS = ['join', 'run'];

const TIMES = ['p50 ms', 'p95 ms', 'p99 ms', 'most ms', 'samples', 'at most'];
const timesOf = ({ p50, p95, p99, most, samples }: Spread): string[] => [
  ...[p50, p95, p99, most].map((ms) => ms.toFixed(1)),
  String(samples),
];

function printJoin(join: JoinFigures): string {
  const { people, refused, lastMs, reloads, seatsLost } = join;
  const times = tabulate(
    [`${people} people at once`, ...TIMES],
    [
      ['a seat', ...timesOf(join.join), 'p95 2000'],
      ['a view again, after a reload', ...timesOf(join.reload), '-'],
    ],
  );
  const counts = tabulate(
    ['of one class', 'measured', 'at most'],
    [
      ['refused', String(refused), '0'],
      ['the last has a seat, ms', lastMs.toFixed(0), '10000'],
      ['reloads', String(reloads), '-'],
      ['seats lost', String(seatsLost), '0'],
    ],
  );
  return `${times}\n\n${counts}`;
}

function printRun(run: RunFigures): string {
  const times = tabulate(
    [`${run.matches} matches × ${run.clients} clients, ${run.seconds} s`, ...TIMES],
    [
      ['from the tick’s time to the client', ...timesOf(run.frame), 'p99 100'],
      ['of that, the beat was late', ...timesOf(run.late), '-'],
      ['of that, the store took', ...timesOf(run.commit), '-'],
    ],
  );
  const counts = tabulate(
    ['of the server', 'measured', 'at most'],
    [
      ['memory (RSS), MB', (run.rss / 1e6).toFixed(0), '900'],
      ['of one core, %', (run.cpu / 10).toFixed(1), '-'],
      ['down to each client, B/s', String(run.down), '1000'],
      ['ticks', String(run.ticks), '-'],
      ['ticks held back for the store', String(run.slips), '-'],
      ['ticks of time let go', String(run.lost), '-'],
      ['orders given', String(run.orders), '-'],
      ['orders refused', String(run.refused), '-'],
      ['clients’ own lateness p99, ms', run.clientLagP99.toFixed(1), '-'],
    ],
  );
  return `${times}\n\n${counts}`;
}

function print({ core, join, run }: LoadFigures): string {
  const where =
    core === null
      ? 'The server could not be pinned to one core: there is no taskset here.'
      : `The server and all its threads were pinned to core ${core}.`;
  return [where, join && printJoin(join), run && printRun(run)]
    .filter((part) => part !== null)
    .join('\n\n');
}

async function main(): Promise<void> {
  const { values: options } = parseArgs({ options: OPTIONS });
  const { only } = options;
  if (only !== undefined && !PARTS.includes(only)) {
    throw new UsageError(`--only takes ${PARTS.join(' or ')}, not ${only}`);
  }
  const size = (name: 'people' | 'matches' | 'clients' | 'seconds'): number =>
    wholeNumber(name, options[name]);
  const people = size('people');
  const matches = size('matches');
  const clients = size('clients');
  const seconds = size('seconds');
  const profile = options['cpu-prof'];
  const flags = profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profile];
  let core: number | null = null;
  // A server of its own for each, so that neither leaves the other anything to clear away.
  const measure = async <T>(
    part: string,
    how: (server: LoadServer) => Promise<T>,
  ): Promise<T | null> => {
    if (only !== undefined && only !== part) return null;
    const server = await startLoadServer(flags);
    core = server.core;
    try {
      return await how(server);
    } finally {
      await server.close();
    }
  };
  const join = await measure('join', ({ url }) => measureJoin(url, people));
  const run = await measure('run', (server) => measureRun(server, matches, clients, seconds));
  const figures: LoadFigures = { core, join, run };
  process.stdout.write(options.json ? `${JSON.stringify(figures)}\n` : `${print(figures)}\n`);
}

await runCommand(main);
