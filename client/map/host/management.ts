import { asks } from '../../../shared/commands/badges.ts';
import type { HostRow } from '../../../shared/view/machine-rows.ts';
import type { PillLook } from '../drawing/pills.ts';
import { told } from '../facts.ts';
import type { Sketch } from '../sketch.ts';

/** What is said of a host’s management interface. */
export interface ManagementSign {
  readonly text: string;
  readonly look: PillLook;
}

/**
 * From where the management interface of a host is reached, what answers there, and what stands in the way of
 * whoever has a password: in the network layer, where somebody can order that it be otherwise.
 */
export function managementSigns(
  { writer: { say }, theme, facts, look }: Sketch,
  row: HostRow,
): readonly ManagementSign[] {
  const { view } = facts;
  if (!look.zones || !told(row) || row.platform === 'native') return [];
  if (!asks(view, 'open-management')) return [];
  const plain = (ink: string): PillLook => ({ ink, fill: null, line: ink, round: false });
  const zones = row.managedFrom.map((zone) => say(`names.zones.${zone}`)).join(' · ');
  const services = row.services.map((service) => say(`names.services.${service}`)).join(' · ');
  const from = zones === '' ? 'alone' : 'from';
  const open = zones !== '' && services !== '';
  return [
    { text: say(`ui.map.managed.${from}`, { zones }), look: plain(open ? theme.warn : theme.good) },
    ...(services === '' ? [] : [{ text: services, look: plain(open ? theme.warn : theme.soft) }]),
    ...(row.lockdown ? [{ text: say('ui.map.managed.lockdown'), look: plain(theme.good) }] : []),
    ...(row.mfa ? [{ text: say('ui.map.managed.mfa'), look: plain(theme.good) }] : []),
  ];
}
