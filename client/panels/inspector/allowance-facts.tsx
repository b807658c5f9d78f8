import { playable } from '../../../shared/commands/answers.ts';
import type { VmRow } from '../../../shared/view/machine-rows.ts';
import { rowOf, rowsOf } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { hostName } from '../../state/match/wording.ts';
import { Fact } from './subject.tsx';

/** No limit, in permille of its host’s cycles. */
const UNLIMITED = 1000;

/** What a VM may have of its host, and its tenant of the pool: each in a sentence with its number. */
export function AllowanceFacts({ view, vm }: { readonly view: BlueView; readonly vm: VmRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const played = playable(rowOf(view, 'match', 1), 'limit-vm');
  // A machine of its own has all of it, and there is nobody to share it with.
  if (!played || vm.technique === 'native') return null;
  const quota = rowOf(view, 'tenants', vm.tenant)?.quota ?? 0;
  let has = 0;
  for (const { tenant, frames } of rowsOf(view, 'vms')) {
    if (tenant === vm.tenant) has += frames;
  }
  const host = hostName(vm.host);
  return (
    <>
      <Fact name="limit">
        {vm.limit === UNLIMITED ? t('noLimit') : t('limitOf', { host, percent: vm.limit / 10 })}
      </Fact>
      <Fact name="reserved">{t(vm.reserved ? 'isReserved' : 'notReserved')}</Fact>
      {vm.shares !== 'normal' && (
        <Fact name="shares">{words.say(`names.shares.${vm.shares}`)}</Fact>
      )}
      <Fact name="quota">{quota === 0 ? t('noQuota', { has }) : t('quotaOf', { quota, has })}</Fact>
    </>
  );
}
