import type { Command } from '../commands/command.ts';
import { commandInPlay } from '../commands/deck.ts';
import { type RuleRefusal, refuse } from '../commands/refusal.ts';
import { commands } from '../commands/registry.ts';
import { isBalanced } from '../mechanics/balancer.ts';
import { find, rows } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { handsOf } from './hands.ts';

type Args = Readonly<Record<string, number | string>>;

/** A command with arguments that fit it, or why there is none. */
export function understand(
  name: string,
  args: Args,
): { readonly command: Command; readonly args: Args } | RuleRefusal {
  const command = commands.get(name);
  if (!command) return refuse('rule.unknown-command');
  const parsed = command.schema.safeParse(args);
  if (parsed.success) return { command, args: parsed.data };
  return refuse('rule.bad-arguments', { path: parsed.error.issues[0]?.path.join('.') ?? '' });
}

/** What keeps the desk in order is everybody's, whatever their role. */
const EVERYBODYS: readonly string[] = ['acknowledge-alert', 'cancel-job', 'choose-phrase'];

/** Whether a command is for one of the roles of a seat; a seat that is not there has none to lack. */
function mayOrder(world: ReadonlyWorld, seat: number, { name, role }: Command): boolean {
  const roles = find(world.seats, seat)?.roles;
  return roles === undefined || roles.includes(role) || EVERYBODYS.includes(name);
}

/**
 * Why a defender's seat cannot give an order now, or `null`. Whose it is to do is asked first (rule J8);
 * then what the command itself objects to, which says most.
 */
export function refusalOf(
  world: ReadonlyWorld,
  seat: number,
  command: Command,
  args: Args,
): RuleRefusal | null {
  if (world.phase === 'over') return refuse('rule.match-over');
  if (!commandInPlay(world, command)) return refuse('rule.not-in-deck');
  if (!mayOrder(world, seat, command)) return refuse('rule.not-your-role', { role: command.role });
  const own = command.refusal(world, args);
  if (own) return own;
  const claims = command.claims(world, args);
  const balanced = claims.find((claim) => {
    const [table, row] = claim.split('/');
    return table === 'vms' && isBalanced(world, Number(row));
  });
  if (balanced !== undefined) return refuse('rule.target-busy', { subject: balanced });
  for (const job of rows(world.jobs)) {
    const taken = job.claims.find((claim) => claims.includes(claim));
    if (taken !== undefined) return refuse('rule.target-busy', { subject: taken });
  }
  const price = command.price(world, args);
  if (price > 0 && price > world.credits) {
    return refuse('rule.too-few-credits', { price, credits: world.credits });
  }
  if (command.length(world, args) === 0) return null;
  const { all, used } = handsOf(world, seat);
  return used >= all ? refuse('rule.no-free-hand', { hands: all }) : null;
}
