import { asks } from '../../../shared/commands/badges.ts';
import type { VmRow } from '../../../shared/view/machine-rows.ts';
import { falseGateways } from '../../../shared/view/network/ports.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { WORKLOADS } from '../../../shared/world/machine/workload.ts';
import { useApp } from '../../app-context.ts';
import { Fact } from './subject.tsx';

/** Of a VM's port of the virtual switch: that it is a trunk, or should be one, and what is heard from it. */
export function PortFacts({ view, vm }: { readonly view: BlueView; readonly vm: VmRow }) {
  const { words } = useApp();
  const t = (key: string): string => words.say(`ui.inspector.${key}`);
  const needed = WORKLOADS[vm.workload].trunk === true;
  const odd = vm.trunk !== needed && asks(view, 'trunk-port');
  return (
    <>
      {vm.card === 'virtual' && (vm.trunk || needed) && (
        <Fact
          name="portVlan"
          kind={odd ? 'warn' : undefined}
          note={t(needed ? 'trunkUsed' : 'trunkIdle')}
        >
          {t(vm.trunk ? 'trunkOf' : 'trunkLacking')}
        </Fact>
      )}
      {falseGateways(view).has(vm.id) && (
        <Fact name="offers" kind="warn">
          {t('offersOf')}
        </Fact>
      )}
    </>
  );
}
