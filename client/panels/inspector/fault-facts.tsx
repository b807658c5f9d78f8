import type { VmRow } from '../../../shared/view/machine-rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { Fault } from '../../../shared/world/machine/fault.ts';
import { useApp } from '../../app-context.ts';
import { useHiddenDetail } from '../../parts/role-only.tsx';
import {
  type Answer,
  answerTo,
  faultValues,
  lagText,
  sentenceOf,
} from '../../state/match/faults.ts';
import { commandName } from '../../state/match/wording.ts';
import { Fact, Place } from './subject.tsx';

interface FaultProps {
  readonly view: BlueView;
  readonly vm: VmRow;
}

/** Everything that keeps a VM from the result that it would have on real hardware, and its answer. */
export function FaultFacts({ view, vm }: FaultProps) {
  const { words } = useApp();
  const { faults } = vm;
  if (faults.length === 0) return null;
  return (
    <Fact name="fidelity" kind="warn">
      {faults.map((fault) => (
        <OneFault key={JSON.stringify(fault)} view={view} vm={vm} fault={fault} />
      ))}
      {faults.some(({ kind }) => kind === 'clock-lies') && (
        <small>{words.say('ui.inspector.clockSet')}</small>
      )}
    </Fact>
  );
}

function OneFault({ view, vm, fault }: FaultProps & { fault: Fault }) {
  const { words } = useApp();
  // Which switch is behind is for one role to say.
  const hidden = useHiddenDetail('drift');
  const answer = answerTo(view, vm, fault);
  const told = answer !== null && (answer.command !== 'push-policy' || hidden === null);
  const said = ({ command, args }: Answer): string =>
    words.say('ui.inspector.answer', { command: commandName(words.say, command, args, view) });
  return (
    <div class="fault">
      {words.say(`names.faults.${fault.kind}`)}
      <small>
        {words.say(`names.faultsInFull.${sentenceOf(fault)}`, faultValues(words.say, vm, fault))}
      </small>
      {told && (
        <small>
          {answer.at === `vms/${vm.id}` ? (
            said(answer)
          ) : (
            <Place to={answer.at}>{said(answer)}</Place>
          )}
        </small>
      )}
    </div>
  );
}

/** What a guest reads the time from, and whether it has it. */
export function ClockFact({ vm }: { vm: VmRow }) {
  const { words } = useApp();
  if (vm.power !== 'running') return null;
  return (
    <Fact name="clock" note={words.say(`names.clocks.${vm.technique}`)}>
      {vm.clockLag === 0
        ? words.say('ui.inspector.clockRight')
        : words.say('ui.inspector.clockBehind', { lag: lagText(words.say, vm.clockLag) })}
    </Fact>
  );
}
