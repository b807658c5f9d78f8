import './traps.css';
import { useSignal } from '@preact/signals';
import type { VmRow } from '../../../../shared/view/machine-rows.ts';
import { rowOf } from '../../../../shared/view/reading.ts';
import type { BlueView } from '../../../../shared/view/view.ts';
import { useApp } from '../../../app-context.ts';
import { TrapBody } from './trap-body.tsx';

/** How a VM leaves itself, step by step: folded away until someone wants it. */
export function Traps({ view, vm }: { view: BlueView; vm: VmRow }) {
  const { words } = useApp();
  const open = useSignal(false);
  const host = rowOf(view, 'hosts', vm.host);
  if (host === null) return null;
  return (
    <details
      class="more traps-more"
      onToggle={({ currentTarget }) => (open.value = currentTarget.open)}
    >
      <summary>{words.say('ui.inspector.traps')}</summary>
      {open.value && (
        <TrapBody key={`${vm.id} ${vm.host} ${vm.technique}`} view={view} vm={vm} host={host} />
      )}
    </details>
  );
}
