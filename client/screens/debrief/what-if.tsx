import type {
  Points as Changed,
  HarmReport,
  NeedInChain,
  Prevention,
} from '../../../shared/match/report.ts';
import { byWorth } from '../../../shared/match/worth.ts';
import { clockOf } from '../../../shared/text/clock.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { orderKey } from '../../state/match/orders.ts';
import { signed } from '../../state/match/wording.ts';
import { needText, preventionText } from './report-words.ts';

interface Row {
  readonly key: string;
  readonly need: NeedInChain;
  readonly prevention: Prevention;
}

/** Each command once, the best answer first. */
function preventionRows(harm: HarmReport): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const need of harm.needs) {
    for (const prevention of need.preventions) {
      const key = `${prevention.tick} ${orderKey(prevention.command, prevention.args)}`;
      if (!rows.has(key)) rows.set(key, { key, need, prevention });
    }
  }
  return [...rows.values()].sort((a, b) => byWorth(a.prevention, b.prevention));
}

/** Of people nobody can say what they would have done: there the computer went on in their place. */
const insteadKey = ({ inTheirPlace }: Prevention, instead: string): string =>
  `${inTheirPlace ? 'inTheirPlace' : 'instead'}.${instead}`;

export function WhatIf({ harm, proved }: { harm: HarmReport; proved: boolean }) {
  const { words } = useApp();
  const { view } = useGame();
  const rows = preventionRows(harm);
  const t = (key: string, values = {}) => words.say(`ui.debrief.${key}`, values);
  return (
    <section class="card what-if" aria-label={t('whatIf')}>
      <h3 class="card-title">
        {t('whatIf')}
        {proved && <span>{t('proved', { count: rows.length })}</span>}
      </h3>
      {rows.length === 0 && (
        <p class="soft" role="status">
          {t(proved ? 'noWhatIf' : 'proving')}
        </p>
      )}
      <ul>
        {rows.map((row) => (
          <li key={row.key} class={`prevention ${row.prevention.outcome}`}>
            <time>{clockOf(row.prevention.tick)}</time>
            <div class="prevention-text">
              <b>{preventionText(words.say, row.prevention, view.value)}</b>
              <small>{t('removes', { need: needText(words.say, harm, row.need) })}</small>
              {row.prevention.instead !== null && (
                <small>{t(insteadKey(row.prevention, row.prevention.instead))}</small>
              )}
            </div>
            <span class="outcome">{t(row.prevention.outcome)}</span>
            {row.prevention.points !== null && <Points points={row.prevention.points} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

const PARTS = [
  ['total', 'ui.debrief.total'],
  ['isolation', 'ui.match.isolation'],
  ['fidelity', 'ui.match.fidelity'],
  ['performance', 'ui.match.performance'],
] as const;

function Points({ points }: { points: Changed }) {
  const { words } = useApp();
  const shown = PARTS.filter(([part]) => part === 'total' || points[part] !== 0);
  return (
    <span class="points">
      {shown.map(([part, name]) => {
        const value = points[part];
        return (
          <span key={part}>
            {words.say(name)}{' '}
            <b class={value > 0 ? 'good-ink' : value < 0 ? 'warn-ink' : ''}>{signed(value)}</b>
          </span>
        );
      })}
    </span>
  );
}
