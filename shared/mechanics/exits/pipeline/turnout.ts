import type { ExitRecord } from '../../../world/machine/exit.ts';
import type { Host } from '../../../world/machine/host.ts';
import type { Kind } from '../../../world/machine/trap.ts';
import type { Vm } from '../../../world/machine/vm.ts';
import type { Deep } from '../../../world/table.ts';
import { touchesModels } from '../../fidelity/models.ts';
import type { Turnout } from './stage.ts';

type Filtering = Pick<Deep<Host>, 'filters' | 'hypercallAudit'>;
type Guest = Pick<Deep<Vm>, 'technique' | 'devices'>;

/**
 * What a host does about an operation of a guest on its way, as it is charged for (rule W5).
 * @param exit the one on record that it is about; `null`: any of that kind
 */
export function turnoutOf(
  kind: Kind,
  { technique, devices }: Guest,
  { filters, hypercallAudit }: Filtering,
  exit: Pick<ExitRecord, 'device' | 'call' | 'verdict'> | null,
): Turnout {
  if (technique === 'para') {
    const checked = kind === 'pageTable' && hypercallAudit;
    const call = exit?.call === 'memory_op' ? { call: exit.call } : {};
    return { checked, refused: false, ...call };
  }
  const looked = kind === 'device' && touchesModels(technique);
  const about = exit === null ? devices : [exit.device];
  const checked = filters.some(
    ({ action, device }) => action === 'bounds-check' && about.includes(device),
  );
  return { checked: looked && checked, refused: looked && exit?.verdict === 'refused' };
}
