import { z } from 'zod';
import { touchesModels } from '../../mechanics/fidelity/models.ts';
import { setFact } from '../../world/fact.ts';
import type { HostId } from '../../world/ids.ts';
import {
  DEVICES,
  type DeviceName,
  FILTER_ACTIONS,
  type FilterAction,
} from '../../world/machine/host.ts';
import { find, get, rows } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

const ACTIONS = ['emulate', ...FILTER_ACTIONS] as const;

interface SetFilter extends Record<string, number | string> {
  readonly host: HostId;
  readonly device: DeviceName;
  readonly action: FilterAction | 'emulate';
}

/** What a host's hypervisor does with exits for a device now. */
const actionOn = (world: ReadonlyWorld, host: HostId, device: DeviceName): SetFilter['action'] =>
  find(world.hosts, host)?.filters.find((filter) => filter.device === device)?.action ?? 'emulate';

/** Whether exits for that device can come up on a host: a guest touches it, or a filter waits for it. */
function concerns(world: ReadonlyWorld, host: HostId, device: DeviceName): boolean {
  const row = find(world.hosts, host);
  if (!row || row.platform === 'container') return false;
  if (row.filters.some((filter) => filter.device === device)) return true;
  for (const vm of rows(world.vms))
    if (vm.host === host && touchesModels(vm.technique) && vm.devices.includes(device)) return true;
  return false;
}

/** Sets what becomes of exits for a device before its model sees them (rule K6). */
export const exitFilter = define<SetFilter>({
  name: 'exit-filter',
  role: 'hypervisor',
  key: 'F',
  fits: ['exit-refused'],
  contains: ['exit'],
  schema: schemaOf<SetFilter>({ host: id, device: z.enum(DEVICES), action: z.enum(ACTIONS) }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    return DEVICES.filter((device) => concerns(world, host, device)).flatMap((device) =>
      ACTIONS.filter((action) => action !== actionOn(world, host, device)).map((action) => ({
        host,
        device,
        action,
      })),
    );
  },
  price: (world, { action }) => (action === 'emulate' ? 0 : world.pace.filterPrice),
  length: (world) => world.pace.filterLength,
  load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host, device, action }) => {
    if (!concerns(world, host, device)) return refuse('rule.no-such-thing');
    return actionOn(world, host, device) === action ? refuse('rule.already-so') : null;
  },
  finish: (turn, { host, device, action }, order) => {
    const { world } = turn;
    const set = emit(turn, 'filter-set', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`hosts/${host}`],
      causes: [order.seq],
      data: { host, device, action },
    });
    const others = get(world.hosts, host).filters.filter((filter) => filter.device !== device);
    const filters = action === 'emulate' ? others : [...others, { device, action }];
    setFact(world, 'hosts', host, 'filters', filters, set);
  },
  words: {
    name: { ko: '{{device}} 필터: {{action}}', en: 'Filter {{device}}: {{action}}' },
    does: {
      ko: '장치 에뮬레이터에 전달되기 전에 VM exit(VM 이탈)를 거릅니다. 경계 검사는 길이만 비교하고 검사할 때마다 사이클을 씁니다. 거부하면 그 장치가 필요한 VM은 제대로 동작하지 못합니다.',
      en: 'Filters VM exits before the device model sees them. A bounds check compares lengths only and costs cycles each time; refusing breaks the VMs that need the device.',
    },
    done: {
      ko: '{{host}}에서 {{device}} 필터를 “{{action}}”{으로/로} 둔다',
      en: 'set the {{device}} filter of {{host}} to “{{action}}”',
    },
    control: { ko: 'VM exit(VM 이탈) 필터', en: 'A filter on VM exits' },
  },
});
