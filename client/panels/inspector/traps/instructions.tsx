import {
  INSTRUCTIONS,
  type Instruction,
  isClassicallyVirtualisable,
  runs,
  silentOn,
} from '../../../../shared/mechanics/processor/instructions.ts';
import type { HostRow, VmRow } from '../../../../shared/view/machine-rows.ts';
import { OUTCOMES, type Outcome } from '../../../../shared/world/machine/trap.ts';
import { useApp } from '../../../app-context.ts';

/** Who uses it: a system call is an application's, all else a kernel's. */
const levelOf = (instruction: Instruction): 0 | 3 => (instruction === 'SYSCALL' ? 3 : 0);

/** What becomes of the instructions of a VM's kernel, and why something has to. */
export function Instructions({ vm, host }: { vm: VmRow; host: HostRow }) {
  const { words } = useApp();
  const by = (outcome: Outcome): string =>
    INSTRUCTIONS.filter((one) => runs(one, levelOf(one), vm.technique, host) === outcome).join(
      ', ',
    );
  const outcomes = OUTCOMES.filter((outcome) => by(outcome) !== '');
  return (
    <div class="trap-part">
      <h4 class="trap-title">{words.say('ui.inspector.instructions')}</h4>
      <p class="trap-note">
        {vm.technique === 'native'
          ? words.say('ui.inspector.noVirtualCpu')
          : isClassicallyVirtualisable(host)
            ? words.say('ui.inspector.soundCpu')
            : words.say('ui.inspector.silentCpu', { instructions: silentOn(host).join(', ') })}
      </p>
      <dl class="outcomes">
        {outcomes.map((outcome) => (
          <div key={outcome}>
            <dt>{words.say(`names.outcomes.${outcome}`)}</dt>
            <dd>{by(outcome)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
