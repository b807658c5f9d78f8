import type { Offer as Option } from '../../../shared/commands/command.ts';
import { traits } from '../../../shared/commands/traits.ts';
import { type SignName, signs } from '../../../shared/view/signs/registry.ts';
import type { About } from '../../../shared/view/signs/sign.ts';
import type { BlueView } from '../../../shared/view/view.ts';

/** The options about one subject, in the order in which a reader wants them. */
export interface Choice<T> {
  /** They answer something that is to be seen now. */
  readonly fitting: readonly T[];
  readonly possible: readonly T[];
  readonly refused: readonly T[];
  /** Further ways of what `fitting` has one of already: another technique on the same host. */
  readonly ways: readonly T[];
}

/**
 * Sorts options by what is to be seen; within a group they keep their order. Of several ways to
 * do the same thing the first stands with the others and the rest apart; where none of them can be had
 * that is said once.
 */
export function sortOptions<T>(
  view: BlueView,
  options: readonly T[],
  optionOf: (item: T) => Option,
): Choice<T> {
  const fitting: T[] = [];
  const possible: T[] = [];
  const refused: T[] = [];
  const ways: T[] = [];
  const told = new Set<string>();
  const look = lookOnce(view);
  for (const item of options) {
    const option = optionOf(item);
    const further = isFurtherWay(option, told);
    if (option.refusal !== null) {
      if (!further) refused.push(item);
    } else if (further) ways.push(item);
    else if (fits(look, option)) fitting.push(item);
    else possible.push(item);
  }
  return { fitting, possible, refused, ways };
}

/** Whether the same thing could be had in a way that is told already, and notes this one. */
function isFurtherWay({ command, args, refusal }: Option, told: Set<string>): boolean {
  const ways = traits[command]?.ways ?? [];
  if (ways.length === 0) return false;
  const thing = [command, ...ways.map((name) => args[name]), refusal?.code ?? ''].join('/');
  if (told.has(thing)) return true;
  told.add(thing);
  return false;
}

type Look = (sign: SignName) => readonly About[];

/** Looks for each sign when it is first asked for, and no second time: many options ask for the same. */
function lookOnce(view: BlueView): Look {
  const seen = new Map<SignName, readonly About[]>();
  return (sign) => {
    const found = seen.get(sign) ?? signs[sign](view);
    seen.set(sign, found);
    return found;
  };
}

/** Whether the view itself shows a reason for this order. No hidden fact is in it. */
function fits(look: Look, { command, args }: Option): boolean {
  const calls = traits[command]?.fits ?? [];
  if (calls === 'always') return true;
  return calls.some((sign) => look(sign).some((about) => isAbout(args, about)));
}

/** Whether an order is what a sign calls for. */
const isAbout = (args: Option['args'], about: About): boolean =>
  Object.entries(about).every(([name, value]) => args[name] === value);
