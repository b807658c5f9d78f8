import { asks } from '../../../shared/commands/badges.ts';
import type { HostRow } from '../../../shared/view/machine-rows.ts';
import type { Piece } from '../drawing/piece.ts';
import { type PillLook, pill, pillType, pillWidth } from '../drawing/pills.ts';
import { told } from '../facts.ts';
import type { Site, Sketch } from '../sketch.ts';

interface Sign {
  readonly name: string;
  /** From all that can be said to the least. */
  readonly forms: readonly string[];
  readonly ink: string;
}

/** Between two of them, in CSS pixels at scale 1. */
const BETWEEN = 6;

/** What there is to say of a host’s management interface, what matters most first. */
function signsOf({ writer: { say }, theme }: Sketch, row: HostRow): readonly Sign[] {
  const from = row.managedFrom.map((zone) => say(`names.zones.${zone}`)).join(' · ');
  const services = row.services.map((service) => say(`names.services.${service}`)).join(' · ');
  const reached = from !== '';
  const ink = reached && services !== '' ? theme.warn : theme.good;
  const count = row.managedFrom.length;
  const way = (key: string): string => say(`ui.map.managed.${key}`, { from, count });
  const guard = (name: 'lockdown' | 'mfa'): readonly Sign[] =>
    row[name] ? [{ name, forms: [say(`ui.map.managed.${name}`)], ink: theme.good }] : [];
  return [
    {
      name: 'from',
      forms: reached
        ? [way('from'), way('fromShort'), way('fromZones')]
        : [way('alone'), way('aloneShort')],
      ink,
    },
    ...(services === '' || !reached ? [] : [{ name: 'services', forms: [services], ink }]),
    ...guard('lockdown'),
    ...guard('mfa'),
  ];
}

/** Whether a slab says from where its host is managed: in the network layer, where there are orders about it. */
export const tellsManagement = ({ look, facts }: Sketch, row: HostRow): boolean =>
  look.zones && told(row) && row.platform !== 'native' && asks(facts.view, 'open-management');

/**
 * From where the management interface of a host is reached, what answers there, and what stands in the way of
 * whoever has a password. As much of it as has room, the most important at the left.
 */
export function management(
  sketch: Sketch,
  { host: { row }, lot }: Site,
  y: number,
  [start, end]: readonly [number, number],
): Piece[] {
  const { writer, theme, look } = sketch;
  const s = lot.section.scale;
  const wide = (text: string): number => pillWidth(writer, text, s, pillType(s));
  const said: { readonly sign: Sign; readonly text: string }[] = [];
  let room = end - start;
  for (const sign of signsOf(sketch, row)) {
    const text = sign.forms.find((form) => wide(form) <= room);
    if (text === undefined) break;
    said.push({ sign, text });
    room -= wide(text) + BETWEEN * s;
  }
  let x = end;
  return said.reverse().flatMap(({ sign, text }) => {
    const chip: PillLook = { ink: sign.ink, fill: theme.building, line: sign.ink };
    const id = `host/${row.id}/managed/${sign.name}`;
    const at = { id, x, y, align: 'right' as const, lit: Math.max(0.9, look.lights.platform) };
    x -= wide(text) + BETWEEN * s;
    return pill(writer, text, s, chip, at).pieces;
  });
}
