import './traps.css';
import { useSignal } from '@preact/signals';
import type { BetKind } from '../../../../shared/mechanics/exits/bet.ts';
import type { VmRow } from '../../../../shared/view/machine-rows.ts';
import { rowOf } from '../../../../shared/view/reading.ts';
import type { BlueView } from '../../../../shared/view/view.ts';
import { useApp } from '../../../app-context.ts';
import { Bet } from './bet.tsx';
import { TrapBody } from './trap-body.tsx';

/** How a VM leaves itself, step by step: folded away until someone wants it. Before it, what there is to bet. */
export function Traps({ view, vm }: { view: BlueView; vm: VmRow }) {
  const { words } = useApp();
  const open = useSignal(false);
  const asked = useSignal<BetKind | null>(null);
  const host = rowOf(view, 'hosts', vm.host);
  if (host === null) return null;
  const step = (kind: BetKind): void => {
    asked.value = kind;
    open.value = true;
  };
  return (
    <>
      <Bet view={view} vm={vm} host={host} onStep={step} />
      <details
        class="more traps-more"
        open={open.value}
        onToggle={({ currentTarget }) => (open.value = currentTarget.open)}
      >
        <summary>{words.say('ui.inspector.traps')}</summary>
        {open.value && (
          <TrapBody
            key={`${vm.id} ${vm.host} ${vm.technique} ${asked.value}`}
            view={view}
            vm={vm}
            host={host}
            asked={asked.value}
          />
        )}
      </details>
    </>
  );
}
