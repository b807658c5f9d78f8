import { exposure } from '../view/advisories.ts';
import { rowOf } from '../view/reading.ts';
import type { AdvisoryRow, AlertRow, MatchRow } from '../view/rows.ts';
import { aboutOf } from '../view/signs/alerts.ts';
import { type SignName, signs } from '../view/signs/registry.ts';
import type { BlueView } from '../view/view.ts';
import type { RowRef } from '../world/fact.ts';
import { type Component, SERVICE_COMPONENTS } from '../world/flaws/record.ts';
import type { Args } from './command.ts';
import { commandInPlay } from './deck.ts';
import { traits } from './traits.ts';

/** An order that answers an alert. */
export interface Answer {
  readonly kind: 'contain' | 'investigate' | 'ignore';
  readonly command: string;
  readonly args: Args;
}

/** Whether an order may be given in this match: it is in the deck, or there is none. */
export function playable(match: MatchRow | null, command: string): boolean {
  const deck = match?.deck ?? null;
  const always = traits[command]?.always === true;
  return commandInPlay({ deck: deck && { ...deck, attacks: [] } }, { name: command, always });
}

/** Every order that ends or holds what an alert tells of, or looks into it, if it is played with. */
function able(view: BlueView, alert: AlertRow, kind: 'contains' | 'investigates'): Answer[] {
  const about = aboutOf(view.tables, alert);
  const match = rowOf(view, 'match', 1);
  return Object.entries(traits).flatMap(([command, of]) => {
    if (!of[kind].includes(alert.seen.kind) || !of.takes.every((name) => name in about)) return [];
    if (!playable(match, command)) return [];
    const args = Object.fromEntries(of.takes.map((name) => [name, about[name] ?? 0]));
    if (!isDue(view, command, args)) return [];
    return [{ kind: kind === 'contains' ? 'contain' : 'investigate', command, args }];
  });
}

/** A scan from outside is nobody's doing here: there is nothing to hold, and whom it met did nothing. */
const isKnock = ({ vm, seen }: AlertRow): boolean =>
  vm === 0 && seen.kind === 'traffic' && seen.nature === 'probe';

/** A patch is an answer only where there is one to be had; what is shut off or off is so already. */
const PATCHES = [
  'host-outdated',
  'system-outdated',
  'guest-outdated',
  'server-outdated',
  'backup-outdated',
] as const satisfies readonly SignName[];

function isDue(view: BlueView, command: string, args: Args): boolean {
  if (command === 'quarantine-vm') return !shows(view, 'in-quarantine', args);
  if (command === 'stop-vm') return rowOf(view, 'vms', Number(args.vm))?.power === 'running';
  const sign = PATCHES.find((one) => traits[command]?.fits.includes(one));
  return sign === undefined || shows(view, sign, args);
}

/** Whether a sign is to be seen where an order is about. */
const shows = (view: BlueView, sign: SignName, args: Args): boolean =>
  signs[sign](view).some((about) =>
    Object.entries(about).every(([name, value]) => args[name] === value),
  );

/** What a scenario gives for it comes before what every deck holds. */
const special = ({ command }: Answer): boolean => traits[command]?.always !== true;

/** Whether it only holds what the alert tells of, which goes on as soon as it is let go. */
const holds = ({ command }: Answer, alert: AlertRow): boolean =>
  traits[command]?.leaves.includes(alert.seen.kind) === true;

/**
 * The answers to an alert, each where there is one: what ends it, what holds it meanwhile, what looks
 * into it, and to put it away. A look that found nothing asks for none.
 */
export function answersTo(view: BlueView, alert: AlertRow): readonly Answer[] {
  if (alert.state !== 'open') return [];
  const contain = isKnock(alert) ? [] : able(view, alert, 'contains');
  const [ending] = best(contain.filter((answer) => !holds(answer, alert)));
  const [holding] = best(contain.filter((answer) => holds(answer, alert)));
  const [look] = able(view, alert, 'investigates');
  return [
    ...[ending, holding, look].filter((answer) => answer !== undefined),
    { kind: 'ignore', command: 'acknowledge-alert', args: { alert: alert.id } },
  ];
}

const best = (all: readonly Answer[]): readonly Answer[] => [
  ...all.filter(special),
  ...all.filter((answer) => !special(answer)),
];

/** Where the order is given that mends a published flaw, and which it is. */
export interface Remedy {
  readonly command: string;
  readonly at: RowRef;
}

/**
 * What mends a published flaw where it is open now: a patch of what has the old build, or a restart of
 * the process that goes on with it. `null`: nothing of ours has it, or nothing that is played with
 * mends it.
 */
export function remedyOf(view: BlueView, advisory: AdvisoryRow): Remedy | null {
  const { hosts, vms } = exposure(view, advisory);
  const [host] = hosts;
  const [vm] = vms;
  if (advisory.component === 'management-server')
    return host ? remedy(view, 'server-outdated', `hosts/${host.id}`) : null;
  if (advisory.component === 'backup-server')
    return host ? remedy(view, 'backup-outdated', `hosts/${host.id}`) : null;
  const ofGuest = OF_GUESTS.includes(advisory.component);
  const system = SYSTEMS.includes(advisory.component) ? 'system-outdated' : 'host-outdated';
  if (host && !ofGuest) return remedy(view, system, `hosts/${host.id}`);
  if (vm) return remedy(view, ofGuest ? 'guest-outdated' : 'old-device-process', `vms/${vm.id}`);
  return null;
}

/** Components that are patched beside a host's hypervisor or kernel. */
const SYSTEMS: readonly Component[] = ['host-os', 'container-runtime'];

/** Components that are patched in a guest, and not below it. */
const OF_GUESTS: readonly Component[] = ['guest-kernel', ...SERVICE_COMPONENTS];

function remedy(view: BlueView, sign: SignName, at: RowRef): Remedy | null {
  const match = rowOf(view, 'match', 1);
  const command = Object.keys(traits).find(
    (name) => traits[name]?.fits.includes(sign) && playable(match, name),
  );
  return command === undefined ? null : { command, at };
}
