import { isBatched } from '../../../../shared/mechanics/exits/pipeline/pipeline.ts';
import { reasonsOf } from '../../../../shared/mechanics/exits/reasons.ts';
import { wayOutOf } from '../../../../shared/mechanics/processor/way-out.ts';
import { figure } from '../../../../shared/text/figure.ts';
import type { HostRow, VmRow } from '../../../../shared/view/rows.ts';
import type { Kind } from '../../../../shared/world/machine/trap.ts';
import { useApp } from '../../../app-context.ts';
import { Bar } from '../../../parts/bar.tsx';

interface ReasonsProps {
  readonly vm: VmRow;
  readonly host: HostRow;
  readonly chosen: Kind;
  readonly onChoose: (kind: Kind) => void;
}

/** How often a VM leaves itself a second, by what for; each can be followed step by step. */
export function Reasons({ vm, host, chosen, onChoose }: ReasonsProps) {
  const { words } = useApp();
  const { technique } = vm;
  const reasons = reasonsOf(vm.workload, technique, host, vm.exits);
  const most = Math.max(1, ...reasons.map(({ count }) => count));
  const assisted = wayOutOf(technique) === 'exits';
  return (
    <div class="trap-part">
      <h4 class="trap-title">
        {words.say(`ui.inspector.${wayOutOf(technique)}`)}
        <small>{figure(vm.exits)}</small>
      </h4>
      <ul class="reasons">
        {reasons.map(({ kind, count }) => (
          <li key={kind}>
            <button type="button" aria-pressed={kind === chosen} onClick={() => onChoose(kind)}>
              <span>
                {words.say(`names.operations.${kind}${isBatched(kind, technique) ? 'Batch' : ''}`)}
              </span>
              <Bar share={count / most} kind="calm" />
              <b>{figure(count)}</b>
            </button>
          </li>
        ))}
      </ul>
      {assisted && <p class="trap-note">{words.say('ui.inspector.callsStay')}</p>}
    </div>
  );
}
