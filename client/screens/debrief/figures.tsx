import type { Debrief } from '../../../shared/match/report.ts';
import type { HarmKind } from '../../../shared/world/breach.ts';
import { useApp } from '../../app-context.ts';
import { isPeaceful, sharesOf, spentOf } from './stored.ts';

const OUTAGES: readonly HarmKind[] = ['starved', 'exhausted', 'squeezed', 'flooded'];

export function Figures({ report }: { report: Debrief }) {
  const { words } = useApp();
  const harmsOf = (kind: HarmKind): number =>
    report.harms.filter((harm) => harm.kind === kind).length;
  const outages = OUTAGES.reduce((sum, kind) => sum + harmsOf(kind), 0);
  const figures = [
    ...sharesOf(report).map(
      ([name, percent]) => [name, words.say('ui.debrief.share', { percent })] as const,
    ),
    ['orders', report.counts.orders],
    ['served', report.counts.served],
    ['missed', report.counts.missed],
    // Where nothing can be bought there is nothing to weigh against it.
    ...(report.commands?.includes('buy-host') === true ? spentOf(report) : []),
    // Where nobody attacks there is nothing to count of it.
    ...(isPeaceful(report)
      ? []
      : ([
          ['leaks', harmsOf('leak')],
          ['takeovers', harmsOf('takeover')],
          ...(outages === 0 ? [] : ([['outages', outages]] as const)),
        ] as const)),
  ] as const;
  return (
    <dl class="card figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{words.say(`ui.debrief.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
