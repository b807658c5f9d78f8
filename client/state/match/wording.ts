import { clockOf } from '../../../shared/text/clock.ts';
import { figure } from '../../../shared/text/figure.ts';
import { switched } from '../../../shared/text/names/hosts.ts';
import type { Speaker, Values } from '../../../shared/text/speak.ts';
import { rowOf, splitRef, tenantOfAsset } from '../../../shared/view/reading.ts';
import type { AlertRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { countOf, type Observation, type Warning } from '../../../shared/world/alert.ts';
import { callText, type HypercallName } from '../../../shared/world/machine/hypercall.ts';

export const hostName = (id: number): string => `H${id}`;
export const vmName = (id: number): string => `vm${id}`;
export const storeName = (id: number): string => `DS${id}`;

/** A number of points with its sign. */
export function signed(points: number): string {
  const sign = points > 0 ? '+' : points < 0 ? '−' : '±';
  return `${sign}${Math.abs(points)}`;
}

/** Which folder of names a value by that name is said from. */
const NAMED: Readonly<Record<string, string>> = {
  workload: 'names.workloads',
  asset: 'names.assets',
  zone: 'names.zones',
  policy: 'names.scrub',
  power: 'names.power',
  technique: 'names.techniques',
  misfit: 'names.misfits',
  lack: 'names.noFunction',
  platform: 'names.platforms',
  image: 'names.images',
  component: 'names.components',
  device: 'names.devices',
  tool: 'names.tools',
  grant: 'names.grants',
  model: 'names.models',
  trap: 'names.traps',
  action: 'names.filters',
  choice: 'names.choices',
  how: 'names.patching',
  watch: 'names.watches',
  service: 'names.services',
  nature: 'names.natures',
  why: 'names.doors',
  ring: 'names.footings',
  setting: 'names.settings',
  mode: 'names.portModes',
  shares: 'names.shares',
  added: 'reports.edits',
  gateway: 'reports.gateways',
  reason: 'reports.reasons',
  role: 'ui.roles',
};

/** Tables that a number by that name is an id of. */
const TABLES = {
  asset: 'assets',
  zone: 'zones',
  tenant: 'tenants',
  victim: 'tenants',
  image: 'images',
} as const;

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

export function imageName(say: Speaker, view: BlueView | null, id: number): string {
  const name = rowOf(view, 'images', id)?.name;
  return name === undefined ? '' : say(`names.images.${name}`);
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
  if (key === 'host') return value === 0 ? say('names.places.wire') : hostName(value);
  if (key === 'store') return storeName(value);
  if (key === 'vm' || key === 'peer') {
    return value === 0 ? say('names.zones.internet') : vmName(value);
  }
  if (key === 'operand' || key === 'bound') return figure(value);
  if (!isTable(key)) return value;
  const name = rowOf(view, TABLES[key], value)?.name;
  return name === undefined ? value : wordedName(say, key, name, view);
}

function wordedName(say: Speaker, key: string, value: string, view: BlueView | null): string {
  if (key === 'tenant' || key === 'victim')
    return value === '' ? '' : say(`names.tenants.${value}.name`);
  if (key === 'attack') return say(`attacks.${value}.name`);
  if (key === 'flaw') return say(`flaws.${value}.name`);
  if (key === 'subject') return placeOf(say, view, value);
  if (key === 'from' || key === 'to') return endOf(say, value);
  if (key === 'policy' && value === 'on-delete') return say('names.wipe.on-delete');
  if (key === 'device' && value === '') return say('names.devices.none');
  const folder = NAMED[key];
  return folder === undefined || value === '' ? value : say(`${folder}.${value}`);
}

/** What something was changed to, or the zone at one end of a rule. */
function endOf(say: Speaker, value: string): string {
  const folder = value in switched ? 'switched' : 'zones';
  return say(`names.${folder}.${value === '' ? 'any' : value}`);
}

/** Where `from` and `to` are hosts; elsewhere they are builds, zones or settings. */
const BETWEEN_HOSTS: ReadonlySet<string> = new Set([
  'moved',
  'vm-moved',
  'vm-moving',
  'host-login',
  'host-login-refused',
  'takeover-login',
]);

/** The values of an event or an observation of that kind. */
export function wordedEvent(
  say: Speaker,
  kind: string,
  raw: Readonly<Record<string, unknown>>,
  view: BlueView | null,
): Values {
  const values = worded(say, raw, view);
  if (!BETWEEN_HOSTS.has(kind)) return values;
  const to = raw.to === undefined ? {} : { to: hostName(Number(raw.to)) };
  return { ...values, from: hostName(Number(raw.from)), ...to };
}

/** A thing by its short name: `H1`, `vm3`, `결제 요청`. */
export function placeOf(say: Speaker, view: BlueView | null, ref: string): string {
  const { table, id } = splitRef(ref);
  switch (table) {
    case 'hosts':
      return hostName(id);
    case 'vms':
      return vmName(id);
    case 'stores':
      return storeName(id);
    case 'assets':
      return assetName(say, view, id) || ref;
    case 'zones':
      return zoneName(say, view, id) || ref;
    case 'images':
      return imageName(say, view, id) || ref;
    case 'advisories': {
      const name = rowOf(view, 'advisories', id)?.name;
      return name === undefined ? ref : say(`flaws.${name}.name`);
    }
    case 'switches':
      return `${hostName(id)} ${say('ui.inspector.switch')}`;
    case 'segments':
      return zoneName(say, view, rowOf(view, 'segments', id)?.zone ?? 0) || ref;
    case 'policies':
      return say('ui.inspector.intended');
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

/** What is seen of these is for the service that the alert names; a scan goes on from VM to VM. */
const FOR_ONE_SERVICE: ReadonlySet<string> = new Set(['exploit', 'bulk']);

/** The values of an alert's title and body. */
export function alertValues(say: Speaker, alert: AlertRow, view: BlueView): Values {
  const vm = rowOf(view, 'vms', alert.vm);
  const { seen } = alert;
  const owner = tenantOfAsset(view, 'asset' in seen ? seen.asset : 0);
  const values = wordedEvent(
    say,
    seen.kind,
    {
      host: alert.host,
      vm: alert.vm,
      ...(vm === null ? {} : { workload: vm.workload }),
      tenant: owner !== 0 ? owner : (vm?.tenant ?? 0),
      ...seen,
    },
    view,
  );
  switch (seen.kind) {
    case 'traffic':
      return {
        ...values,
        aimed: say(`reports.aimed.${FOR_ONE_SERVICE.has(seen.nature) ? 'service' : 'any'}`, {
          ...values,
          count: countOf(seen.fates),
        }),
        ends: endsText(say, seen, values),
        fates: fatesText(say, seen.fates, view),
      };
    case 'new-pair':
    case 'new-bulk':
      return { ...values, ends: endsText(say, seen, values) };
    case 'exit': {
      const model = seen.device === 'svga' ? 'display' : 'device';
      const what = seen.call === '' ? model : seen.call === 'memory_op' ? 'answer' : 'entry';
      const aim = seen.call === '' ? {} : { device: hypercallText(say, seen.call) };
      const sizes = { ...values, operand: figure(seen.operand), bound: figure(seen.bound) };
      return { ...values, ...aim, measured: say(`reports.measured.${what}`, sizes) };
    }
    case 'nothing-found':
      return { ...values, looked: say(`reports.looked.${lookedAt(alert)}`) };
    case 'complaint':
    case 'host-complaint':
    case 'shortage':
    case 'pool-empty':
    case 'no-disk':
      return { ...values, rang: warningsText(say, seen.rang) };
    default:
      return values;
  }
}

/** A hypercall by its name and number. */
const hypercallText = (say: Speaker, call: HypercallName): string =>
  `${say('names.exits.hypercall')} ${callText(call)}`;

type Traffic = Extract<Observation, { readonly kind: 'traffic' }>;

/** Whom packets were sent to: of a scan the first, and how many more. */
function endsText(say: Speaker, { others }: Pick<Traffic, 'others'>, values: Values): string {
  const peer = values.peer ?? '';
  if (others.length === 0) return String(peer);
  return say('reports.fates.ends', { peer, count: others.length });
}

/** What became of packets; of how many each, where they came to several ends. */
function fatesText(say: Speaker, fates: Traffic['fates'], view: BlueView): string {
  const said = fates.map(([kind, where, count]) => {
    const place = worded(say, { host: where, vm: where, zone: where }, view);
    const fate = say(`names.fates.${kind}`, place);
    return fates.length === 1 ? fate : say('reports.fates.some', { count, fate });
  });
  return said.join(', ');
}

/** What a look that found nothing had looked at: it says nothing of anything else. */
function lookedAt({ sensor, vm }: AlertRow): 'policy' | 'measured' | 'vm' | 'host' {
  if (sensor === 'verification') return 'policy';
  if (sensor === 'S12') return 'measured';
  return vm === 0 ? 'host' : 'vm';
}

/** Alerts that are named before the rest are counted. */
const MOST_NAMED = 3;

/** What had told of a harm before its victim did: what nobody looked into, or all there was. */
function warningsText(say: Speaker, rang: readonly Warning[]): string {
  if (rang.length === 0) return say('reports.rang.none');
  const missed = rang.filter(({ read }) => !read);
  const named = missed.length > 0 ? missed : rang;
  const alerts = named
    .slice(0, MOST_NAMED)
    .map(({ sensor, tick }) => `${say(`sensors.${sensor}.name`)} ${clockOf(tick)}`)
    .join(', ');
  const more = named.length - MOST_NAMED;
  return say(`reports.rang.${missed.length > 0 ? 'missed' : 'read'}`, {
    alerts: more > 0 ? say('reports.rang.more', { alerts, count: more }) : alerts,
  });
}

/** The values of a command's texts. */
export function commandValues(
  say: Speaker,
  args: Readonly<Record<string, unknown>>,
  view: BlueView | null,
): Values {
  return worded(say, args, view);
}

/** A command by its name, which may say what it is about: `H1에 만들기`. */
export function commandName(
  say: Speaker,
  command: string,
  args: Readonly<Record<string, unknown>>,
  view: BlueView | null,
): string {
  return say(`commands.${command}.name`, commandValues(say, args, view));
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
