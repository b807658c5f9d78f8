import { expect, test } from 'vitest';
import { groupTitle, linesOf, TOLD_TOGETHER } from '../../../../client/state/match/cards.ts';
import { catalogue } from '../../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../../shared/text/speak.ts';
import type { AlertGroup } from '../../../../shared/view/cards.ts';
import type { AlertRow } from '../../../../shared/view/rows.ts';
import type { FateCount, Observation } from '../../../../shared/world/alert.ts';
import { matchAt } from '../../support/view-fixture.ts';

const en = createSpeaker(catalogue, 'en');
const ko = createSpeaker(catalogue, 'ko');
const { view } = matchAt(40);

const told = (seen: Observation, over: Partial<AlertRow> = {}): AlertRow => ({
  id: 1,
  tick: 50,
  latest: 50,
  sensor: 'S7',
  host: 1,
  vm: 0,
  seen,
  state: 'open',
  closedAt: 0,
  ...over,
});

const packets = (fates: readonly FateCount[], others: readonly number[] = []): Observation => ({
  kind: 'traffic',
  nature: others.length > 0 ? 'probe' : 'exploit',
  peer: 1 as never,
  service: 'web',
  others: others as never,
  fates,
  crossed: true,
});

const line = (seen: Observation): string => {
  const alert = told(seen, { vm: 2, sensor: 'S1', host: 0 });
  const other = { ...alert, id: 2, seen: packets([['delivered', 0, 9]]) };
  return linesOf(en, view, [alert, other]).find(({ text }) => !text.includes('9'))?.text ?? '';
};

test('S26 a line says what became of what was seen, by whom it was stopped', () => {
  expect(line(packets([['delivered', 0, 1]]))).toBe('1 to its web service: went through.');
  expect(line(packets([['denied', 2, 3]]))).toBe(
    '3 to its web service: stopped by the rules of H2’s switch.',
  );
  expect(line(packets([['quarantined', 2, 1]]))).toContain('stopped, since vm2 is in quarantine');
  expect(line(packets([['blocked', 0, 1]]))).toContain(
    'stopped by the IPS of the physical network',
  );
  expect(
    line(
      packets(
        [
          ['delivered', 0, 2],
          ['denied', 1, 4],
        ],
        [3],
      ),
    ),
  ).toBe(
    'vm2 → vm1 and 1 more: attempts to connect. 6 from this source: 2 went through, ' +
      '4 stopped by the rules of H1’s switch.',
  );
});

test('several things of one cause have a title of their own and a line each, whoever saw them', () => {
  const residue = (asset: number): Observation => ({
    kind: 'residue-free',
    asset: asset as never,
    frames: 2,
  });
  const group: AlertGroup = [
    told(residue(1), { latest: 90 }),
    told(residue(2), { id: 2, state: 'over' }),
    told(residue(1), { id: 3, sensor: 'S8' }),
  ];
  expect(groupTitle(en, view, group)).toBe('Data left in free frames of H1');
  expect(groupTitle(ko, view, group)).toBe('H1의 빈 프레임에 남은 데이터');
  expect(groupTitle(en, view, [group[0]])).toBe(
    en('alerts.residue-free.title', { frames: 2, asset: 'payment keys' }),
  );
  const lines = linesOf(en, view, group);
  expect(lines.map(({ at, sensors, over }) => [at, sensors, over])).toEqual([
    [90, ['S7', 'S8'], false],
    [50, ['S7'], true],
  ]);
});

test('whatever is told together has a title for it', () => {
  const alerts: Readonly<Record<string, object>> = catalogue.alerts;
  for (const kind of TOLD_TOGETHER) expect(alerts[kind]).toHaveProperty('several');
  const others = Object.keys(alerts).filter((kind) => 'several' in (alerts[kind] ?? {}));
  expect(others.sort()).toEqual([...TOLD_TOGETHER].sort());
});
