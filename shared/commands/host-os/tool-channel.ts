import { z } from 'zod';
import { setFact } from '../../world/fact.ts';
import type { VmId } from '../../world/ids.ts';
import { TOOLS, type Tool } from '../../world/machine/tools.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import { find, get } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface ToolChannel extends Record<string, number | string> {
  readonly vm: VmId;
  readonly tool: Tool;
  readonly to: 'on' | 'off';
}

/**
 * Shuts a channel of a VM's guest tools, or opens one again that its people work through (rule K97).
 * Source: `isolation.tools.*.disable` of the hardening guides.
 */
export const toolChannel = define<ToolChannel>({
  name: 'tool-channel',
  role: 'hypervisor',
  key: '',
  fits: ['tool-closed'],
  contains: ['odd-path', 'clipboard-taken'],
  ways: ['tool'],
  schema: schemaOf<ToolChannel>({ vm: id, tool: z.enum(TOOLS), to: z.enum(['on', 'off']) }),
  offers: (world, subject) => {
    const row = find(world.vms, idIn(subject, 'vms'));
    if (!row) return [];
    const needed = WORKLOADS[row.workload].tools ?? [];
    return TOOLS.flatMap((tool): ToolChannel[] => {
      if (row.tools.includes(tool)) return [{ vm: row.id, tool, to: 'off' }];
      return needed.includes(tool) ? [{ vm: row.id, tool, to: 'on' }] : [];
    });
  },
  price: () => 0,
  length: ({ pace }) => pace.channelLength,
  load: (world, { vm }) => ({
    host: find(world.vms, vm)?.host ?? 0,
    cycles: world.pace.jobCycles,
  }),
  claims: (_, { vm }) => [`vms/${vm}`],
  refusal: (world, { vm, tool, to }) => {
    const row = find(world.vms, vm);
    // A container has no tools: what it has of its host it was given.
    if (!row || row.technique === 'container') return refuse('rule.no-such-thing');
    return row.tools.includes(tool) === (to === 'on') ? refuse('rule.already-so') : null;
  },
  holds: (world, { vm }) => (find(world.vms, vm) ? null : 'subject-gone'),
  finish: (turn, { vm, tool, to }, order) => {
    const changed = emit(turn, 'tools-changed', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`vms/${vm}`],
      causes: [order.seq],
      data: { tool, to },
    });
    const others = get(turn.world.vms, vm).tools.filter((one) => one !== tool);
    const tools = to === 'on' ? [...others, tool] : others;
    setFact(turn.world, 'vms', vm, 'tools', tools, changed);
  },
  words: {
    name: { ko: '{{tool}}: {{to}}', en: '{{tool}}: {{to}}' },
    does: {
      ko: '게스트 도구가 호스트와 잇는 채널을 닫거나 다시 엽니다. 사람들이 그 채널로 일하는 VM에서 닫으면 일을 제대로 하지 못합니다.',
      en: 'Shuts a channel by which guest tools reach the host, or opens it again. Where people work through it, they no longer can.',
    },
    done: {
      ko: '{{vm}}의 게스트 도구 채널을 바꾼다({{tool}}: {{to}})',
      en: 'change a tool channel of {{vm}} ({{tool}}: {{to}})',
    },
    control: { ko: '게스트 도구 채널 닫기', en: 'Shut a channel of guest tools' },
  },
});
