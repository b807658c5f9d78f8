import './wastes.css';
import type { BetterWay, Debrief, Waste } from '../../../shared/match/report.ts';
import { clockOf } from '../../../shared/text/clock.ts';
import { figure } from '../../../shared/text/figure.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { multiple } from '../../panels/race/race-words.ts';
import { hostName, signed, vmName } from '../../state/match/wording.ts';
import { doneText } from './report-words.ts';

/** The headline where nobody attacks, and the bill: what was left undone, why, and what would have paid. */
export function Wastes({ report }: { report: Debrief }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.debrief.peaceful.${key}`, values);
  const { wastes, proved, overAt } = report;
  return (
    <>
      <h1>{t('title', { time: clockOf(overAt) })}</h1>
      <p class="lead" role="status">
        {t('body')} {!proved ? t('proving') : wastes.length === 0 && t('none')}
      </p>
      {wastes.length > 0 && (
        <section class="card wastes" aria-labelledby="wastes-title">
          <h2 id="wastes-title" class="card-title">
            {t('wastes')}
          </h2>
          <ol>
            {wastes.map((waste) => (
              <WasteItem key={`${waste.vm} ${waste.technique} ${waste.host}`} waste={waste} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function WasteItem({ waste }: { waste: Waste }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.debrief.peaceful.${key}`, values);
  const { vm, workload, technique, host, from, until, cost, undone } = waste;
  return (
    <li>
      <h3>
        {t('waste', {
          vm: vmName(vm),
          workload: words.say(`names.workloads.${workload}`),
          technique: words.say(`names.techniques.${technique}`),
          host: hostName(host),
        })}
        <b class="warn-ink">{t('cost', { cost: multiple(cost) })}</b>
      </h3>
      <p class="soft">
        {t('undone', {
          seen: waste.seen,
          from: clockOf(from),
          until: clockOf(until),
          percent: Math.round(undone / 10),
          part: words.say(`ui.race.groups.${waste.group}`),
          what: words.say(`ui.race.operations.${waste.operation}`),
          count: figure(waste.count),
          price: figure(waste.price),
        })}
      </p>
      <p>{waste.better === null ? t('noBetter') : <Better better={waste.better} />}</p>
    </li>
  );
}

function Better({ better }: { better: BetterWay }) {
  const { words } = useApp();
  const { view } = useGame();
  return (
    <>
      {words.say('ui.debrief.peaceful.better', {
        time: clockOf(better.tick),
        order: doneText(words.say, better, view.value),
        cost: multiple(better.cost),
        points: signed(better.points.total),
      })}
    </>
  );
}
