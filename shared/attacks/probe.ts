import { NONE } from '../world/ids.ts';
import type { ActArgs, Attacker } from '../world/people/attacker.ts';
import { actKey, needNote, needTick } from '../world/people/known.ts';
import type { Deep } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { type Attack, atTheEnd } from './attack.ts';
import type { Need } from './need.ts';
import { isTenant } from './needs/pool/tenant.ts';

/** Its id. */
export const PROBE = 'probe';

/** An act that someone has in mind, in their own numbers. */
export interface MeantAct {
  readonly attack: string;
  readonly args: ActArgs;
}

/** What a probe looks at: one precondition of one act. */
interface Probed {
  readonly attack: Attack;
  readonly args: ActArgs;
  readonly need: Need;
}

/** All that an act rests on, what only its deeper effect needs last. */
export const allNeeds = ({ needs, deeper = [] }: Attack): readonly Need[] => [...needs, ...deeper];

/** One precondition of an attack, by its id, or `null`. */
export const needOf = (attack: Attack, id: string): Need | null =>
  allNeeds(attack).find((need) => need.id === id) ?? null;

/** Notes of one precondition of an act whether it is true in this tick. */
export function noteNeed(
  { world }: Pick<Turn, 'world'>,
  attacker: Attacker,
  { attack, args }: MeantAct,
  need: string,
  holds: boolean,
): void {
  const key = actKey(attack, args);
  attacker.notes[needNote(key, need)] = holds ? 1 : 0;
  attacker.notes[needTick(key, need)] = world.tick;
}

/**
 * A look at one precondition before anything is tried. Its arguments are those of the act that it is
 * about, and with them the ids of that attack, one of `others`, and of the precondition:
 * `{from: 0, vm: 3, attack: 'net-fw-drift', need: 'reachable'}`. It shows nothing to anyone, and takes
 * a hand like everything else.
 */
export function probeOf(others: ReadonlyMap<string, Attack>): Attack {
  const probed = ({ attack: id = '', need: about = '', ...args }: ActArgs): Probed | null => {
    const attack = others.get(id);
    const need = attack ? needOf(attack, about) : null;
    return attack && need ? { attack, args, need } : null;
  };
  return {
    id: PROBE,
    catalogue: null,
    targets: [6],
    family: null,
    takes: ['from', 'vm', 'attack', 'need'],
    saysItAll: true,
    brings: 'notes',
    needs: [isTenant],
    length: (lengths) => lengths.probe,
    // It can be looked at by whoever could try it, and by nobody else.
    resolve: (world, attacker, args) => {
      const look = probed(args);
      const tried = look?.attack.resolve(world, attacker, look.args) ?? null;
      return tried === null ? null : { tenant: attacker.tenant };
    },
    strikes: atTheEnd,
    effect: (turn, { attacker, operation }) => {
      const look = probed(operation.args);
      if (look) tell(turn, attacker, look, holdsNow(turn.world, attacker, look));
    },
    // Nobody answers there: nothing of it is true.
    inVain: (turn, { attacker, operation }) => {
      const look = probed(operation.args);
      if (look) tell(turn, attacker, look, false);
    },
    prospects: () => [],
    words: {
      name: { ko: '조건 하나 확인', en: 'Checking one precondition' },
      does: {
        ko: '시도하기 전에 조건 하나를 확인합니다. 흔적은 남지 않지만 그동안 동시 작업 하나를 차지합니다.',
        en: 'Checks one precondition before anything is tried. It leaves no trace, and takes up a slot meanwhile.',
      },
      lead: {
        ko: '공격자는 시도하기 전에 조건 하나가 참인지부터 확인했습니다. 흔적은 남지 않지만 그동안 동시 작업 하나를 차지합니다.',
        en: 'Before trying anything the attacker checked whether one precondition was true. It leaves no trace, and takes up a slot meanwhile.',
      },
      title: { ko: '조건 확인', en: 'A precondition checked' },
      needs: { 'is-tenant': { ko: '테넌트이다', en: 'They are a tenant' } },
    },
  };
}

/** Whether it is true of any strike that the act would make at its end. */
function holdsNow(
  world: ReadonlyWorld,
  attacker: Deep<Attacker>,
  { attack, args, need }: Probed,
): boolean {
  const about = attack.resolve(world, attacker, args);
  if (about === null) return false;
  const strikes = attack.strikes(world, about, 1, 1);
  return strikes.length === 0
    ? need.holds(world, about)
    : strikes.some((strike) => need.holds(world, strike));
}

function tell(
  turn: Turn,
  attacker: Attacker,
  { attack, args, need }: Probed,
  holds: boolean,
): void {
  noteNeed(turn, attacker, { attack: attack.id, args }, need.id, holds);
  const vm = args.vm ?? args.from ?? NONE;
  emit(turn, 'learned', {
    actor: { kind: 'attacker', id: attacker.id },
    subjects: [],
    causes: [],
    data: { attack: attack.id, notes: 1, probed: { need: need.id, holds, vm } },
  });
}
