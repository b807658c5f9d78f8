import type { EventOf, GameEvent } from '../../world/history.ts';
import { build } from '../../world/scenario/build.ts';
import { find, rows } from '../../world/table.ts';
import type { World } from '../../world/world.ts';
import type { Match } from '../match.ts';
import type { OtherHarm } from '../report.ts';

/** What a VM was, also when it is gone. */
interface VmName {
  readonly workload: string;
  readonly tenant: string;
  readonly host: number;
}

/** Names by id for a whole match, rows that no longer exist included. */
export interface Names {
  readonly vm: (id: number) => VmName;
  readonly tenant: (id: number) => string;
  readonly asset: (id: number) => string;
  /** Empty for 0, which is any zone. */
  readonly zone: (id: number) => string;
  readonly flaw: (id: number) => string;
  readonly image: (id: number) => string;
}

export function namesOf(match: Match): Names {
  const start: World = build(match.scenario, match.seed);
  const vms = new Map<number, VmName>();
  const tenant = (id: number): string => find(start.tenants, id)?.name ?? '';
  for (const vm of rows(start.vms)) {
    vms.set(vm.id, { workload: vm.workload, tenant: tenant(vm.tenant), host: vm.host });
  }
  for (const event of match.history) {
    if (event.kind !== 'vm-placed') continue;
    const { plan, tenant: owner, host } = event.data;
    vms.set(subjectId(event, 'vms'), { workload: plan.workload, tenant: tenant(owner), host });
  }
  const nobody: VmName = { workload: '', tenant: '', host: 0 };
  return {
    vm: (id) => vms.get(id) ?? nobody,
    tenant,
    asset: (id) => find(start.assets, id)?.name ?? '',
    zone: (id) => find(start.zones, id)?.name ?? '',
    flaw: (id) => find(start.flaws, id)?.name ?? '',
    image: (id) => find(start.images, id)?.name ?? '',
  };
}

/** A harm of another run of a match, by its names. */
export function otherHarm(run: Match, { tick, data }: EventOf<'harm'>): OtherHarm {
  const names = namesOf(run);
  const { kind, attack, vm, host, weight } = data;
  const { workload, tenant } = names.vm(vm);
  const whose = { asset: names.asset(data.asset), victim: names.tenant(data.victim) };
  return { tick, kind, attack, ...whose, vm, workload, tenant, host, weight };
}

/** The id of the first subject of that table, or 0. */
export function subjectId(event: GameEvent, table: string): number {
  const ref = event.subjects.find((subject) => subject.startsWith(`${table}/`));
  return ref === undefined ? 0 : Number(ref.slice(table.length + 1));
}
