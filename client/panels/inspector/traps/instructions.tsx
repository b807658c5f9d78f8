import {
  INSTRUCTIONS,
  isClassicallyVirtualisable,
  isSensitive,
  OUTCOMES,
  type Outcome,
  runs,
  silentOn,
} from '../../../../shared/mechanics/processor/instructions.ts';
import type { HostRow, VmRow } from '../../../../shared/view/rows.ts';
import { useApp } from '../../../app-context.ts';

/** What becomes of the sensitive instructions of a VM's kernel, and why something has to. */
export function Instructions({ vm, host }: { vm: VmRow; host: HostRow }) {
  const { words } = useApp();
  const sensitive = INSTRUCTIONS.filter(isSensitive);
  const by = (outcome: Outcome): string =>
    sensitive.filter((one) => runs(one, 0, vm.technique, host) === outcome).join(', ');
  const outcomes = OUTCOMES.filter((outcome) => by(outcome) !== '');
  return (
    <div class="trap-part">
      <h4 class="trap-title">{words.say('ui.inspector.sensitive')}</h4>
      <p class="trap-note">
        {isClassicallyVirtualisable(host)
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
