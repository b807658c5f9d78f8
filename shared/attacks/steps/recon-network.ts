import { meet, ringOf } from '../../mechanics/harm/intrusion.ts';
import { sharesKeys } from '../../mechanics/images/entropy.ts';
import { answersThere } from '../../mechanics/management/access.ts';
import { reachesServer } from '../../mechanics/management/server.ts';
import { leaves, reaches } from '../../mechanics/network/path.ts';
import { shareSegment } from '../../mechanics/network/segments.ts';
import { leaveTrail } from '../../mechanics/network/trail.ts';
import { managementOf } from '../../mechanics/network/transit.ts';
import { isTrunk, tagFor } from '../../mechanics/network/trunk.ts';
import { reachesRepository } from '../../mechanics/stores/backups.ts';
import { liesOn, mountsStore } from '../../mechanics/stores/stores.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import type { Host } from '../../world/machine/host.ts';
import { HOST_SERVICES, type HostService } from '../../world/machine/management.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import type { Attacker, Notes } from '../../world/people/attacker.ts';
import {
  inside,
  lookedFrom,
  noteDown,
  scanNote,
  vmNote,
  wayNote,
} from '../../world/people/known.ts';
import { find, rows } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { disksSeen, librarySeen } from '../files-seen.ts';
import { sourceSends } from '../needs/source.ts';

/**
 * A look around the network, from the internet or from a VM. It knocks at every address and notes
 * what answers, how old it is, and by the time it took whether it is on the same host (Ristenpart
 * and others, CCS 2009). In its own segment it hears even of who does not answer, and at a trunk it tries the tags
 * that it hears (rules A22, A109). Of hosts it notes which services answer on their management interfaces.
 */
export const reconNetwork = defineAttack({
  id: 'recon-network',
  catalogue: null,
  targets: [7],
  family: null,
  takes: ['from'],
  brings: 'notes',
  needs: sourceSends,
  length: (lengths) => lengths.recon,
  resolve: (world, attacker, { from = NONE }) => {
    if (from === NONE) return { attacker: attacker.id, from };
    const id = attacker.knownVms[from - 1] ?? NONE;
    const there = find(world.vms, id) && ringOf(world, attacker.id, id) !== 'none';
    return there ? { attacker: attacker.id, from: id } : null;
  },
  strikes: atTheEnd,
  opening: (turn, { attacker, operation }, { from = NONE }) => {
    if (from !== NONE && find(turn.world.vms, from)?.power !== 'running') return;
    const origin = { actor: { kind: 'attacker', id: attacker.id }, cause: operation.act } as const;
    for (const { id: to, workload } of strangers(turn.world, attacker)) {
      const { serves: service } = WORKLOADS[workload];
      leaveTrail(turn, { nature: 'probe', from: from as VmId | 0, to, service }, origin);
    }
  },
  effect: (turn, { attacker, operation }, { from = NONE }, proof) => {
    const { world } = turn;
    const number = operation.args.from ?? NONE;
    const out = leaves(world, from as VmId | 0, NONE, 'web');
    const found: Record<string, number | string> =
      from === NONE
        ? {}
        : {
            [wayNote(number, NONE, 'reach')]: out ? 1 : 0,
            ...(managementOf(world, from) > 0 ? { [vmNote(number, 'hears-hosts')]: 1 } : {}),
            [vmNote(number, 'trunk')]: isTrunk(world, from as VmId) ? 1 : 0,
          };
    Object.assign(found, filesSeen(world, attacker, { from: from as VmId | 0, number }));
    Object.assign(found, librarySeen(world, attacker, { from, number }));
    Object.assign(found, disksSeen(world, attacker, { from, number }));
    Object.assign(found, backupsHeard(world, { from: from as VmId | 0, number }));
    Object.assign(found, hostsHeard(world, attacker, { from: from as VmId | 0, number }));
    for (const vm of strangers(world, attacker)) {
      Object.assign(found, look(world, attacker, { from: from as VmId | 0, number }, vm));
    }
    const fresh = noteDown(attacker.notes, found);
    const scans = scanNote(operation.args.from ?? NONE);
    attacker.notes[scans] = Number(attacker.notes[scans] ?? 0) + 1;
    attacker.notes[lookedFrom(number)] = world.tick;
    emit(turn, 'learned', {
      actor: { kind: 'attacker', id: attacker.id },
      subjects: from === NONE ? [] : [`vms/${from}`],
      causes: proof.causes,
      data: { attack: operation.attack, notes: fresh },
    });
  },
  prospects: (known) =>
    [NONE, ...inside(known, 'user').map(({ number }) => number)].map((from) => ({
      attack: 'recon-network',
      args: { from },
      gain: { kind: 'notes' },
      // A first look always shows something; another may show nothing new.
      sure: known.notes[scanNote(from)] === undefined,
    })),
  words: {
    name: { ko: '네트워크 정찰', en: 'Network reconnaissance' },
    does: {
      ko: '네트워크를 스캔해 어느 서비스에 도달하는지, 얼마나 오래된 빌드인지, 같은 호스트인지를 알아냅니다. 지나는 곳마다 스캔 패킷이 보입니다.',
      en: 'Scans the network: what answers, how old it is, and whether it is on the same host. The scan shows wherever it passes.',
    },
    lead: {
      ko: '공격자는 주소를 하나씩 스캔해 무엇이 응답하는지, 얼마나 오래되었는지, 같은 호스트에 있는지를 알아냈습니다. 훔친 것은 없습니다.',
      en: 'The attacker scanned every address and noted what answers, how old it is and whether it is on the same host. Nothing was taken.',
    },
    title: { ko: '공격자가 네트워크를 정찰했습니다', en: 'The attacker scanned the network' },
    needs: {
      'source-runs': {
        ko: '공격자가 패킷을 보낸 VM이 켜져 있었다',
        en: 'The VM that the attacker sent from was running',
      },
      'code-in-source': {
        ko: '공격자가 그 VM 안에서 코드를 실행할 수 있었다',
        en: 'The attacker could run code in that VM',
      },
    },
  },
});

