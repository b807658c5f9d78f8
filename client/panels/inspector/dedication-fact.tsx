import { playable } from '../../../shared/commands/answers.ts';
import type { HostRow } from '../../../shared/view/machine-rows.ts';
import { rowOf, vmsOn } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { tenantName } from '../../state/match/wording.ts';
import { Fact } from './subject.tsx';

/** For whom a host is set apart, and how many VMs of others are on it still: said where it can be ordered, or was. */
export function DedicationFact({
  view,
  host,
}: {
  readonly view: BlueView;
  readonly host: HostRow;
}) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const whose = rowOf(view, 'dedications', host.id)?.tenant ?? 0;
  const played = playable(rowOf(view, 'match', 1), 'dedicate-host');
  if (host.platform === 'native' || (whose === 0 && !played)) return null;
  const here = vmsOn(view, host.id);
  if (whose === 0) {
    const count = new Set(here.map(({ tenant }) => tenant)).size;
    return <Fact name="dedicated">{t('dedicatedToNobody', { count })}</Fact>;
  }
  const tenant = tenantName(words.say, view, whose);
  const others = here.filter((vm) => vm.tenant !== whose).length;
  return (
    <Fact name="dedicated" kind={others > 0 ? 'warn' : undefined}>
      {t('dedicatedTo', { tenant, count: others })}
    </Fact>
  );
}
