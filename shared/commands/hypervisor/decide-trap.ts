import { z } from 'zod';
import { settleTrap } from '../../mechanics/exits/desk.ts';
import { heldOf } from '../../mechanics/exits/held.ts';
import type { HeldId, VmId } from '../../world/ids.ts';
import { TRAP_CHOICES, type TrapChoice } from '../../world/machine/held.ts';
import { find, get } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface DecideTrap extends Record<string, number | string> {
  readonly vm: VmId;
  /** Which of its exits: by the time an order arrives another one may wait. */
  readonly held: HeldId;
  readonly choice: TrapChoice;
}

const KEYS: Readonly<Record<TrapChoice, string>> = { emulate: 'E', refuse: 'R', stop: 'S' };

/**
 * Decides of an exit on the trap desk (rule K82): a human reads what a guest asked for, beside its bound,
 * and says whether a device model or the hypervisor gets to see it.
 */
export const decideTrap = define<DecideTrap>({
  name: 'decide-trap',
  role: 'hypervisor',
  key: '',
  keyOf: ({ choice }) => KEYS[choice],
  fits: 'always',
  schema: schemaOf<DecideTrap>({ vm: id, held: id, choice: z.enum(TRAP_CHOICES) }),
  offers: (world, subject) => {
    const vm = idIn(subject, 'vms') as VmId;
    const card = heldOf(world, vm);
    return card === null ? [] : TRAP_CHOICES.map((choice) => ({ vm, held: card.id, choice }));
  },
  price: () => 0,
  length: () => 0,
  load: () => ({ host: 0, cycles: 0 }),
  claims: () => [],
  refusal: (world, { vm, held }) => {
    if (!find(world.vms, vm)) return refuse('rule.no-such-thing');
    return heldOf(world, vm)?.id === held ? null : refuse('rule.nothing-held');
  },
  finish: (turn, { held, choice }, order) => {
    settleTrap(turn, get(turn.world.held, held), choice, {
      actor: { kind: 'seat', id: order.seat },
      causes: [order.seq],
    });
  },
  words: {
    name: { ko: '보류한 exit: {{choice}}', en: 'The held exit: {{choice}}' },
    does: {
      ko: '트랩 데스크에 멈춰 있는 exit를 어떻게 할지 정합니다. 거부와 통과는 같은 종류의 exit에 한동안 그대로 적용됩니다. VM을 정지하면 메모리가 그대로 남습니다.',
      en: 'Decides what becomes of the exit on the trap desk. Emulating and refusing hold for exits alike for a while; a stopped VM keeps its memory.',
    },
    done: {
      ko: '{{vm}}의 보류한 exit를 “{{choice}}”{으로/로} 정한다',
      en: 'decide “{{choice}}” of the held exit of {{vm}}',
    },
    control: { ko: '트랩 데스크의 결정', en: 'A decision at the trap desk' },
  },
});
