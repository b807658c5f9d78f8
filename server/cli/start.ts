// `npm start`: one server on one port, until it is told to stop.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { pino } from 'pino';
import packageJson from '../../package.json' with { type: 'json' };
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import { createApp } from '../app.ts';
import { inProcess } from '../hosting/authorities.ts';
import { startBeats } from '../hosting/beats.ts';
import { createDebriefing } from '../hosting/debriefing.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { openStore } from '../store/open.ts';
import { banner } from './banner.ts';
import { readEnvironment } from './environment.ts';
import { whenOrphaned } from './orphaned.ts';
import { reachOf } from './reach.ts';

/** Longer than this, and the process ends without having said goodbye to everyone. */
const STOP_MS = 900;

const environment = readEnvironment(process.env);
if ('problem' in environment) {
  process.stderr.write(`${environment.problem}\n`);
  process.exit(1);
}
const { PORT: port, HOST: host, BASE_PATH: base } = environment;

// Standard output is for the banner; pino writes without a buffer, so nothing is lost at the end.
const log = pino({ level: environment.LOG_LEVEL }, pino.destination({ dest: 2, sync: true }));

// Built, this file lies in dist/server beside dist/client; in development two folders deeper.
const built = resolve(import.meta.dirname, '../client');
const clientDir = existsSync(resolve(built, 'index.html'))
  ? built
  : resolve(import.meta.dirname, '../../dist/client');

const store = await openStore({
  url: environment.DATABASE_URL,
  file: resolve(environment.DATA_DIR, 'hyperward.db'),
}).catch((error: Error) => {
  process.stderr.write(
    `저장소를 열 수 없습니다: ${error.message}\nThe store cannot be opened: ${error.message}\n`,
  );
  process.exit(1);
});

const inContainer = existsSync('/.dockerenv') || existsSync('/run/.containerenv');

const app = createApp(
  {
    clock: { now: () => Date.now() },
    log,
    random: randomBytes,
    store,
    authorities: inProcess,
    debriefing: createDebriefing(),
    scenarios,
  },
  {
    ...DEFAULT_SETTINGS,
    version: packageJson.version,
    clientDir,
    origins: environment.ORIGINS,
    base,
    addresses: () => reach().others,
  },
);

// Before the port is open: whoever comes back finds their match where it was.
const found = await app.recover().catch((error: Error) => {
  process.stderr.write(
    `저장소를 읽을 수 없습니다: ${error.message}\nThe store cannot be read: ${error.message}\n`,
  );
  process.exit(1);
});

const openPort = await app.listen(port, host).catch((error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE';
  process.stderr.write(
    taken
      ? `포트 ${port}번을 다른 프로그램이 쓰고 있습니다. PORT=0 npm start 로 빈 포트를 고르세요.\n` +
          `Port ${port} is taken by another program. PORT=0 npm start picks a free one.\n`
      : `${error.message}\n`,
  );
  process.exit(1);
});

// Asked anew each time: a laptop that is carried to the classroom has another address there.
const reach = () => reachOf(host, openPort, networkInterfaces(), inContainer);

const beats = startBeats(
  () => {
    app.beat().catch((error: unknown) => log.error({ err: error }, 'a beat failed'));
  },
  (ms) => app.beatLate(ms),
  environment.SPEED,
);

process.stdout.write(banner(reach(), base, inContainer));
log.info({ version: packageJson.version, port: openPort, ...found }, 'open');

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  beats.stop();
  setTimeout(() => process.exit(0), STOP_MS).unref();
  app.close().then(
    () => process.exit(0),
    (error: unknown) => {
      log.error({ err: error }, 'closing failed');
      process.exit(1);
    },
  );
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
// Started by hand it may outlive its terminal, as with `nohup`.
if (process.env.npm_lifecycle_event !== undefined) whenOrphaned(stop);
