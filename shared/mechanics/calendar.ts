import type { CalendarEntry } from '../world/calendar.ts';
import { fact, provenanceOf, setFact } from '../world/fact.ts';
import { type Actor, NATURE } from '../world/history.ts';
import { SCENARIO } from '../world/ids.ts';
import { find, get, rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import type { Vm } from '../world/vm.ts';
import { snapshotsOf } from './disk.ts';
import { probeDevice } from './exits.ts';
import { ownerLeaves } from './leases.ts';
import { destroyVm } from './lifecycle.ts';
import { hasRoomFor, moveVm } from './migration.ts';
import { carry } from './network/benign.ts';
import { editRules } from './network/edit.ts';
import { pushTo } from './network/push.ts';
import { openRequest } from './people.ts';
import { revert, takeSnapshot } from './snapshots.ts';

/** The calendar's stage: everything that people do in this tick without being asked (rule T2). */
export function calendar(turn: Turn): void {
  const { world } = turn;
  for (;;) {
    const entry = world.calendar[world.nextEntry];
    if (!entry || entry.tick > world.tick) return;
    world.nextEntry += 1;
    happen(turn, entry);
  }
}

function happen(turn: Turn, entry: CalendarEntry): void {
  const { world } = turn;
  switch (entry.kind) {
    case 'wants-vm':
      openRequest(turn, entry.tenant, { kind: 'create', plan: entry.plan }, SCENARIO);
      return;
    case 'policy-edit':
      editRules(turn, entry.rule, entry.edit, NATURE, SCENARIO);
      if (entry.pushed) pushEverywhere(turn);
      return;
    case 'advisory':
      publish(turn, entry.flaw);
      return;
    default: {
      const vm = find(world.vms, entry.vm);
      if (vm) happenTo(turn, vm, entry);
    }
  }
}

type AboutVm = Extract<CalendarEntry, { readonly vm: number }>;

function happenTo(turn: Turn, vm: Vm, entry: AboutVm): void {
  const { world } = turn;
  const actor: Actor = { kind: 'tenant', id: vm.tenant };
  const origin = { actor, cause: SCENARIO };
  switch (entry.kind) {
    case 'wants-rid':
      openRequest(turn, vm.tenant, { kind: 'destroy', vm: vm.id }, SCENARIO);
      return;
    case 'wants-more':
      openRequest(turn, vm.tenant, { kind: 'grow', vm: vm.id, frames: entry.frames }, SCENARIO);
      return;
    case 'deletes-own':
      destroyVm(turn, vm.id, actor, SCENARIO);
      return;
    case 'snapshots-own':
      if (get(world.hosts, vm.host).freeBlocks.length > 0) {
        takeSnapshot(turn, vm.id, actor, SCENARIO);
      }
      return;
    case 'reverts-own': {
      const snapshot = snapshotsOf(world, vm.id).at(-1);
      if (snapshot) revert(turn, vm.id, snapshot.id, actor, SCENARIO);
      return;
    }
    case 'owner-leaves':
      ownerLeaves(turn, vm.id, SCENARIO);
      return;
    case 'balances':
      if (hasRoomFor(world, vm.id, entry.host)) moveVm(turn, vm.id, entry.host, NATURE, SCENARIO);
      return;
    case 'scan':
    case 'backup':
      if (find(world.vms, entry.peer) === null) return;
      carry(turn, entry.kind === 'scan' ? 'probe' : 'bulk', vm.id, entry.peer, origin);
      return;
    case 'probes-device':
      if (vm.power === 'running') probeDevice(turn, vm.id, entry.device, origin);
      return;
  }
}

/** Whoever edited the policy gave it to every switch at once. */
function pushEverywhere(turn: Turn): void {
  const { world } = turn;
  const edited = provenanceOf(world, fact('policies', 1, 'rules'));
  for (const host of rows(world.hosts)) pushTo(turn, host.id, edited);
}

/** An advisory comes out: from now on there is a patch, and everyone knows the flaw (rule G1). */
function publish(turn: Turn, flaw: Extract<CalendarEntry, { kind: 'advisory' }>['flaw']): void {
  const published = emit(turn, 'flaw-published', {
    actor: NATURE,
    subjects: [`flaws/${flaw}`],
    causes: [],
    data: { flaw },
  });
  setFact(turn.world, 'flaws', flaw, 'public', true, published);
  setFact(turn.world, 'flaws', flaw, 'publishedAt', turn.world.tick, published);
}
