import { asks } from '../../../../shared/commands/badges.ts';
import { wayOutOf } from '../../../../shared/mechanics/processor/way-out.ts';
import { componentsOf } from '../../../../shared/mechanics/upkeep/patching.ts';
import { clockOf } from '../../../../shared/text/clock.ts';
import { figure } from '../../../../shared/text/figure.ts';
import type { Speaker, Values } from '../../../../shared/text/speak.ts';
import { fixFor, wantsRestart } from '../../../../shared/view/advisories.ts';
import type { Blast } from '../../../../shared/view/blast/blast.ts';
import { openToL1tf } from '../../../../shared/view/fitness.ts';
import type { HostRow, VmRow } from '../../../../shared/view/machine-rows.ts';
import { comingTo, unboundOn, versionsBehind } from '../../../../shared/view/network/drift.ts';
import { falseGateways, onTrunk } from '../../../../shared/view/network/ports.ts';
import {
  foreignFrames,
  isTaken,
  mergedOn,
  promisedOn,
  rowOf,
  rowsOf,
} from '../../../../shared/view/reading.ts';
import { credentialMark, integrityOf, keyShapeOf } from '../../../../shared/view/trust.ts';
import type { BlueView } from '../../../../shared/view/view.ts';
import type { RowRef } from '../../../../shared/world/fact.ts';
import { categoryOf } from '../../../../shared/world/machine/category.ts';
import { serviceOf } from '../builds.ts';
import type { Layer } from '../layers.ts';
import type { Detail } from '../role-details.ts';
import { hostName, tenantName, zoneName } from '../wording.ts';

/** What decides what is said of a line of the tree, beside the view. */
export interface TreeLook {
  readonly say: Speaker;
  readonly layer: Layer;
  /** What could fall from where one looks, in the layer that shows it. */
  readonly blast?: Blast | null;
  /** Whether a detail is another role's to say. */
  readonly hidden: (detail: Detail) => boolean;
}

/**
 * What the map shows by drawing, in words, for each line of the tree: what is wrong there in any
 * layer, then what the layer is about. Residue of hosts and power of VMs stand there for all to see.
 */
export function treeWords(view: BlueView, look: TreeLook): ReadonlyMap<RowRef, string> {
  const words = new Map<RowRef, string>();
  const unfiltered = new Set<number>();
  for (const host of rowsOf(view, 'hosts')) {
    const unbound = look.hidden('drift') ? [] : unboundOn(view, host.id);
    for (const { id } of unbound) unfiltered.add(id);
    words.set(`hosts/${host.id}`, ofHost(view, host, unbound.length, look).join(', '));
  }
  for (const vm of rowsOf(view, 'vms')) {
    words.set(`vms/${vm.id}`, ofVm(view, vm, unfiltered.has(vm.id), look).join(', '));
  }
  return words;
}

/** Where something stands in a blast radius. */
function inBlast(
  say: Speaker,
  starts: readonly number[],
  roads: ReadonlyMap<number, number>,
  id: number,
): string {
  const road = roads.get(id);
  if (road !== undefined) return say('ui.trust.byRoad', { number: road });
  return say(`ui.trust.${starts.includes(id) ? 'begins' : 'outOfReach'}`);
}

/** What is so of it, each in words. */
const listed = (items: readonly (string | false)[]): string[] =>
  items.filter((item): item is string => item !== false);

function ofHost(
  view: BlueView,
  host: HostRow,
  unbound: number,
  { say, layer, hidden, blast = null }: TreeLook,
): string[] {
  const t = (key: string, values: Values = {}): string => say(`ui.tree.${key}`, values);
  const gate = rowOf(view, 'switches', host.id);
  const behind = hidden('drift') ? 0 : versionsBehind(view, host.id);
  const coming = hidden('drift') ? null : comingTo(view, host.id);
  const fix = hidden('builds') ? 0 : fixFor(view, componentsOf(host), host.build);
  const blocks = host.freeBlocks.filter((id) => {
    const block = rowOf(view, 'blocks', id);
    return block !== null && block.residue !== 0 && !block.sealed;
  }).length;
  const mark = credentialMark(view, host);
  const whose = rowOf(view, 'dedications', host.id)?.tenant ?? 0;
  const below = asks(view, 'shares-hardware');
  const l1tf = openToL1tf(host);
  return listed([
    isTaken(view, host) && t('taken'),
    whose !== 0 && t('dedicated', { tenant: tenantName(say, view, whose) }),
    mark !== '' && asks(view, 'shares-credential') && t('credential', { mark }),
    behind > 0 && t('behind', { count: behind }),
    unbound > 0 && t('unbound', { count: unbound }),
    coming !== null && t(coming === 'nothing' ? 'takesNothing' : 'pushComes'),
    gate !== null && (gate.overloaded || gate.dropsUntil > view.tick) && t('drops'),
    fix > 0 && t('hostBuild', { build: host.build, fix }),
    host.overcommit &&
      (layer === 'compute' || layer === 'memory') &&
      t('overcommit', { promised: promisedOn(view, host.id) }),
    blocks > 0 && t('blocks', { count: blocks }),
    ...(below && (layer === 'compute' || layer === 'memory')
      ? listed([
          host.dedup && t('merges', { count: mergedOn(view, host.id) }),
          host.cachePartition && t('parted'),
          host.smt && t('smt'),
          host.l1Flush && t('l1Flush'),
          l1tf && t('l1tf'),
          !host.rowGuard && t('unguarded'),
          host.counters && t('counters'),
        ])
      : []),
    layer === 'compute' && t('load', { percent: Math.round(host.load / 10) }),
    layer === 'network' &&
      gate !== null &&
      `${say('ui.inspector.watch')}: ${say(`names.watchesInFull.${gate.watch}`)}`,
    layer === 'traps' && say(`names.platforms.${host.platform}`),
    ...(layer === 'trust' && host.build > 0
      ? [
          say(`ui.trust.integrity.${integrityOf(view, host)}`, { time: clockOf(host.attested) }),
          say('ui.trust.key', {
            name: say(`ui.trust.shape.${keyShapeOf(view, host.credential)}`),
          }),
          blast !== null && inBlast(say, blast.startHosts, blast.roadToHost, host.id),
        ].filter((one) => one !== false)
      : []),
    ...(layer === 'traps' ? host.filters : []).map(
      ({ trap, action }) => `${say(`names.traps.${trap}`)}: ${say(`names.filters.${action}`)}`,
    ),
  ]);
}

