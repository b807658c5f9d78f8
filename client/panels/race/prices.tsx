import './prices.css';
import { type Bill, nativeBill } from '../../../shared/mechanics/cost/bill.ts';
import type { RaceLane } from '../../../shared/mechanics/technique/race.ts';
import { figure } from '../../../shared/text/figure.ts';
import type { WorkloadName } from '../../../shared/world/machine/workload.ts';
import { useApp } from '../../app-context.ts';

type Operation = Bill['lines'][number]['operation'];

/** What one of an operation costs, its way out and back included. */
const priceOf = ({ lines }: Bill, operation: Operation): number =>
  lines.filter((line) => line.operation === operation).reduce((sum, { price }) => sum + price, 0);

/** The bills behind the bars: every operation with its count, and what one costs under each technique. */
export function Prices({
  workload,
  lanes,
}: {
  workload: WorkloadName;
  lanes: readonly RaceLane[];
}) {
  const { words } = useApp();
  const shown = lanes.filter(({ misfit }) => misfit === null);
  const native = nativeBill(workload);
  const countOf = new Map<Operation, number>();
  for (const { lines } of [native, ...shown.map(({ bill }) => bill)]) {
    for (const { operation, count } of lines) countOf.set(operation, count);
  }
  const t = (key: string) => words.say(`ui.race.${key}`);
  return (
    <section class="race-prices">
      <h3>
        {t('prices')}
        <small>{t('pricesNote')}</small>
      </h3>
      <div class="race-scroll">
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('count')}</th>
              <th scope="col">{t('native')}</th>
              {shown.map(({ technique }) => (
                <th key={technique} scope="col">
                  {words.say(`names.techniques.${technique}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...countOf].map(([operation, count]) => {
              const own = priceOf(native, operation);
              return (
                <tr key={operation}>
                  <th scope="row" class="race-row">
                    {t(`operations.${operation}`)}
                  </th>
                  <td class="soft">{figure(count)}</td>
                  <td>{own === 0 ? '–' : figure(own)}</td>
                  {shown.map(({ technique, bill }) => {
                    const price = priceOf(bill, operation);
                    return (
                      <td key={technique} class={price > own ? 'dear' : ''}>
                        {price === 0 ? '–' : figure(price)}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" class="race-row">
                {t('sum')}
              </th>
              <td />
              <td>{figure(native.cycles)}</td>
              {shown.map(({ technique, bill }) => (
                <td key={technique}>{figure(bill.cycles)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}
