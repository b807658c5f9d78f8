import type { ZoneRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { rowsOf } from '../../state/rows.ts';
import { vmName } from '../../state/wording.ts';
import { Fact, Subject } from './subject.tsx';

export function ZoneFacts({ view, zone }: { view: BlueView; zone: ZoneRow }) {
  const { words } = useApp();
  const members = rowsOf(view, 'vms').filter((vm) => vm.zone === zone.id);
  const none = words.say('ui.inspector.none');
  return (
    <Subject
      path={words.say('ui.inspector.zone')}
      badge={<span class={`swatch large zone-${zone.name}`} />}
      name={words.say(`names.zones.${zone.name}`)}
    >
      <Fact name="trust">{zone.trust}</Fact>
      <Fact name="members">
        {members.length === 0 ? none : members.map((vm) => vmName(vm.id)).join(', ')}
      </Fact>
    </Subject>
  );
}
