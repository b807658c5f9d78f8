import type { Speaker, Values } from '../../shared/text/speak.ts';
import type { AlertRow } from '../../shared/view/rows.ts';
import type { BlueView } from '../../shared/view/view.ts';
import { TICKS_PER_SECOND } from '../../shared/world/ids.ts';
import { rowOf, splitRef, tenantOfAsset } from './rows.ts';

export const hostName = (id: number): string => `H${id}`;
export const vmName = (id: number): string => `vm${id}`;

const two = (n: number): string => String(n).padStart(2, '0');

/** Match time as mm:ss. */
export function clockOf(ticks: number): string {
  const seconds = Math.max(0, Math.floor(ticks / TICKS_PER_SECOND));
  return `${two(Math.trunc(seconds / 60))}:${two(seconds % 60)}`;
}

/** What is left of a time, rounded up: it says 00:01 until it is over. */
export function remaining(ticks: number): string {
  return clockOf(Math.ceil(Math.max(0, ticks) / TICKS_PER_SECOND) * TICKS_PER_SECOND);
}

/** Which folder of names a value by that name is said from. */
const NAMED: Readonly<Record<string, string>> = {
  workload: 'workloads',
  asset: 'assets',
  zone: 'zones',
  policy: 'scrub',
  power: 'power',
  technique: 'techniques',
};

/** Tables that a number by that name is an id of. */
const TABLES = { asset: 'assets', zone: 'zones', tenant: 'tenants', victim: 'tenants' } as const;

const isTable = (key: string): key is keyof typeof TABLES => key in TABLES;

export function tenantName(say: Speaker, view: BlueView | null, id: number): string {
  const name = rowOf(view, 'tenants', id)?.name;
  return name === undefined ? '' : say(`names.tenants.${name}.name`);
}

export function assetName(say: Speaker, view: BlueView | null, id: number): string {
  const name = rowOf(view, 'assets', id)?.name;
  return name === undefined ? '' : say(`names.assets.${name}`);
}

export function zoneName(say: Speaker, view: BlueView | null, id: number): string {
  const name = rowOf(view, 'zones', id)?.name;
  return name === undefined ? '' : say(`names.zones.${name}`);
}

export function tenantNames(say: Speaker, view: BlueView, ids: readonly number[]): string {
  return ids.map((id) => tenantName(say, view, id)).join(' · ');
}

/**
 * Turns the values of the simulation (ids, names in its own vocabulary) into values that read well
 * in a text: `{host: 1, workload: 'payments'}` into `{host: 'H1', workload: '결제'}`.
 */
export function worded(
  say: Speaker,
  raw: Readonly<Record<string, unknown>>,
  view: BlueView | null,
): Values {
  const out: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(raw)) {
    if (key === 'command') continue;
    if (typeof value === 'number') out[key] = wordedNumber(say, key, value, view);
    else if (typeof value === 'string') out[key] = wordedName(say, key, value, view);
  }
  // Last, since a command's name is made of the other values.
  if (typeof raw.command === 'string') out.command = say(`commands.${raw.command}.name`, out);
  return out;
}

function wordedNumber(
  say: Speaker,
  key: string,
  value: number,
  view: BlueView | null,
): string | number {
  if (key === 'host') return hostName(value);
  if (key === 'vm') return vmName(value);
  if (!isTable(key)) return value;
  const name = rowOf(view, TABLES[key], value)?.name;
  return name === undefined ? value : wordedName(say, key, name, view);
}

function wordedName(say: Speaker, key: string, value: string, view: BlueView | null): string {
  if (key === 'tenant' || key === 'victim') return say(`names.tenants.${value}.name`);
  if (key === 'attack') return say(`attacks.${value}.name`);
  if (key === 'subject') return placeOf(say, view, value);
  const folder = NAMED[key];
  return folder === undefined ? value : say(`names.${folder}.${value}`);
}

/** A thing by its short name: `H1`, `vm3`, `결제 요청`. */
export function placeOf(say: Speaker, view: BlueView | null, ref: string): string {
  const { table, id } = splitRef(ref);
  switch (table) {
    case 'hosts':
      return hostName(id);
    case 'vms':
      return vmName(id);
    case 'assets':
      return assetName(say, view, id) || ref;
    case 'zones':
      return zoneName(say, view, id) || ref;
    case 'frames':
      return say('ui.inspector.frame', { frame: id });
    case 'requests': {
      const tenant = rowOf(view, 'requests', id)?.tenant ?? 0;
      return `${tenantName(say, view, tenant)} ${say('ui.inspector.request')}`.trim();
    }
    default:
      return ref;
  }
}

/** The values of an alert's title and body. */
export function alertValues(say: Speaker, alert: AlertRow, view: BlueView): Values {
  const vm = rowOf(view, 'vms', alert.vm);
  const asset = 'asset' in alert.seen ? alert.seen.asset : 0;
  const owner = tenantOfAsset(view, asset);
  return worded(
    say,
    {
      host: alert.host,
      vm: alert.vm,
      ...(vm === null ? {} : { workload: vm.workload }),
      tenant: owner !== 0 ? owner : (vm?.tenant ?? 0),
      ...alert.seen,
    },
    view,
  );
}

/** A command by its name, which may say what it is about: `H1에 만들기`. */
export function commandName(
  say: Speaker,
  command: string,
  args: Readonly<Record<string, unknown>>,
  view: BlueView | null,
): string {
  return say(`commands.${command}.name`, worded(say, args, view));
}

/** Why an order was refused, as a reader understands it. */
export function refusalText(
  say: Speaker,
  refusal: { readonly code: string; readonly facts: object },
  view: BlueView | null,
): string {
  const values = worded(say, refusal.facts as Readonly<Record<string, unknown>>, view);
  return say(`refusals.${refusal.code.replaceAll('.', '/')}`, values);
}
