import type { Turn } from '../../world/turn.ts';
import { attestation } from './attestation.ts';
import { auditLog } from './audit-log.ts';
import { closeOfGone } from './close.ts';
import { tenantReports } from './complaints.ts';
import { counterMonitor } from './counter-monitor.ts';
import { flowLogs } from './flow-logs.ts';
import { guestAgent } from './guest-agent.ts';
import { hostEdr } from './host-edr.ts';
import { hypervisorLog } from './hypervisor-log.ts';
import { imageScanner } from './image-scanner.ts';
import { introspection } from './introspection.ts';
import { inventory } from './inventory.ts';
import { investigation } from './investigation.ts';
import { physicalIds, virtualIds } from './network-ids.ts';
import { residueAuditor } from './residue-auditor.ts';
import type { Sensor } from './sensor.ts';
import { storageAudit } from './storage-audit.ts';
import { verification } from './verification.ts';

/** Every sensor, in the order in which they look in a tick. */
export const sensors: readonly Sensor[] = [
  physicalIds,
  virtualIds,
  flowLogs,
  guestAgent,
  hypervisorLog,
  auditLog,
  imageScanner,
  residueAuditor,
  counterMonitor,
  storageAudit,
  introspection,
  attestation,
  hostEdr,
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
