import './traps.css';
import { useSignal } from '@preact/signals';
import type { BetKind } from '../../../../shared/mechanics/exits/bet.ts';
import type { VmRow } from '../../../../shared/view/machine-rows.ts';
import { rowOf } from '../../../../shared/view/reading.ts';
import type { BlueView } from '../../../../shared/view/view.ts';
import { useApp } from '../../../app-context.ts';
import { Bet } from './bet.tsx';
import { TrapBody } from './trap-body.tsx';

/** What was bet on and is to be seen step by step: of one VM, as often as it is asked for. */
interface Asked {
  readonly vm: number;
  readonly kind: BetKind;
  readonly time: number;
}

/** How a VM leaves itself, step by step: folded away until someone wants it. Before it, what there is to bet. */
export function Traps({ view, vm }: { view: BlueView; vm: VmRow }) {
  const { words } = useApp();
  const open = useSignal(false);
  const asked = useSignal<Asked | null>(null);
  const host = rowOf(view, 'hosts', vm.host);
  if (host === null) return null;
  const step = (kind: BetKind): void => {
    asked.value = { vm: vm.id, kind, time: (asked.peek()?.time ?? 0) + 1 };
    open.value = true;
  };
  const toggle = (isOpen: boolean): void => {
    open.value = isOpen;
    if (!isOpen) asked.value = null;
  };
  const here = asked.value?.vm === vm.id ? asked.value : null;
  return (
    <>
      <Bet view={view} vm={vm} host={host} onStep={step} />
      <details
        class="more traps-more"
        open={open.value}
        onToggle={({ currentTarget }) => toggle(currentTarget.open)}
      >
        <summary>{words.say('ui.inspector.traps')}</summary>
        {open.value && (
          <TrapBody
            key={`${vm.id} ${vm.host} ${vm.technique} ${here?.time}`}
            view={view}
            vm={vm}
            host={host}
            asked={here?.kind ?? null}
          />
        )}
      </details>
    </>
  );
}
