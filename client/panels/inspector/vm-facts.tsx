import type { VmRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { TenantBadge } from '../../parts/tenant-badge.tsx';
import { foreignFrames, rowOf, tenantsLeftIn } from '../../state/rows.ts';
import {
  assetName,
  clockOf,
  hostName,
  tenantName,
  tenantNames,
  vmName,
  zoneName,
} from '../../state/wording.ts';
import { Fact, Subject } from './subject.tsx';

/** Permille of its demand below which a VM is badly served. */
const SERVED_WELL = 900;

export function VmFacts({ view, vm }: { view: BlueView; vm: VmRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const foreign = foreignFrames(view, vm);
  const running = vm.power === 'running';
  return (
    <Subject
      path={`${hostName(vm.host)} › ${vmName(vm.id)}`}
      badge={<TenantBadge tenant={rowOf(view, 'tenants', vm.tenant)} large />}
      name={words.say(`names.workloads.${vm.workload}`)}
      also={vmName(vm.id)}
    >
      <Fact name="tenant">{tenantName(words.say, view, vm.tenant)}</Fact>
      <Fact name="power" {...(running ? {} : { kind: 'warn' as const })}>
        {words.say(`names.power.${vm.power}`)}
      </Fact>
      <Fact name="technique">{words.say(`names.techniques.${vm.technique}`)}</Fact>
      <Fact name="zone">{zoneName(words.say, view, vm.zone)}</Fact>
      <Fact name="asset">{assetName(words.say, view, vm.asset)}</Fact>
      <Fact name="memory">{t('memoryOf', { frames: vm.memory.length })}</Fact>
      {foreign.length > 0 && (
        <Fact name="foreign" kind="warn">
          {t('foreignOf', {
            frames: foreign.length,
            tenants: tenantNames(words.say, view, tenantsLeftIn(view, foreign)),
          })}
        </Fact>
      )}
      {running && (
        <Fact name="service" {...(vm.served < SERVED_WELL ? { kind: 'warn' as const } : {})}>
          {Math.round(vm.served / 10)}%
        </Fact>
      )}
      <Fact name="born">{vm.bornAt === 0 ? t('atStart') : clockOf(vm.bornAt)}</Fact>
    </Subject>
  );
}
