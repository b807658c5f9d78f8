import { rowsOf } from '../../../view/reading.ts';
import type { AlertRow } from '../../../view/rows.ts';
import type { BlueView } from '../../../view/view.ts';
import type { Observation } from '../../../world/alert.ts';
import type { Wish } from '../defender.ts';
import { alertsOf, has, openAlerts, standingAlerts, zoneNamed } from '../reading.ts';
import type { Duty } from './duty.ts';

/** Ends what bleeds: victims are told, and a host that fell is installed anew. */
export const close: Duty = {
  family: null,
  gives: ['close-breach', 'rebuild-host'],
  wishes: (view) =>
    rowsOf(view, 'breaches')
      // What goes short has enough again when nothing takes it any more: that is no matter of closing.
      .filter(({ open, kind }) => open && (kind === 'leak' || kind === 'takeover'))
      .map(({ kind, asset, host }) =>
        kind === 'takeover'
          ? { command: 'rebuild-host', args: { host } }
          : { command: 'close-breach', args: { asset } },
      ),
};

/** Whether a VM is shut off already, or off. */
const contained = (view: BlueView, vm: number): boolean => {
  const row = view.tables.vms[vm];
  return row?.power !== 'running' || row.zone === zoneNamed(view, 'quarantine');
};

/** Whether a service lives on what passes between the two: what looks odd there may be its everyday. */
const flowBetween = (view: BlueView, from: number, to: number): boolean =>
  rowsOf(view, 'flows').some((flow) => flow.from === from && flow.to === to);

/** What nobody does lawfully from a VM of the room: to claim an address, to hand out addresses, to hop VLANs. */
const ofLayer2: readonly string[] = ['arp-claim', 'dhcp-offer', 'tagged'];

/** Shuts off a VM in which something was found, or from which something was done. */
export const contain: Duty = {
  family: null,
  gives: ['stop-vm', 'quarantine-vm'],
  wishes: (view) => {
    const guilty = new Set<number>();
    const escaping = new Set<number>();
    for (const { vm } of alertsOf(view, 'code-found')) guilty.add(vm);
    for (const { vm } of alertsOf(view, 'kernel-altered')) escaping.add(vm);
    for (const { vm, seen } of alertsOf(view, 'exit'))
      if (seen.operand > seen.bound) escaping.add(vm);
    for (const { vm, seen } of alertsOf(view, 'foreign-residue')) if (seen.read > 0) guilty.add(vm);
    for (const { vm, seen } of alertsOf(view, 'traffic')) {
      const lawful = seen.nature === 'exploit' && flowBetween(view, vm, seen.peer);
      if ((seen.nature === 'exploit' && !lawful) || ofLayer2.includes(seen.nature)) guilty.add(vm);
    }
    for (const { vm } of alertsOf(view, 'vm-claims-host')) guilty.add(vm);
    for (const { vm } of alertsOf(view, 'ssh-burst')) guilty.add(vm);
    for (const { vm, seen } of alertsOf(view, 'mac-changed')) {
      if (view.tables.vms[vm]?.tenant !== view.tables.vms[seen.peer]?.tenant) guilty.add(vm);
    }
    const how = has(view, 'quarantine-vm') ? 'quarantine-vm' : 'stop-vm';
    return [
      // Its network is no way out that it would need: only what is off goes no further.
      ...[...escaping]
        .filter((vm) => view.tables.vms[vm]?.power === 'running')
        .map((vm) => ({ command: 'stop-vm', args: { vm } })),
      ...[...guilty]
        .filter((vm) => vm !== 0 && !contained(view, vm))
        .map((vm) => ({ command: how, args: { vm } })),
    ];
  },
};

/** How long a look into a VM is good for. */
const LOOK_LASTS = 300;

/** VMs that somebody has looked into within so many ticks. */
export const lookedInto = (view: BlueView, lasts = LOOK_LASTS): Set<number> =>
  new Set(
    rowsOf(view, 'alerts')
      .filter(({ sensor, tick }) => sensor === 'investigation' && view.tick - tick < lasts)
      .map(({ vm }) => vm),
  );

/** Whether any of what was seen got to where it was sent. */
const gotThrough = ({ fates }: Extract<Observation, { readonly kind: 'traffic' }>): boolean =>
  fates.some(([fate]) => fate === 'delivered');

/** VMs that an alert gives reason to look into: whom it was done to, then who did it. */
function suspects({ vm, seen }: AlertRow): number[] {
  switch (seen.kind) {
    case 'traffic':
      return seen.nature === 'exploit' && gotThrough(seen) ? [seen.peer, vm] : [vm, seen.peer];
    case 'new-pair':
    case 'new-bulk':
      return [vm, seen.peer];
    case 'mac-changed':
    case 'vm-claims-host':
    case 'exit':
    case 'syscall':
    case 'process-error':
    case 'kernel-error':
    case 'nested-run':
    case 'debug-registers':
    case 'core-stuck':
    case 'disk-full':
    case 'reverted':
    case 'searching':
      return [vm];
    default:
      return [];
  }
}

/** Looks into every VM that an alert points to: what did it, and what it was done to. */
export const investigate: Duty = {
  family: null,
  gives: ['investigate-vm'],
  wishes: (view) => {
    const looked = lookedInto(view);
    const odd = new Set(standingAlerts(view).flatMap(suspects));
    return [...odd]
      .filter((vm) => vm !== 0 && !looked.has(vm))
      .filter((vm) => view.tables.vms[vm]?.memoryEncrypted === false)
      .map((vm) => ({ command: 'investigate-vm', args: { vm } }));
  },
};

/** Puts away what has been dealt with: what asks for no look, and what has been looked into. */
export function settled(view: BlueView): Wish[] {
  const looked = lookedInto(view);
  const done = (alert: AlertRow): boolean =>
    !LASTING.has(alert.seen.kind) &&
    suspects(alert).every((vm) => vm === 0 || !view.tables.vms[vm] || looked.has(vm));
  return openAlerts(view)
    .filter(done)
    .map(({ id }) => ({ command: 'acknowledge-alert', args: { alert: id } }));
}

/** Alerts that end by themselves when what they tell of does, or that a duty still reads. */
const LASTING: ReadonlySet<string> = new Set([
  'residue-free',
  'residue-blocks',
  'orphan',
  'lease-over',
  'unpatched',
  'duplicate-keys',
  'image-secret',
  'image-outdated',
  'image-drift',
  'config-drift',
  'code-found',
  'kernel-altered',
  'host-login',
  'host-login-refused',
  'host-claims-host',
  'ssh-burst',
  'admin-login-refused',
  'steal',
  'swapping',
  'api-calls',
  'launch-burst',
  'pool-empty',
  'core-stuck',
  'disk-full',
  'no-disk',
]);

/** Makes anew what an intruder was found in. */
export const rebuild: Duty = {
  family: 'images',
  gives: ['rebuild-vm'],
  wishes: (view) => {
    const found = new Set(
      [...alertsOf(view, 'code-found'), ...alertsOf(view, 'kernel-altered')].map(({ vm }) => vm),
    );
    return [...found]
      .filter((vm) => view.tables.vms[vm])
      .map((vm) => ({ command: 'rebuild-vm', args: { vm } }));
  },
};
