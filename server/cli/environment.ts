import { resolve } from 'node:path';
import { z } from 'zod';
import { databaseProblem } from './database-address.ts';

const SLOWEST = 0.5;
const FASTEST = 8;
const LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** What is wrong, with what was given. */
const not = (what: string): { error: (issue: { readonly input?: unknown }) => string } => ({
  error: ({ input }) => `${what}, not '${input}'.`,
});

/** A number in digits, judged as it was written, so that a sentence can repeat it. */
const number = (what: string, fits: (value: number) => boolean) =>
  z
    .string()
    .refine((text) => fits(Number(text)), not(what))
    .transform(Number);

/** `https://play.example` as browsers name it, or `null`: a page's address is more than its origin. */
function originOf(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { origin, pathname, search, hash, username } = new URL(text);
  return `${pathname}${search}${hash}${username}` === '/' ? origin : null;
}

const settings = z.object({
  /** 0 is any free port. */
  PORT: number(
    'PORT must be a whole number from 0 to 65535',
    (port) => Number.isInteger(port) && port >= 0 && port <= 65_535,
  ).default(8080),
  HOST: z.string().default('0.0.0.0'),
  LOG_LEVEL: z.enum(LEVELS, not(`LOG_LEVEL must be one of ${LEVELS.join(', ')}`)).default('warn'),
  /** Further origins that may open a socket, with commas. */
  ORIGINS: z
    .string()
    .default('')
    .transform((list, context) =>
      list
        .split(',')
        .map((text) => text.trim())
        .filter((text) => text !== '')
        .flatMap((text) => {
          const origin = originOf(text);
          if (origin !== null) return [origin];
          context.addIssue(
            `ORIGINS must be a scheme and a host each, such as https://play.example, not '${text}'.`,
          );
          return [];
        }),
    ),
  /** What the game lies under where a proxy gives it a path of its own. */
  BASE_PATH: z
    .string()
    .default('/')
    .transform((text, context) => {
      const path = text.split('/').filter((part) => part !== '');
      if (path.every((part) => /^[\w.~-]+$/.test(part) && !/^\.+$/.test(part))) {
        return path.length === 0 ? '/' : `/${path.join('/')}/`;
      }
      context.addIssue(`BASE_PATH must be a path such as /hyperward/, not '${text}'.`);
      return z.NEVER;
    }),
  /** How many times faster than life matches run, as in a demonstration. */
  SPEED: number(
    `SPEED must be from ${SLOWEST} to ${FASTEST}`,
    (speed) => speed >= SLOWEST && speed <= FASTEST,
  ).default(1),
  /** `null`: the embedded database, in `DATA_DIR`. */
  DATABASE_URL: z
    .string()
    .nullable()
    .default(null)
    .transform((text, context) => {
      const problem = text === null ? null : databaseProblem(text.trim());
      if (problem === null) return text === null ? null : text.trim();
      context.addIssue(problem);
      return z.NEVER;
    }),
  /** Folder for what outlives the process. */
  DATA_DIR: z
    .string()
    .default('data')
    .transform((path) => resolve(path)),
});

export type Environment = z.output<typeof settings>;

/**
 * Reads PORT, HOST, LOG_LEVEL, ORIGINS, BASE_PATH, SPEED, DATABASE_URL and DATA_DIR. What is empty is not set.
 * @returns them, or in one sentence what is wrong with one
 */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Environment | { readonly problem: string } {
  const set = Object.fromEntries(Object.entries(env).filter(([, text]) => text !== ''));
  const read = settings.safeParse(set);
  return read.success ? read.data : { problem: read.error.issues[0]?.message ?? '' };
}
