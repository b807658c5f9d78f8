import './held.css';
import type { Luck as Lucky, Needless as Unneeded } from '../../../shared/match/report.ts';
import { clockOf } from '../../../shared/text/clock.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { signed } from '../../state/match/wording.ts';
import { doneText, otherHarmText } from './report-words.ts';

/** An attack that would have worked, had anybody tried it. */
export function Luck({ luck }: { luck: Lucky }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.debrief.held.${key}`, values);
  const { attack, needs, seen, from, until, harm } = luck;
  const values = { seen, from: clockOf(from), until: clockOf(until) };
  return (
    <section class="card honest" aria-labelledby="luck-title">
      <h2 id="luck-title" class="card-title">
        {t('luck')}
        <span class="warn-ink">{t('luckNeeds', { count: needs.length })}</span>
      </h2>
      <p>
        <b>{words.say(`attacks.${attack}.name`)}</b>
      </p>
      <p class="soft">{t('luckBody', { ...values, harm: otherHarmText(words.say, harm) })}</p>
      <ul class="honest-chips">
        {needs.map((need) => (
          <li key={need}>{words.say(`needs.${need}.short`)}</li>
        ))}
      </ul>
    </section>
  );
}

const PARTS = ['fidelity', 'isolation', 'performance'] as const;

/** An order that only cost. */
export function Needless({ needless, total }: { needless: Unneeded; total: number }) {
  const { words } = useApp();
  const { view } = useGame();
  const t = (key: string, values = {}) => words.say(`ui.debrief.held.${key}`, values);
  const { order, points } = needless;
  return (
    <section class="card honest" aria-labelledby="needless-title">
      <h2 id="needless-title" class="card-title">
        {t('needless')}
        <span>{t('needlessHow')}</span>
      </h2>
      <p>
        <b>{doneText(words.say, order, view.value)}</b>
      </p>
      <p class="soft">{t('needlessBody', { time: clockOf(order.tick) })}</p>
      <ul class="honest-chips plain">
        <li>{t('asItWas', { total })}</li>
        <li>{t('leftOut', { total: needless.total })}</li>
        {PARTS.filter((part) => points[part] !== 0).map((part) => (
          <li key={part}>
            {words.say(`ui.match.${part}`)} {signed(points[part])}
          </li>
        ))}
      </ul>
    </section>
  );
}