/** How it is moved is said where it matters. */
function movingWord(view: BlueView, { moveEncrypted }: VmRow): string {
  if (moveEncrypted) return 'movingSealed';
  return asks(view, 'plain-migration') ? 'movingPlain' : 'moving';
}

function ofVm(
  view: BlueView,
  vm: VmRow,
  unfiltered: boolean,
  { say, layer, hidden, blast = null }: TreeLook,
): string[] {
  const t = (key: string, values: Values = {}): string => say(`ui.tree.${key}`, values);
  const running = vm.power === 'running';
  const builds = !hidden('builds');
  const foreign = foreignFrames(view, vm).length;
  const quarantined = rowOf(view, 'zones', vm.zone)?.name === 'quarantine';
  const leaking = rowsOf(view, 'breaches').some(
    ({ kind, open, asset }) => kind === 'leak' && open && asset === vm.asset && asset !== 0,
  );
  const code = rowsOf(view, 'alerts').some(
    ({ seen, state, vm: at }) => seen.kind === 'code-found' && state !== 'over' && at === vm.id,
  );
  const gateways = falseGateways(view);
  // A container has no kernel of its own.
  const own = builds && vm.technique !== 'container';
  const kernelFix = own ? fixFor(view, ['guest-kernel'], vm.kernel) : 0;
  const serviceFix = builds ? fixFor(view, serviceOf(vm), vm.service) : 0;
  return listed([
    tenantName(say, view, vm.tenant),
    leaking && t('leaking'),
    code && t('code'),
    quarantined && t('quarantined'),
    unfiltered && t('unfiltered'),
    ...vm.faults.map(({ kind }) => say(`names.faults.${kind}`)),
    vm.swapped > 0 && t('swapped', { count: vm.swapped }),
    foreign > 0 && t('foreign', { count: foreign }),
    vm.memoryEncrypted && t('memoryEncrypted'),
    vm.movingTo !== 0 && t(movingWord(view, vm), { host: hostName(vm.movingTo) }),
    kernelFix > 0 && t('kernel', { build: vm.kernel, fix: kernelFix }),
    serviceFix > 0 && t('service', { build: vm.service, fix: serviceFix }),
    builds && wantsRestart(view, vm) && t('restart'),
    layer === 'compute' && running && t('served', { percent: Math.round(vm.served / 10) }),
    (layer === 'compute' || layer === 'traps') && say(`names.techniquesInFull.${vm.technique}`),
    layer === 'compute' && say(`names.categories.${categoryOf(vm.workload)}`),
    layer === 'memory' && t('frames', { count: vm.memory.length + vm.merged.length }),
    layer === 'memory' && vm.merged.length > 0 && t('merged', { count: vm.merged.length }),
    layer === 'network' && zoneName(say, view, vm.zone),
    layer === 'trust' && !vm.memoryEncrypted && say('ui.trust.readable'),
    layer === 'trust' && blast !== null && inBlast(say, blast.startVms, blast.roadToVm, vm.id),
    layer === 'network' && onTrunk(view, vm) && say('ui.match.trunkPort'),
    gateways.has(vm.id) && say('ui.match.falseGateway'),
    vm.card !== 'virtual' && say(`names.cards.${vm.card}`),
    layer === 'traps' &&
      running &&
      `${say(`ui.inspector.${wayOutOf(vm.technique)}`)}: ${figure(vm.exits)}`,
  ]);
}
