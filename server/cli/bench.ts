// `npm run bench`: the project's figures, measured here and now.
import { parseArgs } from 'node:util';
import { defenders } from '../../shared/minds/defenders/registry.ts';
import { measureBlast } from './bench/blast.ts';
import { type CoreFigures, measureCore, ROUNDS, type Times } from './bench/core.ts';
import { measureDecisions } from './bench/decision.ts';
import { largest } from './bench/largest.ts';
import { measureRoom, type RoomFigures } from './bench/room.ts';
import { measureWire, type WireFigures } from './bench/wire.ts';
import { scenarioFor } from './lab/matches.ts';
import { tabulate } from './table.ts';
import { runCommand, wholeNumber } from './usage.ts';

/** What `--json` prints, as one object and nothing else. */
interface Figures {
  readonly scenario: string;
  readonly core: CoreFigures;
  readonly wire: readonly WireFigures[];
}

const ms = (value: number): string => value.toFixed(3);

function print({ scenario, core, wire }: Figures): string {
  const times = tabulate(
    [scenario, 'median ms', 'p95 ms', 'samples', 'at most'],
    [
      ['tick', ms(core.tick.median), ms(core.tick.p95), String(core.tick.samples), '0.200'],
      [
        'view and difference',
        ms(core.difference.median),
        ms(core.difference.p95),
        String(core.difference.samples),
        '0.100',
      ],
      [
        'whole match re-run',
        ms(core.replay.median),
        ms(core.replay.p95),
        String(core.replay.samples),
        '800',
      ],
    ],
  );
  const bytes = tabulate(
    ['on the client’s socket', 'down B/s', 'up B/s', 'whole view B', 'at the end B', 'seconds'],
    wire.map((row) => [
      row.transport,
      ...[row.down, row.up, row.wholeAtStart, row.wholeAtEnd, row.seconds].map(String),
    ]),
  );
  return `${times}\n\n${bytes}\n`;
}

/** What `--largest --json` prints. */
interface LargestFigures extends Pick<CoreFigures, 'tick'>, RoomFigures {
  /** Working out what could fall from each VM in turn. */
  readonly blast: Times;
  /** A decision of the persistent mind with both hands free, all through a match. */
  readonly decision: Times;
}

function printLargest(figures: LargestFigures): string {
  const { tick, blast, decision, bytes, timesRealTime, together } = figures;
  const megabytes = (bytes / 1_000_000).toFixed(2);
  const sorted = [...timesRealTime].sort((a, b) => a - b);
  return `${tabulate(
    ['8 hosts, 64 VMs, 6 zones, 12 minutes', 'found', 'wanted'],
    [
      ['tick, median ms', ms(tick.median), '≤ 0.400'],
      ['tick, p99 ms', ms(tick.p99), '≤ 2.000'],
      ['blast radius of a VM, median ms', ms(blast.median), '≤ 5.000'],
      ['blast radius of a VM, p95 ms', ms(blast.p95), ''],
      ['decision of a persistent mind, median ms', ms(decision.median), '≤ 1.000'],
      ['decision of a persistent mind, p95 ms', ms(decision.p95), ''],
      ['a match with its history, MB of heap', megabytes, '< 2.50'],
      ['lab, times real time', String(together), '≥ 1000'],
      ['of its matches, the slowest', String(sorted[0] ?? 0), ''],
      ['of its matches, the fastest', String(sorted.at(-1) ?? 0), ''],
    ],
  )}\n`;
}

function benchLargest(rounds: number): LargestFigures {
  const scenario = largest();
  const { tick } = measureCore(scenario, rounds);
  return {
    tick,
    blast: measureBlast(scenario, rounds),
    decision: measureDecisions(scenario, rounds),
    ...measureRoom(scenario, rounds),
  };
}

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      scenario: { type: 'string', default: 'three-tenants' },
      largest: { type: 'boolean' },
      rounds: { type: 'string', default: String(ROUNDS) },
      json: { type: 'boolean' },
    },
  });
  const rounds = wholeNumber('rounds', options.rounds);
  if (options.largest) {
    const figures = benchLargest(rounds);
    process.stdout.write(options.json ? `${JSON.stringify(figures)}\n` : printLargest(figures));
    return;
  }
  const { scenario } = options;
  const chosen = scenarioFor(scenario, undefined);
  const expert = defenders.get('expert');
  if (!expert) throw new Error('no defender to play with');
  const figures: Figures = {
    scenario,
    core: measureCore(chosen, rounds),
    wire: [
      await measureWire(scenario, 'websocket', expert),
      await measureWire(scenario, 'polling', expert),
    ],
  };
  process.stdout.write(options.json ? `${JSON.stringify(figures)}\n` : print(figures));
}

await runCommand(main);
