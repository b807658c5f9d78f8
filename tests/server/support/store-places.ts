import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Client } from 'pg';
import type { Place } from '../../../server/store/sql/open.ts';

/** Somewhere that stores can be opened one after another. */
export interface LastingPlace {
  readonly place: Place;
  /** Runs a statement behind the stores' back: of an embedded database only while none is open. */
  sql(text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Whoever made it must remove it. */
  remove(): Promise<void>;
}

export interface PlaceKind {
  readonly name: string;
  /** An empty place. */
  make(): Promise<LastingPlace>;
}

/** In a thread of its own: the driver lets go of a file only when its thread ends. */
const STATEMENT = `
  const { parentPort, workerData } = require('node:worker_threads');
  const Database = require('libsql');
  parentPort.postMessage(new Database(workerData.file).prepare(workerData.text).all());
`;

const FILE: PlaceKind = {
  name: 'libsql in a file',
  make: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hyperward-store-'));
    // A folder that is not there yet.
    const file = join(folder, 'data', 'hyperward.db');
    const place = { url: null, file };
    return {
      place,
      remove: async () => rmSync(folder, { recursive: true, force: true }),
      sql: async (text) => {
        const thread = new Worker(STATEMENT, { eval: true, workerData: { file, text } });
        const gone = once(thread, 'exit');
        const [rows] = await once(thread, 'message');
        await gone;
        return rows;
      },
    };
  },
};

const SERVER = process.env.TEST_DATABASE_URL || 'postgres://root@127.0.0.1:5432/test';

async function atServer(
  text: string,
  url = SERVER,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const POSTGRES: PlaceKind = {
  name: 'PostgreSQL',
  make: async () => {
    const schema = `hyperward_test_${randomBytes(6).toString('hex')}`;
    await atServer(`create schema ${schema}`);
    const url = new URL(SERVER);
    url.searchParams.set('options', `-c search_path=${schema}`);
    url.searchParams.set('application_name', schema);
    const place = { url: url.href, file: null };
    return {
      place,
      remove: async () => {
        await atServer(`drop schema ${schema} cascade`);
      },
      sql: (text) => atServer(text, url.href),
    };
  },
};

const hasPostgres = await atServer('select 1').then(
  () => true,
  () => false,
);
if (!hasPostgres) {
  console.warn('PostgreSQL does not answer, so the stores are tested without it.');
}

/** Whether a PostgreSQL that does not answer is a failure. */
export const missesPostgres = !hasPostgres && process.env.STORES === 'required';

/** Every place of this machine in which a store outlives its process. */
export const lastingPlaces: readonly PlaceKind[] = hasPostgres ? [FILE, POSTGRES] : [FILE];
