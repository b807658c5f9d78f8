import { expect, test } from 'vitest';
import { exposedWords } from '../../../../client/panels/alerts/exposed.ts';
import { scenarios } from '../../../../shared/course/scenarios/registry.ts';
import { createMatch } from '../../../../shared/match/match.ts';
import { catalogue } from '../../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../../shared/text/speak.ts';
import { NO_METERS, projectBlue } from '../../../../shared/view/blue.ts';
import { rowsOf } from '../../../../shared/view/reading.ts';

const ko = createSpeaker(catalogue, 'ko');
const en = createSpeaker(catalogue, 'en');

/** What each advisory of a match that begins says of what is ours, by what it is about. */
function said(id: string, say = en): Record<string, string | null> {
  const { world, history } = createMatch(scenarios[id]!, 1);
  for (const flaw of world.flaws) if (flaw) Object.assign(flaw, { public: true });
  const view = projectBlue(world, history, NO_METERS, null);
  return Object.fromEntries(
    rowsOf(view, 'advisories').map((row) => [row.component, exposedWords(say, view, row)]),
  );
}

test('a flaw of a server beside hosts is no host’s', () => {
  expect(said('soft-copy')['backup-server']).toBe('vulnerable: backup server');
  expect(said('soft-copy', ko)['backup-server']).toBe('취약한 백업 서버');
  expect(said('open-console')['management-server']).toBe('vulnerable: management server');
});

test('a flaw of hosts counts hosts, and VMs from which it could be used', () => {
  expect(said('first-shift')['device-model']).toMatch(
    /^vulnerable hosts: \d+ · exploitable from VMs: \d+$/,
  );
});

test('of what nothing of ours has there is nothing to say', () => {
  const { world, history } = createMatch(scenarios['soft-copy']!, 1);
  for (const row of world.repositories) if (row) Object.assign(row, { build: 999 });
  const view = projectBlue(world, history, NO_METERS, null);
  const row = rowsOf(view, 'advisories').find(({ component }) => component === 'backup-server')!;
  expect(exposedWords(en, view, row)).toBeNull();
});
