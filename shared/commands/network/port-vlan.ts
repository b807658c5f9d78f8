import { z } from 'zod';
import { isOnSwitch } from '../../mechanics/network/card.ts';
import { setTrunk } from '../../mechanics/network/trunk.ts';
import type { VmId } from '../../world/ids.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import { PORT_MODES, type PortMode } from '../../world/network.ts';
import { find } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface PortVlan extends Record<string, number | string> {
  readonly vm: VmId;
  readonly mode: PortMode;
}

/**
 * Makes the port of a VM an access port, which takes untagged frames alone and gives them the VLAN of its zone, or a
 * trunk again (VLAN 4095). Whoever works in several VLANs has no service by an access port (rule N25).
 */
export const portVlan = define<PortVlan>({
  name: 'port-vlan',
  role: 'network',
  key: '',
  fits: ['idle-trunk', 'trunk-lost'],
  schema: schemaOf<PortVlan>({ vm: id, mode: z.enum(PORT_MODES) }),
  // A trunk is for who needs one: to anything else it is not offered.
  offers: (world, subject) => {
    const row = find(world.vms, idIn(subject, 'vms'));
    if (!row || !isOnSwitch(world, row.id)) return [];
    if (row.trunk) return [{ vm: row.id, mode: 'access' }];
    return WORKLOADS[row.workload].trunk === true ? [{ vm: row.id, mode: 'trunk' }] : [];
  },
  price: (world) => world.pace.portSecurityPrice,
  length: (world) => world.pace.portSecurityLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { vm }) => [`vms/${vm}`],
  refusal: (world, { vm, mode }) => {
    const row = find(world.vms, vm);
    if (!row) return refuse('rule.no-such-thing');
    return row.trunk === (mode === 'trunk') ? refuse('rule.already-so') : null;
  },
  holds: (world, { vm }) => (find(world.vms, vm) ? null : 'subject-gone'),
  finish: (turn, { vm, mode }, order) =>
    setTrunk(turn, vm, mode, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '포트 VLAN: {{mode}}', en: 'Port VLAN: {{mode}}' },
    does: {
      ko: '액세스 포트는 자기 구역의 VLAN만 오가고, VM이 직접 태그를 붙인 프레임은 버립니다. 트렁크(VLAN 4095)는 모든 VLAN의 태그를 받아들입니다. VLAN 라우터처럼 여러 VLAN에서 일하는 VM은 트렁크가 없으면 서비스가 끊깁니다.',
      en: 'An access port carries its own zone’s VLAN only and drops what a guest tags itself. A trunk (VLAN 4095) takes any VLAN’s tag. A guest that works in several VLANs, such as a VLAN router, has no service without one.',
    },
    done: {
      ko: '{{vm}}의 포트를 {{mode}}{으로/로} 바꾼다',
      en: 'make the port of {{vm}} {{mode}}',
    },
    control: { ko: '트렁크 대신 액세스 포트', en: 'Access ports in place of trunks' },
  },
});
