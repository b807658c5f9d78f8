import { z } from 'zod';
import { filterFor, trapOf } from '../../mechanics/exits/filter.ts';
import { heldOf } from '../../mechanics/exits/held.ts';
import { setFact } from '../../world/fact.ts';
import type { HostId } from '../../world/ids.ts';
import type { HeldExit } from '../../world/machine/held.ts';
import { type ExitFilter, TRAPS, type Trap } from '../../world/machine/host.ts';
import { type Deep, find, get } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import {
  type FilterVerdict,
  guestsOf,
  makes,
  replaced,
  VERDICTS,
  verdictOn,
  verdictsIn,
  worthFiltering,
} from '../filtering.ts';
import { refuse } from '../refusal.ts';

interface SetFilter extends Record<string, number | string> {
  readonly host: HostId;
  readonly trap: Trap;
  readonly action: FilterVerdict;
}

const filtersAt = (world: ReadonlyWorld, host: HostId): readonly ExitFilter[] =>
  find(world.hosts, host)?.filters ?? [];

/** Whether such exits can come up on a host: a guest makes them, or a filter waits for them. */
const concerns = (world: ReadonlyWorld, host: HostId, trap: Trap): boolean =>
  filtersAt(world, host).some((filter) => filter.trap === trap) ||
  guestsOf(world, host).some((guest) => makes(guest, trap));

/** What would be done with every exit like the one that waits, of all guests of its host. */
function ofHeld(world: ReadonlyWorld, card: Deep<HeldExit>): SetFilter[] {
  const trap = trapOf(card);
  const { host } = card;
  const action = filterFor(card);
  if (trap === null || verdictOn(filtersAt(world, host), trap) === action) return [];
  return [{ host, trap, action }];
}

/** Sets what becomes of exits of all guests of a host before anything else sees them (rules K6, K73). */
export const exitFilter = define<SetFilter>({
  name: 'exit-filter',
  role: 'hypervisor',
  key: 'F',
  fits: ['exit-refused'],
  contains: ['exit', 'debug-registers'],
  schema: schemaOf<SetFilter>({ host: id, trap: z.enum(TRAPS), action: z.enum(VERDICTS) }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    const card = heldOf(world, idIn(subject, 'vms'));
    if (card !== null) return ofHeld(world, card);
    return worthFiltering(world, guestsOf(world, host), filtersAt(world, host)).flatMap((trap) =>
      verdictsIn(world, trap)
        .filter((action) => action !== verdictOn(filtersAt(world, host), trap))
        .map((action) => ({ host, trap, action })),
    );
  },
  price: (world, { action }) => (action === 'emulate' ? 0 : world.pace.filterPrice),
  length: (world) => world.pace.filterLength,
  load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host, trap, action }) => {
    if (!concerns(world, host, trap)) return refuse('rule.no-such-thing');
    if (!verdictsIn(world, trap).includes(action)) return refuse('rule.not-in-deck');
    return verdictOn(filtersAt(world, host), trap) === action ? refuse('rule.already-so') : null;
  },
  finish: (turn, { host, trap, action }, order) => {
    const set = emit(turn, 'filter-set', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`hosts/${host}`],
      causes: [order.seq],
      data: { vm: 0, host, trap, action },
    });
    const filters = replaced(get(turn.world.hosts, host).filters, trap, action);
    setFact(turn.world, 'hosts', host, 'filters', filters, set);
  },
  words: {
    name: { ko: '{{trap}} 필터: {{action}}', en: 'Filter {{trap}}: {{action}}' },
    does: {
      ko: '처리하기 전에 이 호스트의 모든 VM exit(VM 이탈)와 하이퍼콜을 거릅니다. 사유(포트 I/O, MMIO)를 고르면 그 방법으로 닿는 장치 모두에 걸립니다. 경계 검사는 값만 비교하고 검사할 때마다 사이클을 씁니다. 거부하면 그것이 필요한 VM은 제대로 동작하지 못합니다.',
      en: 'Filters VM exits and hypercalls of every guest of the host before they are handled; by reason (port I/O, MMIO) those for all devices reached so. A bounds check compares values and costs cycles each time; refusing breaks the VMs that need them.',
    },
    atDesk: {
      ko: '보류하면 경보가 있는 VM의 exit를 트랩 데스크에 멈춥니다.',
      en: 'A hold puts those of VMs with an alert on the trap desk.',
    },
    done: {
      ko: '{{host}}에서 {{trap}} 필터를 “{{action}}”{으로/로} 둔다',
      en: 'set the {{trap}} filter of {{host}} to “{{action}}”',
    },
    control: { ko: 'VM exit(VM 이탈) 필터', en: 'A filter on VM exits' },
  },
});
