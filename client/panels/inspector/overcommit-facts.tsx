import { playable } from '../../../shared/commands/answers.ts';
import type { HostRow, VmRow } from '../../../shared/view/machine-rows.ts';
import { promisedOn, rowOf } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { Fact } from './subject.tsx';

/** Whether a host promises more memory than it has, and how much it has promised. */
export function OvercommitFact({
  view,
  host,
  all,
}: {
  readonly view: BlueView;
  readonly host: HostRow;
  /** Frames that it has. */
  readonly all: number;
}) {
  const { words } = useApp();
  const played = playable(rowOf(view, 'match', 1), 'overcommit-memory');
  if (host.platform === 'native' || !(played || host.overcommit)) return null;
  const promised = promisedOn(view, host.id);
  const key = host.overcommit ? 'overcommitOf' : 'noOvercommit';
  return (
    <Fact name="overcommit" kind={promised > all ? 'warn' : undefined}>
      {words.say(`ui.inspector.${key}`, { all, promised })}
    </Fact>
  );
}

/** What a VM has of the memory that it was promised, where that is not all of it. */
export function PromiseFact({ vm }: { readonly vm: VmRow }) {
  const { words } = useApp();
  const has = vm.memory.length + vm.merged.length;
  if (vm.frames <= has) return null;
  return (
    <Fact name="promised" kind={vm.swapped > 0 ? 'warn' : undefined}>
      {words.say(`ui.inspector.${vm.swapped > 0 ? 'promisedSwapped' : 'promisedOf'}`, {
        promised: vm.frames,
        swapped: vm.swapped,
      })}
    </Fact>
  );
}
