// The server that `npm run load` measures: the real one, in a process of its own. It tells its parent
// when each tick was due, and nothing else is added.
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { createApp } from '../../app.ts';
import { inProcess } from '../../hosting/authorities.ts';
import { startBeats } from '../../hosting/beats.ts';
import { createDebriefing } from '../../hosting/debriefing.ts';
import { BEAT_MS } from '../../hosting/hosting.ts';
import { BEATS_PER_TICK } from '../../hosting/pace.ts';
import type { Authorities, Log } from '../../ports.ts';
import { DEFAULT_SETTINGS } from '../../settings.ts';
import { openStore } from '../../store/open.ts';
import { spreadOf } from './figures.ts';
import { commonMs, type Due, type FromHouse, type ToHouse } from './letters.ts';

const RSS_EVERY_MS = 500;

const tell = (letter: FromHouse): void => {
  process.send?.(letter);
};

const complain = (facts: object, text: string): void => console.error(text, facts);
const log: Log = { debug() {}, info() {}, warn: complain, error: complain };

/** Ticks of the present beat by match, in the order they were made. */
const made = new Map<number, number[]>();
let matches = 0;

/** Notes each tick that a match makes. */
const authorities: Authorities = {
  ...inProcess,
  open: (spec) => {
    const authority = inProcess.open(spec);
    const index = matches;
    matches += 1;
    const step = authority.step.bind(authority);
    authority.step = () => {
      const beat = step();
      const ticks = made.get(index);
      if (ticks) ticks.push(beat.tick);
      else made.set(index, [beat.tick]);
      return beat;
    };
    return authority;
  },
};

const [folder = ''] = process.argv.slice(2);
const store = await openStore({ url: null, file: resolve(folder, 'load.db') });
const commits: number[] = [];
const lates: number[] = [];
const commit = store.commit.bind(store);
store.commit = async (...rows) => {
  const from = commonMs();
  await commit(...rows);
  commits.push(commonMs() - from);
};
const app = createApp(
  {
    clock: { now: () => Date.now() },
    log,
    random: randomBytes,
    store,
    authorities,
    debriefing: createDebriefing(),
    scenarios,
  },
  { ...DEFAULT_SETTINGS, clientDir: '/nowhere' },
);
const port = await app.listen(0, '127.0.0.1');

let beatDue = 0;
let lostBeats = 0;
const beats = startBeats(
  () => {
    beatDue += BEAT_MS;
    app.beat().catch((error: unknown) => log.error({ err: error }, 'a beat failed'));
    // The beat has stepped its matches by now; only the store is waited for.
    const ticks: Due[] = [];
    for (const [match, some] of made) {
      some.forEach((tick, i) => {
        // What was owed was due one tick earlier for each that came after it.
        const owed = some.length - 1 - i;
        ticks.push([match, tick, beatDue - owed * BEATS_PER_TICK * BEAT_MS]);
      });
    }
    made.clear();
    if (ticks.length > 0) tell({ kind: 'due', ticks });
  },
  (late) => {
    app.beatLate(late);
    lates.push(late);
    const before = beatDue;
    beatDue = commonMs() - late - BEAT_MS;
    // The first beat has none before it.
    if (before > 0) lostBeats += Math.max(0, Math.round((beatDue - before) / BEAT_MS));
  },
);

let rss = process.memoryUsage.rss();
setInterval(() => {
  rss = Math.max(rss, process.memoryUsage.rss());
}, RSS_EVERY_MS);

process.on('message', ({ kind }: ToHouse) => {
  if (kind === 'usage') {
    const { user, system } = process.cpuUsage();
    rss = Math.max(rss, process.memoryUsage.rss());
    const [late, commit] = [lates, commits].map((times) => spreadOf(times.splice(0)));
    if (!late || !commit) throw new Error('nothing was timed');
    tell({ kind: 'usage', at: commonMs(), cpu: user + system, rss, lostBeats, late, commit });
    return;
  }
  beats.stop();
  app.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
process.once('disconnect', () => process.exit(1));

tell({ kind: 'open', port });
