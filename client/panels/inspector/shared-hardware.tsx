import { asks } from '../../../shared/commands/badges.ts';
import { flushCycles } from '../../../shared/mechanics/cost/taxes.ts';
import { figure } from '../../../shared/text/figure.ts';
import { openToL1tf } from '../../../shared/view/fitness.ts';
import type { HostRow } from '../../../shared/view/machine-rows.ts';
import { mergedOn } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { Fact } from './subject.tsx';

/** What neighbours of a host have in common below them: each switch, what it means, and what it costs. */
export function SharedHardware({ view, host }: { view: BlueView; host: HostRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const switched = (on: boolean): string => words.say(`names.switched.${on ? 'on' : 'off'}`);
  const pages = mergedOn(view, host.id);
  const l1tf = openToL1tf(host);
  const warn = (badge: Parameters<typeof asks>[1], open: boolean): 'warn' | undefined =>
    open && asks(view, badge) ? 'warn' : undefined;
  if (!asks(view, 'shares-hardware')) return null;
  return (
    <details class="more" open>
      <summary>{t('sharedHardware')}</summary>
      <dl class="facts wide">
        <Fact
          name="dedup"
          kind={warn('shares-pages', host.dedup)}
          note={host.dedup ? t('dedupNote', { pages, free: host.free.length }) : t('dedupOffNote')}
        >
          {switched(host.dedup)}
        </Fact>
        <Fact
          name="llc"
          kind={warn('shares-cache', !host.cachePartition)}
          note={t(host.cachePartition ? 'llcPartedNote' : 'llcNote')}
        >
          {t(host.cachePartition ? 'llcParted' : 'llcShared')}
        </Fact>
        <Fact
          name="smt"
          kind={warn('shares-cores', host.smt && l1tf)}
          note={t(host.smt ? 'smtNote' : 'smtOffNote')}
        >
          {host.smtCapacity === 0 ? t('noSmt') : switched(host.smt)}
        </Fact>
        <Fact
          name="l1Flush"
          kind={warn('leaves-l1', !host.l1Flush && l1tf)}
          note={t(l1tf ? 'l1tfNote' : 'noL1tfNote', {
            year: host.year,
            cycles: figure(flushCycles(host)),
          })}
        >
          {switched(host.l1Flush)}
        </Fact>
        {l1tf && (
          <Fact name="microcode" note={t(host.microcode ? 'microcodeNote' : 'noMicrocodeNote')}>
            {t(host.microcode ? 'present' : 'none')}
          </Fact>
        )}
        <Fact name="rowGuard" note={t(host.rowGuard ? 'rowGuardNote' : 'noRowGuardNote')}>
          {t(host.rowGuard ? 'present' : 'none')}
        </Fact>
        <Fact name="counters" note={t('countersNote')}>
          {switched(host.counters)}
        </Fact>
      </dl>
    </details>
  );
}
