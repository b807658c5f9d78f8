import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * A long text made short for a column of text: gzipped, in base64. Not as bytes, since the embedded
 * database's driver brings down the process when it is handed a Buffer. The fastest level: a state
 * of 300 kB must not hold up the rows that are committed with it.
 */
export function pack(text: string): string {
  return gzipSync(text, { level: 1 }).toString('base64');
}

/** @throws when it is not whole */
export function unpack(packed: string): string {
  return gunzipSync(Buffer.from(packed, 'base64')).toString('utf8');
}
