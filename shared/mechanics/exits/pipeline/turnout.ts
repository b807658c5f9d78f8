import type { ExitRecord } from '../../../world/machine/exit.ts';
import type { ExitFilter, Host } from '../../../world/machine/host.ts';
import type { HypercallName } from '../../../world/machine/hypercall.ts';
import type { Kind } from '../../../world/machine/trap.ts';
import type { Vm } from '../../../world/machine/vm.ts';
import type { Deep } from '../../../world/table.ts';
import { filtersOf, filtersOn } from '../../fidelity/filtered.ts';
import { touchesModels } from '../../fidelity/models.ts';
import type { Turnout } from './stage.ts';

const checks =
  (call: HypercallName) =>
  ({ action, trap }: ExitFilter): boolean =>
    action === 'bounds-check' && trap === call;

type Filtering = Pick<Deep<Host>, 'filters' | 'hypercallAudit'>;
type Guest = Pick<Deep<Vm>, 'technique' | 'devices' | 'filters'> &
  Partial<Pick<Deep<Vm>, 'diskModel' | 'nicModel' | 'card'>>;

/**
 * What filters do about an operation of a guest on its way, as it is charged for (rule W5).
 * @param exit the one on record that it is about; `null`: any of that kind
 */
export function turnoutOf(
  kind: Kind,
  guest: Guest,
  host: Filtering,
  exit: Pick<ExitRecord, 'device' | 'call' | 'verdict'> | null,
): Turnout {
  const { technique, devices } = guest;
  const filters = filtersOn(host, guest);
  if (technique === 'para') {
    const audited = kind === 'pageTable' && host.hypercallAudit;
    const call = exit?.call === 'memory_op' ? exit.call : 'mmu_update';
    const checked = kind === 'pageTable' && filters.some(checks(call));
    const refused = exit?.verdict === 'refused';
    const held = kind === 'pageTable' && exit?.verdict === 'held';
    return {
      checked,
      refused,
      ...(held ? { held } : {}),
      ...(audited ? { audited } : {}),
      ...(call === 'memory_op' ? { call } : {}),
    };
  }
  const looked = kind === 'device' && touchesModels(technique);
  const about = exit === null ? devices : [exit.device];
  const checked = about.some(
    (device) =>
      device !== '' &&
      filtersOf(filters, guest, device).some(({ action }) => action === 'bounds-check'),
  );
  const held = looked && exit?.verdict === 'held';
  return {
    checked: looked && checked,
    refused: looked && exit?.verdict === 'refused',
    ...(held ? { held } : {}),
  };
}
