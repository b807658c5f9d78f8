import { clockOf } from '../../../shared/text/clock.ts';
import { rowOf, rowsOf } from '../../../shared/view/reading.ts';
import type { AssetRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { TenantBadge } from '../../parts/tenant-badge.tsx';
import { assetName, tenantName } from '../../state/match/wording.ts';
import { Fact, Subject } from './subject.tsx';

/** A tenant's data: where it should be, and whether it got out. */
export function AssetFacts({ view, asset }: { view: BlueView; asset: AssetRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const leak = rowsOf(view, 'breaches').find((breach) => breach.asset === asset.id);
  return (
    <Subject
      path={t('asset')}
      badge={<TenantBadge tenant={rowOf(view, 'tenants', asset.tenant)} large />}
      name={assetName(words.say, view, asset.id)}
    >
      <Fact name="tenant">{tenantName(words.say, view, asset.tenant)}</Fact>
      <Fact name="weight">{asset.weight}</Fact>
      {leak !== undefined && (
        <Fact name="leak" kind={leak.open ? 'harm' : 'warn'}>
          {t(leak.open ? 'leakOpen' : 'leakClosed', { time: clockOf(leak.discoveredAt) })}
        </Fact>
      )}
    </Subject>
  );
}
