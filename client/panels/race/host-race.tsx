import { useSignal } from '@preact/signals';
import type { HostRow, VmRow } from '../../../shared/view/machine-rows.ts';
import { vmsOn } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { vmName } from '../../state/match/wording.ts';
import { Race } from './race.tsx';

/** The race of techniques from a host: whose work runs in it is chosen there, among the host’s guests. */
export function HostRace({ view, host }: { readonly view: BlueView; readonly host: HostRow }) {
  const { words } = useApp();
  const chosen = useSignal(0);
  const vms = vmsOn(view, host.id).filter(({ technique }) => technique !== 'native');
  const vm = vms.find(({ id }) => id === chosen.value) ?? vms[0];
  if (vm === undefined) return null;
  const nameOf = ({ id, workload }: VmRow): string =>
    `${vmName(id)} · ${words.say(`names.workloads.${workload}`)}`;
  const works = (
    <label class="race-works">
      {words.say('ui.race.works')}
      <select
        value={String(vm.id)}
        onChange={(event) => (chosen.value = Number(event.currentTarget.value))}
      >
        {vms.map((one) => (
          <option key={one.id} value={String(one.id)}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </label>
  );
  return <Race view={view} runner={vm} name={nameOf(vm)} now={vm} works={works} />;
}
