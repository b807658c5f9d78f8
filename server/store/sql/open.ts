import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { CompiledQuery, Kysely, PostgresDialect, SqliteAdapter, SqliteDialect, sql } from 'kysely';
import Database from 'libsql';
import { Pool } from 'pg';
import { type Dialect, migrate } from './migrations.ts';
import { SqlStore } from './sql-store.ts';
import type { Tables } from './tables.ts';

/** How long a server that starts waits for the one before it to let go of the file. */
const FILE_WAIT_MS = 1000;

const CONNECT_MS = 5000;
/** After this long a statement is given up, and its commit is tried again. */
const STATEMENT_MS = 10_000;

/** Its tables, too, change all together or not at all, which Kysely does not rely on by itself. */
class EmbeddedAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class EmbeddedDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new EmbeddedAdapter();
  }
}

export interface Place {
  /** `postgres://…`, or `null` for an embedded database. */
  readonly url: string | null;
  /** Where the embedded database lies; `null`: in memory. */
  readonly file: string | null;
}

/** @throws when it cannot be opened: with where it is, without its password, and why */
export async function openSql({ url, file }: Place): Promise<SqlStore> {
  const [dialect, where, connect]: readonly [Dialect, string, () => Kysely<Tables>] =
    url === null
      ? ['libsql', file ?? 'memory', () => embedded(file)]
      : ['postgres', nameOf(url), () => remote(url)];
  let db: Kysely<Tables> | null = null;
  try {
    db = connect();
    await migrate(db, dialect, dialect === 'postgres' ? await schemaOf(db) : null);
    return new SqlStore(db);
  } catch (error) {
    await db?.destroy().catch(() => undefined);
    throw new Error(`${where}: ${reasonOf(error)}`, { cause: error });
  }
}

function embedded(file: string | null): Kysely<Tables> {
  if (file !== null) mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file ?? ':memory:', { timeout: FILE_WAIT_MS });
  // Two servers on one file would each go on with the same matches.
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('journal_mode = WAL');
  database.exec('pragma synchronous = FULL');
  database.exec('pragma foreign_keys = ON');
  // What is deleted is gone from the file, too: names were in it.
  database.pragma('secure_delete = ON');
  return new Kysely({ dialect: new EmbeddedDialect({ database }) });
}

function remote(url: string): Kysely<Tables> {
  const pool = new Pool({
    connectionString: url,
    // One, so that what is asked for first is done first.
    max: 1,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  });
  // A line that breaks: whoever waits for an answer on it is told, and the next query opens another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const dialect = new PostgresDialect({
    pool,
    onCreateConnection: async (connection) => {
      // Whatever the database's own default: what is told to be durable must be.
      await connection.executeQuery(CompiledQuery.raw('set synchronous_commit = on'));
      await connection.executeQuery(CompiledQuery.raw(`set statement_timeout = ${STATEMENT_MS}`));
    },
  });
  return new Kysely({ dialect });
}

async function schemaOf(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
  const name = rows[0]?.name ?? null;
  if (name === null) throw new Error('the schema of its search path is missing');
  return name;
}

function nameOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `PostgreSQL ${hostname}:${port || '5432'}${pathname}`;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'SQLITE_BUSY') return 'another server is using it';
  // A host with several addresses that all refuse has no words, only codes.
  return error.message === '' ? (code ?? error.name) : error.message.replace(/\.$/, '');
}
