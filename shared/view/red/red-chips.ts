import type { InMind } from '../../attacks/knowing.ts';
import type { Need } from '../../attacks/need.ts';
import { allNeeds } from '../../attacks/probe.ts';
import { attacks } from '../../attacks/registry.ts';
import { NONE } from '../../world/ids.ts';
import type { ActArgs } from '../../world/people/attacker.ts';
import {
  actKey,
  type Known,
  lookedFrom,
  lookedInto,
  needNote,
  needTick,
} from '../../world/people/known.ts';
import type { Chip } from './red-rows.ts';

/** What an attacker knows of each precondition of an act, those of its deeper effect last. */
export function chipsOf(
  known: Known,
  id: string,
  args: ActArgs,
): { readonly need: string; readonly chip: Chip }[] {
  const attack = attacks.get(id);
  if (!attack) return [];
  const { flaw, device } = attack;
  const act: InMind = { vm: args.vm ?? NONE, from: args.from ?? NONE, flaw, device };
  const key = actKey(id, args);
  return allNeeds(attack).map((need) => {
    const holds = knownOf(known, act, key, need);
    return { need: need.id, chip: holds === undefined ? 'unknown' : holds ? 'true' : 'false' };
  });
}

/** The newest that they know of it: by probing or trying this very act, or by looking around. */
function knownOf(known: Known, act: InMind, key: string, need: Need): boolean | undefined {
  const { certain, inside, around, aroundVm } = need.known ?? {};
  const sure = certain?.(known, act);
  if (sure !== undefined) return sure;
  const noted = known.notes[needNote(key, need.id)];
  const within = inside?.(known, act);
  const seen = within ?? around?.(known, act);
  if (noted === undefined) return seen;
  const look = within === undefined ? lookedFrom(aroundVm ? act.vm : act.from) : lookedInto(act.vm);
  const newer = Number(known.notes[look] ?? -1) > Number(known.notes[needTick(key, need.id)] ?? 0);
  return seen !== undefined && newer ? seen : noted === 1;
}
