// A process that commits until it is killed, and prints each tick once it is told to be durable.
import { writeSync } from 'node:fs';
import { openStore } from '../../../server/store/open.ts';
import { checkpoint, emptyRow, match, row, session } from './records.ts';

const store = await openStore(JSON.parse(process.argv[2] ?? ''));
await store.saveSession(session);
await store.createMatch(match);
for (let tick = 1; ; tick += 1) {
  const rows = [tick % 3 === 0 ? row(tick) : emptyRow(tick)];
  await store.commit(rows, tick % 5 === 0 ? [checkpoint(tick)] : []);
  writeSync(1, `${tick}\n`);
}
