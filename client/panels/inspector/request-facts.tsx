import type { RequestRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { TenantBadge } from '../../parts/tenant-badge.tsx';
import { rowOf } from '../../state/rows.ts';
import { assetName, clockOf, remaining, tenantName, zoneName } from '../../state/wording.ts';
import { wishTitle } from '../foot/wish.ts';
import { Fact, Subject } from './subject.tsx';

export function RequestFacts({ view, request }: { view: BlueView; request: RequestRow }) {
  const { words } = useApp();
  const { clock } = useGame();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const waiting = request.state === 'open' || request.state === 'in-work';
  return (
    <Subject
      path={t('request')}
      badge={<TenantBadge tenant={rowOf(view, 'tenants', request.tenant)} large />}
      name={wishTitle(words.say, view, request)}
    >
      <Fact name="tenant">{tenantName(words.say, view, request.tenant)}</Fact>
      {request.kind === 'create' && (
        <>
          <Fact name="zone">{zoneName(words.say, view, request.zone)}</Fact>
          <Fact name="asset">{assetName(words.say, view, request.asset)}</Fact>
          <Fact name="memory">{t('memoryOf', { frames: request.frames })}</Fact>
        </>
      )}
      <Fact name="state">{words.say(`names.requests.${request.state}`)}</Fact>
      {waiting && (
        <Fact name="until">
          {t('untilOf', {
            time: clockOf(request.deadline),
            left: remaining(request.deadline - clock.tick.value),
          })}
        </Fact>
      )}
    </Subject>
  );
}
