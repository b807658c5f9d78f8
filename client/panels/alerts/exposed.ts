import type { Speaker } from '../../../shared/text/speak.ts';
import { exposure } from '../../../shared/view/advisories.ts';
import type { AdvisoryRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { Component } from '../../../shared/world/flaws/record.ts';

/** What runs beside hosts, and is counted as none. */
const SERVERS: readonly Component[] = ['management-server', 'backup-server'];

/** What of ours has a build that a published flaw is in; `null`: nothing. */
export function exposedWords(say: Speaker, view: BlueView, advisory: AdvisoryRow): string | null {
  const { component } = advisory;
  const { hosts, vms } = exposure(view, advisory);
  if (SERVERS.includes(component)) {
    if (hosts.length === 0) return null;
    return say('ui.match.serverExposed', { component: say(`names.components.${component}`) });
  }
  const parts = [
    ...(hosts.length > 0 ? [say('ui.match.hostsExposed', { count: hosts.length })] : []),
    ...(vms.length > 0 ? [say('ui.match.vmsExposed', { count: vms.length })] : []),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}
