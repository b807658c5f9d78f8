// `npm run bench`: the project's figures, measured here and now.
import { parseArgs } from 'node:util';
import { defenders } from '../../shared/minds/defenders/registry.ts';
import { type CoreFigures, measureCore } from './bench/core.ts';
import { measureWire, type WireFigures } from './bench/wire.ts';
import { tabulate } from './table.ts';

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

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      scenario: { type: 'string', default: 'three-tenants' },
      json: { type: 'boolean' },
    },
  });
  const { scenario } = options;
  const expert = defenders.get('expert');
  if (!expert) throw new Error('no defender to play with');
  const figures: Figures = {
    scenario,
    core: measureCore(scenario),
    wire: [
      await measureWire(scenario, 'websocket', expert),
      await measureWire(scenario, 'polling', expert),
    ],
  };
  process.stdout.write(options.json ? `${JSON.stringify(figures)}\n` : print(figures));
}

await main();
