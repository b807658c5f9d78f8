import { resolve } from 'node:path';

export interface Environment {
  /** 0 is any free port. */
  readonly port: number;
  readonly host: string;
  readonly logLevel: string;
  readonly origins: readonly string[];
  /** How many times faster than life matches run, as in a demonstration. */
  readonly speed: number;
  /** `postgres://…`; `null`: the embedded database, in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Whole path of the folder for what outlives the process. */
  readonly dataDir: string;
}

const SLOWEST = 0.5;
const FASTEST = 8;
const DATABASES = ['postgres:', 'postgresql:'];
const LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/**
 * Reads PORT, HOST, LOG_LEVEL, ORIGINS (further origins that may open a socket, with commas), SPEED,
 * DATABASE_URL and DATA_DIR.
 * @returns them, or in one sentence what is wrong with one
 */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Environment | { readonly problem: string } {
  const port = Number(env.PORT || '8080');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return { problem: `PORT must be a whole number from 0 to 65535, not '${env.PORT}'.` };
  }
  const logLevel = env.LOG_LEVEL || 'warn';
  if (!LEVELS.includes(logLevel)) {
    return { problem: `LOG_LEVEL must be one of ${LEVELS.join(', ')}, not '${logLevel}'.` };
  }
  const speed = Number(env.SPEED || '1');
  if (!(speed >= SLOWEST && speed <= FASTEST)) {
    return { problem: `SPEED must be from ${SLOWEST} to ${FASTEST}, not '${env.SPEED}'.` };
  }
  const databaseUrl = env.DATABASE_URL || null;
  if (databaseUrl !== null && !isDatabase(databaseUrl)) {
    // Not repeated, since a password may be in it.
    return { problem: 'DATABASE_URL must be an address that begins with postgres://.' };
  }
  const origins = (env.ORIGINS ?? '').split(',').flatMap((text) => {
    const origin = text.trim().replace(/\/$/, '');
    return origin === '' ? [] : [origin];
  });
  const dataDir = resolve(env.DATA_DIR || 'data');
  return { port, host: env.HOST || '0.0.0.0', logLevel, origins, speed, databaseUrl, dataDir };
}

function isDatabase(url: string): boolean {
  return URL.canParse(url) && DATABASES.includes(new URL(url).protocol);
}
