import type { Turn } from '../../world/turn.ts';
import { auditLog } from './audit-log.ts';
import { closeOfGone } from './close.ts';
import { tenantReports } from './complaints.ts';
import { counterMonitor } from './counter-monitor.ts';
import { hypervisorLog } from './hypervisor-log.ts';
import { inventory } from './inventory.ts';
import { investigation } from './investigation.ts';
import { physicalIds, virtualIds } from './network-ids.ts';
import { residueAuditor } from './residue-auditor.ts';
import type { Sensor } from './sensor.ts';
import { verification } from './verification.ts';

/** Every sensor, in the order in which they look in a tick. */
export const sensors: readonly Sensor[] = [
  physicalIds,
  virtualIds,
  hypervisorLog,
  auditLog,
  residueAuditor,
  counterMonitor,
  inventory,
  investigation,
  verification,
  tenantReports,
];

/** The sensors stage of a tick. */
export function sense(turn: Turn): void {
  closeOfGone(turn);
  for (const { watch } of sensors) watch?.(turn);
}
