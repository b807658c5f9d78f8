import { z } from 'zod';
import { setFact } from '../../world/fact.ts';
import type { SegmentId } from '../../world/ids.ts';
import { type Deep, find } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import type { Segment } from '../../world/zone.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

/**
 * `arp-inspection` binds addresses to ports; `reject-all` refuses promiscuous ports, changed and
 * forged MAC addresses; `dhcp-guard` takes what a DHCP server says from no VM; `own-vlan` takes a port group off a
 * management network of hosts that it was on by mistake (FACTS B42: a VLAN of their own). None does another's work:
 * ARP spoofing forges no MAC (E11), and a DHCP server claims no address.
 */
const SETTINGS = ['arp-inspection', 'reject-all', 'dhcp-guard', 'own-vlan'] as const;
type Setting = (typeof SETTINGS)[number];

interface PortSecurity extends Record<string, number | string> {
  readonly segment: SegmentId;
  readonly setting: Setting;
}

/** The fields that a setting is about, and what they are when it is on. */
const FIELDS = {
  'arp-inspection': { fields: ['arpInspection'], value: true, to: 'on' },
  'dhcp-guard': { fields: ['dhcpGuard'], value: true, to: 'on' },
  'reject-all': {
    fields: ['promiscuous', 'macChanges', 'forgedTransmits'],
    value: false,
    to: 'reject',
  },
  'own-vlan': { fields: ['management'], value: 0, to: 'off' },
} as const;

/** The fields that are not yet as the setting wants them. */
function open(
  segment: Deep<Segment>,
  setting: Setting,
): (typeof FIELDS)[Setting]['fields'][number][] {
  const { fields, value } = FIELDS[setting];
  return fields.filter((field) => segment[field] !== value);
}

/** Sets what the ports of a zone's segment accept (rules A20, N10). */
export const portSecurity = define<PortSecurity>({
  name: 'port-security',
  role: 'network',
  key: 'O',
  fits: ['promiscuous', 'wired-ports'],
  contains: ['port-setting'],
  schema: schemaOf<PortSecurity>({ segment: id, setting: z.enum(SETTINGS) }),
  // A segment is looked at by itself, or by the zone that it is the network of.
  offers: (world, subject) => {
    const segment = find(world.segments, idIn(subject, 'segments') || idIn(subject, 'zones'));
    if (!segment) return [];
    return SETTINGS.filter((setting) => open(segment, setting).length > 0).map((setting) => ({
      segment: segment.id,
      setting,
    }));
  },
  price: (world) => world.pace.portSecurityPrice,
  length: (world) => world.pace.portSecurityLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { segment }) => [`segments/${segment}`],
  refusal: (world, { segment, setting }) => {
    const row = find(world.segments, segment);
    if (!row) return refuse('rule.no-such-thing');
    return open(row, setting).length === 0 ? refuse('rule.already-so') : null;
  },
  finish: (turn, { segment, setting }, order) => {
    const row = find(turn.world.segments, segment);
    if (!row) return;
    const { value, to } = FIELDS[setting];
    for (const field of open(row, setting)) {
      const changed = emit(turn, 'setting-changed', {
        actor: { kind: 'seat', id: order.seat },
        subjects: [`segments/${segment}`],
        causes: [order.seq],
        data: { setting: field, to },
      });
      setFact(turn.world, 'segments', segment, field, value, changed);
    }
  },
  words: {
    name: { ko: '포트 보안: {{setting}}', en: 'Port security: {{setting}}' },
    does: {
      ko: '이 구역의 포트가 무엇을 받아들일지 정합니다. ARP 검사는 ARP 스푸핑을, 무차별·위조 MAC 거부는 도청과 MAC 위조를, DHCP 가드는 불법 DHCP 서버를 막습니다. 잘못된 VLAN을 바로잡으면 포트 그룹이 관리 네트워크에서 빠집니다. 하나가 다른 하나를 대신하지 못합니다.',
      en: 'Sets what this zone’s ports accept. ARP inspection stops ARP spoofing; rejecting promiscuous mode and forged MACs stops sniffing and MAC forging; DHCP guard stops rogue DHCP servers; a VLAN of its own takes a port group off a management network. None does another’s work.',
    },
    done: {
      ko: '포트 보안({{setting}}){을/를} 켠다',
      en: 'turn on port security: {{setting}}',
    },
    control: { ko: '가상 스위치 포트 보안', en: 'Port security on the virtual switch' },
  },
});
