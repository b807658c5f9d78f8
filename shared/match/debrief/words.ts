import type { EventOf, GameEvent } from '../../world/history.ts';
import { type Names, subjectId } from './names.ts';

type Values = Record<string, string | number>;

/** The values that a sentence about an event is made of: names and numbers, never words. */
export function valuesOf(event: GameEvent, names: Names): Values {
  const vm = vmValues(subjectId(event, 'vms'), names);
  switch (event.kind) {
    case 'order':
      return orderValues(event, names);
    case 'act': {
      const { attack, why } = event.data;
      const before = why.before === undefined ? {} : { before: why.before.join(',') };
      return { attack, reason: why.reason, plan: why.plan.join(','), ...before };
    }
    case 'request-opened':
      return { tenant: names.tenant(event.data.tenant), wish: event.data.wish };
    case 'vm-placed': {
      const { plan, tenant, host, technique, policy } = event.data;
      const { workload, frames } = plan;
      const owner = names.tenant(tenant);
      return { ...vm, workload, tenant: owner, host, technique, policy, frames };
    }
    case 'vm-destroyed': {
      const { workload, tenant, host } = event.data;
      return { ...vm, workload, tenant: names.tenant(tenant), host };
    }
    case 'vm-running':
    case 'vm-stopped':
    case 'vm-restored':
    case 'snapshot-taken':
    case 'owner-left':
    case 'config-edited':
    case 'lease-over':
    case 'volume-encrypted':
    case 'evicted':
      return vm;
    case 'backed-up':
      return { vms: event.data.vms };
    case 'vm-moving':
    case 'vm-moved':
      return { ...vm, from: event.data.from, to: event.data.to };
    case 'vm-zoned':
      return { ...vm, zone: names.zone(event.data.zone) };
    case 'vm-grown':
    case 'vm-shrunk':
    case 'memory-swapped':
    case 'memory-returned':
      return { ...vm, frames: event.data.frames };
    case 'vm-reverted': {
      const [from, to] = event.data.service;
      return { ...vm, from, to };
    }
    case 'devices-changed':
      return { ...vm, device: event.data.device };
    case 'device-swapped':
      return { ...vm, device: event.data.device, model: event.data.model };
    case 'layout-read':
      return { ...vm, attack: event.data.attack };
    case 'technique-changed':
      return { ...vm, technique: event.data.technique };
    case 'filter-set':
      return {
        ...(event.data.vm === 0 ? {} : { vm: event.data.vm }),
        host: event.data.host,
        trap: event.data.trap,
        action: event.data.action,
      };
    case 'trap-decided': {
      const { host, trap, choice, operand, bound } = event.data;
      return { vm: event.data.vm, host, trap, choice, operand, bound };
    }
    case 'frames-freed': {
      const { host, asset, frames, policy } = event.data;
      return { host, asset: names.asset(asset), frames: frames.length, policy };
    }
    case 'blocks-freed': {
      const { host, asset, blocks, policy } = event.data;
      return { host, asset: names.asset(asset), blocks, policy };
    }
    case 'frames-smuggled': {
      const { host, asset, frames, attack } = event.data;
      return { ...vm, host, asset: names.asset(asset), frames, attack };
    }
    case 'image-baked':
      return { image: names.image(event.data.image) };
    case 'image-implanted':
      return { image: names.image(event.data.image), attack: event.data.attack };
    case 'pages-merged':
      return { ...vm, host: event.data.host };
    case 'policy-set':
    case 'wipe-set':
      return { host: event.data.host, policy: event.data.policy };
    case 'rules-edited': {
      const { version, rule, added } = event.data;
      const { from, to, service } = rule;
      const zones = { from: names.zone(from), to: names.zone(to) };
      return { version, ...zones, service, added: added ? 'added' : 'removed' };
    }
    case 'rules-pushed':
      return { host: event.data.host, version: event.data.version };
    case 'tools-changed':
      return { ...vm, tool: event.data.tool, to: event.data.to };
    case 'address-taken':
      return { ...vm, gateway: event.data.gateway === 0 ? 'own' : 'theirs' };
    case 'grants-dropped':
    case 'snare-sprung':
      return vm;
    case 'programs-removed':
    case 'attachment-opened':
      return { host: event.data.host };
    case 'os-patched':
      return { host: event.data.host, to: event.data.to };
    case 'copied':
      return { host: event.data.host, asset: names.asset(event.data.asset) };
    case 'setting-changed':
      return { setting: event.data.setting, to: event.data.to };
    case 'sensor-placed':
      return { host: event.data.host, watch: event.data.watch };
    case 'ips-tuned':
      return { host: event.data.host, exceptions: event.data.exceptions };
    case 'flaw-published':
      return { flaw: names.flaw(event.data.flaw) };
    case 'foothold':
      return { ...vm, ring: event.data.ring, attack: event.data.attack };
    case 'harm': {
      const { kind, asset, victim, host, weight, attack, args } = event.data;
      const whose = { asset: names.asset(asset), victim: names.tenant(victim) };
      // A host that was logged in to fell from another host, not from a VM.
      const from = kind === 'takeover' && typeof args.from === 'number' ? { from: args.from } : {};
      return { ...vmValues(event.data.vm, names), kind, ...whose, host, weight, attack, ...from };
    }
    case 'alert':
      return { seen: event.data.seen.kind };
    default:
      return {};
  }
}

/** An order: its command and its arguments, by their names where a number would say nothing. */
export function orderValues({ data }: EventOf<'order'>, names: Names): Values {
  const { command, args } = data;
  return {
    ...(typeof args.vm === 'number' ? vmValues(args.vm, names) : {}),
    ...args,
    ...(typeof args.asset === 'number' ? { asset: names.asset(args.asset) } : {}),
    ...(typeof args.image === 'number' ? { image: names.image(args.image) } : {}),
    command,
  };
}

function vmValues(vm: number, names: Names): Values {
  if (vm === 0) return {};
  const { workload, tenant, host } = names.vm(vm);
  return { vm, workload, tenant, host };
}
