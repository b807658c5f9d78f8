import { expect, test } from 'vitest';
import { newsIn } from '../../../../client/panels/announcing/news.ts';
import { Authority } from '../../../../shared/authority/authority.ts';
import { scenarios } from '../../../../shared/course/scenarios/registry.ts';
import { catalogue } from '../../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../../shared/text/speak.ts';
import { rowsOf } from '../../../../shared/view/reading.ts';
import { matchAt } from '../../support/view-fixture.ts';

const ko = createSpeaker(catalogue, 'ko');
const en = createSpeaker(catalogue, 'en');

test.each(Object.keys(scenarios))(
  '%s: a match in which nobody acts is told once, breaches urgently',
  (id) => {
    const scenario = scenarios[id];
    if (scenario === undefined) throw new Error(id);
    const authority = new Authority({ scenario, seed: 7 });
    const heard = new Set<string>();
    const told: string[] = [];
    let urgent = 0;
    while (!authority.over) {
      for (let tick = 0; tick < 5 && !authority.over; tick += 1) authority.step();
      const view = authority.projection;
      const news = newsIn(view, heard, ko);
      for (const one of news) {
        told.push(one.key);
        expect(one.text).not.toBe('');
        expect(one.urgent).toBe(one.key.startsWith('breach/'));
        if (one.urgent) urgent += 1;
      }
    }
    expect(new Set(told).size).toBe(told.length);
    const { projection } = authority;
    for (const { text } of newsIn(projection, new Set(), en)) expect(text).not.toBe('');
    expect(urgent).toBe(rowsOf(projection, 'breaches').length);
    for (const { id: alert } of rowsOf(projection, 'alerts'))
      expect(told).toContain(`alert/${alert}`);
    expect(told).toContain('phase/live');
  },
);

test('a request that is open once more is not told once more', () => {
  const { view } = matchAt(60);
  const [request] = rowsOf(view, 'requests');
  if (request === undefined) throw new Error('no request has come');
  const heard = new Set<string>();
  expect(newsIn(view, heard, en).map(({ key }) => key)).toContain(`request/${request.id}`);
  const requests = view.tables.requests.map((row) => row && { ...row, state: 'in-work' as const });
  expect(newsIn({ ...view, tables: { ...view.tables, requests } }, heard, en)).toEqual([]);
  expect(newsIn(view, heard, en)).toEqual([]);
});

test('what is dealt with is told once, and told again only when it had grown meanwhile', () => {
  const { view } = matchAt(60);
  const heard = new Set<string>();
  newsIn(view, heard, en);
  const closed = (latest: number) => {
    const alerts = view.tables.alerts.map(
      (row) => row && { ...row, state: 'acknowledged' as const, latest },
    );
    return newsIn({ ...view, tables: { ...view.tables, alerts } }, heard, en);
  };
  const told = closed(60);
  expect(told.length).toBeGreaterThan(0);
  for (const { key, text } of told)
    expect([key, text]).toEqual([key, expect.stringMatching(/^Dealt with: ./)]);
  expect(closed(60)).toEqual([]);
  expect(closed(70)).not.toEqual([]);
});
