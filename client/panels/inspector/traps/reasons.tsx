import { togetherOf } from '../../../../shared/mechanics/exits/pipeline/pipeline.ts';
import { reasonsOf } from '../../../../shared/mechanics/exits/reasons.ts';
import { isIntercepted } from '../../../../shared/mechanics/fidelity/filtered.ts';
import { wayOutOf } from '../../../../shared/mechanics/processor/way-out.ts';
import { figure } from '../../../../shared/text/figure.ts';
import type { HostRow, VmRow } from '../../../../shared/view/machine-rows.ts';
import type { BareReason } from '../../../../shared/world/machine/host.ts';
import type { Followed } from '../../../../shared/world/machine/trap.ts';
import { useApp } from '../../../app-context.ts';
import { Bar } from '../../../parts/bar.tsx';
import { operationKey } from './trap-words.ts';

interface ReasonsProps {
  readonly vm: VmRow;
  readonly host: HostRow;
  readonly chosen: Followed;
  /** What is for nothing but its reason and can be followed here: it is not counted among the rest. */
  readonly bare: readonly BareReason[];
  readonly onChoose: (kind: Followed) => void;
}

/** How often a VM leaves itself a second, by what for; each can be followed step by step. */
export function Reasons({ vm, host, chosen, bare, onChoose }: ReasonsProps) {
  const { words } = useApp();
  const { technique } = vm;
  const reasons = reasonsOf(vm.workload, technique, host, vm.exits);
  const most = Math.max(1, ...reasons.map(({ count }) => count));
  const stays = (reason: BareReason): boolean => reason === 'exception' && !isIntercepted(host, vm);
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
                {words.say(
                  `names.operations.${operationKey(kind, togetherOf(kind, technique, host))}`,
                )}
              </span>
              <Bar share={count / most} kind="calm" />
              <b>{figure(count)}</b>
            </button>
          </li>
        ))}
        {bare.map((reason) => (
          <li key={reason}>
            <button type="button" aria-pressed={reason === chosen} onClick={() => onChoose(reason)}>
              <span>{words.say(`names.operations.${reason}`)}</span>
              <span />
              <b>{stays(reason) ? 0 : '–'}</b>
            </button>
          </li>
        ))}
      </ul>
      {assisted && <p class="trap-note">{words.say('ui.inspector.callsStay')}</p>}
    </div>
  );
}
