export interface Environment {
  /** 0 is any free port. */
  readonly port: number;
  readonly host: string;
  readonly logLevel: string;
  readonly origins: readonly string[];
  /** How many times faster than life matches run, as in a demonstration. */
  readonly speed: number;
}

const SLOWEST = 0.5;
const FASTEST = 8;
const LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/**
 * Reads PORT, HOST, LOG_LEVEL, ORIGINS (further origins that may open a socket, with commas) and
 * SPEED.
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
  const origins = (env.ORIGINS ?? '').split(',').flatMap((text) => {
    const origin = text.trim().replace(/\/$/, '');
    return origin === '' ? [] : [origin];
  });
  return { port, host: env.HOST || '0.0.0.0', logLevel, origins, speed };
}