/** What answers on the management interfaces of hosts: SLP tells of a host which build it has (FACTS B39). */
function hostsHeard(world: World, { notes }: Attacker, { from, number }: Lookout): Notes {
  const answering = (service: HostService): Host[] =>
    [...rows(world.hosts)].filter(({ id }) => answersThere(world, from, id, service));
  const builds = answering('slp').map(({ build }) => build);
  const heard = HOST_SERVICES.filter((service) => answering(service).length > 0);
  const key = vmNote(number, 'host-services');
  const server = reachesServer(world, from) ? (world.policies[1]?.serverBuild ?? 0) : 0;
  const seen = server === 0 ? {} : { [vmNote(number, 'server-build')]: server };
  // Where nothing has ever answered there is nothing to write down.
  if (heard.length === 0 && notes[key] === undefined) return seen;
  return {
    ...seen,
    [key]: heard.join(','),
    ...(builds.length === 0 ? {} : { [vmNote(number, 'slp-build')]: Math.min(...builds) }),
  };
}

/** Files of saved memory on datastores that are mounted from there, of VMs of others: their names tell (rule A151). */
function filesSeen(world: World, { tenant, notes }: Attacker, { from, number }: Lookout): Notes {
  const mounted = [...rows(world.stores)].filter(({ id }) => mountsStore(world, from, id));
  const files = [...rows(world.snapshots)].filter(
    (snapshot) =>
      snapshot.memory &&
      mounted.some((store) => liesOn(snapshot, store)) &&
      find(world.vms, snapshot.vm)?.tenant !== tenant,
  );
  const key = vmNote(number, 'saved-memory');
  // Where no store has ever been mounted there is nothing to write down.
  return mounted.length === 0 && notes[key] === undefined ? {} : { [key]: files.length };
}

/** Which build backup servers say that they have, the oldest: as far as they answer there (rule A153). */
function backupsHeard(world: World, { from, number }: Lookout): Notes {
  const builds = [...rows(world.repositories)]
    .filter(({ id }) => reachesRepository(world, from, id))
    .map(({ build }) => build);
  return builds.length === 0 ? {} : { [vmNote(number, 'backup-build')]: Math.min(...builds) };
}

/** VMs of other tenants that run: what there is to be found. */
function strangers(world: World, { tenant }: Attacker): Vm[] {
  return [...rows(world.vms)].filter((vm) => vm.power === 'running' && vm.tenant !== tenant);
}

/** Where they look from: the VM, or 0 for the internet, and the attacker's own number for it. */
interface Lookout {
  readonly from: VmId | 0;
  readonly number: number;
}

/** What is to be noted about one VM. Who is met is known by a number from then on. */
function look(world: World, attacker: Attacker, { from, number }: Lookout, vm: Vm): Notes {
  if (vm.id === from) return {};
  const { serves } = WORKLOADS[vm.workload];
  const reached = reaches(world, from, vm.id, serves);
  const here = find(world.vms, from);
  const beside = shareSegment(world, from, vm.id);
  const trunk = from !== NONE && isTrunk(world, from);
  const tagged = trunk && tagFor(world, from, vm.id, serves) !== NONE;
  if (!reached && !beside && !tagged) {
    const known = attacker.knownVms.indexOf(vm.id) + 1;
    return known === 0 ? {} : { [wayNote(number, known, 'reach')]: 0 };
  }
  const met = meet(attacker, vm.id);
  // That nobody has updated it since they looked last is no news by itself.
  const before = attacker.notes[vmNote(met, 'service-build')];
  if (before !== undefined && (reached || tagged)) {
    attacker.notes[vmNote(met, 'same-build')] = before === vm.service ? 1 : 0;
  }
  return {
    [wayNote(number, met, 'reach')]: reached ? 1 : 0,
    ...(here && { [wayNote(number, met, 'segment')]: beside ? 1 : 0 }),
    ...(trunk && { [wayNote(number, met, 'tagged')]: tagged ? 1 : 0 }),
    ...(here && reached && sharesKeys(here, vm) && { [wayNote(number, met, 'same-keys')]: 1 }),
    ...(here && reached && { [wayNote(number, met, 'host')]: here.host === vm.host ? 1 : 0 }),
    ...((reached || tagged) && {
      [vmNote(met, 'service')]: serves,
      [vmNote(met, 'service-build')]: vm.service,
      [vmNote(met, 'service-was')]: Math.max(
        vm.service,
        Number(attacker.notes[vmNote(met, 'service-was')] ?? 0),
      ),
    }),
  };
}
