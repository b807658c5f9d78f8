import type { GameEvent } from '../../world/history.ts';
import { type Names, subjectId } from './names.ts';

type Values = Record<string, string | number>;

/** The values that a sentence about an event is made of: names and numbers, never words. */
export function valuesOf(event: GameEvent, names: Names): Values {
  switch (event.kind) {
    case 'order':
      return { command: event.data.command, ...about(event.data.args, names) };
    case 'act':
      return { attack: event.data.attack };
    case 'request-opened':
      return { tenant: names.tenant(event.data.tenant), wish: event.data.wish };
    case 'vm-placed': {
      const { plan, tenant, host, policy } = event.data;
      const vm = subjectId(event, 'vms');
      return {
        vm,
        workload: plan.workload,
        tenant: names.tenant(tenant),
        host,
        policy,
        frames: plan.frames,
      };
    }
    case 'vm-destroyed': {
      const { workload, tenant, host } = event.data;
      return { vm: subjectId(event, 'vms'), workload, tenant: names.tenant(tenant), host };
    }
    case 'vm-running':
    case 'vm-stopped':
      return vmValues(subjectId(event, 'vms'), names);
    case 'frames-freed': {
      const { host, asset, frames, policy } = event.data;
      return { host, asset: names.asset(asset), frames: frames.length, policy };
    }
    case 'policy-set':
      return { host: event.data.host, policy: event.data.policy };
    case 'harm': {
      const { asset, victim, vm, weight } = event.data;
      return {
        ...vmValues(vm, names),
        asset: names.asset(asset),
        victim: names.tenant(victim),
        weight,
      };
    }
    case 'alert':
      return { seen: event.data.seen.kind };
    default:
      return {};
  }
}

/** Arguments of a command, with the names of the VM and the host they are about. */
function about(args: Readonly<Record<string, string | number>>, names: Names): Values {
  return typeof args.vm === 'number' ? { ...vmValues(args.vm, names), ...args } : { ...args };
}

function vmValues(vm: number, names: Names): Values {
  const { workload, tenant, host } = names.vm(vm);
  return { vm, workload, tenant, host };
}
