import { expect, test } from 'vitest';
import { offersFor } from '../../../shared/match/offers.ts';
import { answers } from '../../../shared/minds/defenders/clerk.ts';
import { Bench, hostsWith, planOf, tiny } from '../../support/worlds.ts';
import { blueOf } from '../support/views.ts';

const [modern] = hostsWith({ year: 2015 });
const [late] = hostsWith({ year: 2006, nestedPaging: false });

/** How a request for a database is answered on two such hosts, of so many frames. */
function answered(first: number, second: number): unknown {
  const bench = new Bench(
    tiny({
      hosts: [
        { ...modern!, frames: first },
        { ...late!, frames: second },
      ],
      vms: [],
    }),
  );
  const request = bench.ask(2, {
    kind: 'create',
    plan: planOf({ frames: 1, workload: 'ledger-db' }),
  });
  const [wish] = answers(
    blueOf(bench.match),
    (subject) => offersFor(bench.world, 1, subject),
    'anywhere',
  );
  expect(wish?.args.request).toBe(request);
  return [wish?.args.host, wish?.args.technique];
}

test('K22 the roomiest host wins, and there the cheapest way; of two as roomy the cheaper one', () => {
  expect(answered(8, 6)).toEqual([1, 'hybrid']);
  expect(answered(6, 8)).toEqual([2, 'para']);
  expect(answered(6, 6)).toEqual([1, 'hybrid']);
});
