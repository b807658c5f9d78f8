import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Client } from 'pg';
import { onTestFinished } from 'vitest';
import { openStore } from '../../../server/store/open.ts';
import type { Place } from '../../../server/store/sql/open.ts';
import type { Store } from '../../../server/store/store.ts';

/** Somewhere that stores can be opened one after another, until the test is over. */
export interface LastingPlace {
  readonly place: Place;
  /** Closed at the latest when the test is over. */
  open(): Promise<Store>;
  /** Runs a statement behind the stores' back: of an embedded database only while none is open. */
  sql(text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export interface PlaceKind {
  readonly name: string;
  /** An empty place. */
  make(): Promise<LastingPlace>;
}

/** Opens a store that is closed when the test is over. */
export async function openFor(place: Place): Promise<Store> {
  const store = await openStore(place);
  onTestFinished(() => store.close());
  return store;
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
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    // A folder that is not there yet.
    const file = join(folder, 'data', 'hyperward.db');
    const place = { url: null, file };
    return {
      place,
      open: () => openFor(place),
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
    onTestFinished(async () => {
      await atServer(`drop schema ${schema} cascade`);
    });
    const url = new URL(SERVER);
    url.searchParams.set('options', `-c search_path=${schema}`);
    url.searchParams.set('application_name', schema);
    const place = { url: url.href, file: null };
    return { place, open: () => openFor(place), sql: (text) => atServer(text, url.href) };
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
