import { describe, expect, test } from 'vitest';
import { evict, intrude, ringOf } from '../../../shared/mechanics/harm/intrusion.ts';
import {
  destroyVm,
  endRequest,
  placeVm,
  runVm,
  stopVm,
} from '../../../shared/mechanics/lifecycle.ts';
import { openRequest } from '../../../shared/mechanics/people.ts';
import { NATURE } from '../../../shared/world/history.ts';
import type { VmId } from '../../../shared/world/ids.ts';
import type { Turn } from '../../../shared/world/turn.ts';
import { Bench, hostileShop, hostsWith, id, planOf, tiny, turnOf } from '../../support/worlds.ts';

function place(turn: Turn, request = 0, host = 1): number {
  const placement = {
    plan: planOf(),
    tenant: id<never>(2),
    host: id<never>(host),
    technique: 'hvm' as const,
    request: id<never>(request),
    actor: NATURE,
  };
  return placeVm(turn, placement, [id(0)]);
}

describe('placing', () => {
  test('V1 a VM has all its frames before it runs', () => {
    const turn = turnOf();
    const vm = turn.world.vms[place(turn)];
    expect(vm).toMatchObject({ power: 'provisioning', memory: [3, 4], filled: 0, bornAt: 1 });
    expect(turn.world.frames[3]?.owner).toBe(3);
    expect(turn.history.map(({ kind }) => kind)).toEqual(['vm-placed']);
  });

  test('A3 what placed a VM is caused by the request and by the host’s policy', () => {
    const turn = turnOf();
    turn.world.provenance['hosts/1/scrub'] = id(7);
    const request = openRequest(turn, id(2), { kind: 'create', plan: planOf() }, id(0));
    const placement = { plan: planOf(), tenant: id<never>(2), host: id<never>(1), request };
    placeVm(turn, { ...placement, technique: 'hvm', actor: NATURE }, [id(1)]);
    expect(turn.history[1]).toMatchObject({ kind: 'vm-placed', causes: [1, 7] });
  });

  test('A4 an attacker learns of the VM it asked for, and of no other', () => {
    const turn = turnOf(tiny({ attackers: [hostileShop] }));
    const attacker = turn.world.attackers[1]!;
    place(turn);
    expect(attacker.knownVms).toEqual([]);
    attacker.knownRequests.push(
      openRequest(turn, id(2), { kind: 'create', plan: planOf() }, id(0)),
    );
    place(turn, 1, 2);
    expect(attacker.knownVms).toEqual([4]);
  });
});

describe('footholds', () => {
  test('A6 what an attacker rents is theirs to ring 0, and nobody throws them out of it', () => {
    const turn = turnOf(tiny({ attackers: [hostileShop] }));
    const request = openRequest(turn, id(2), { kind: 'create', plan: planOf() }, id(0));
    turn.world.attackers[1]!.knownRequests.push(request);
    const vm = id<VmId>(place(turn, request));
    expect(ringOf(turn.world, 1, vm)).toBe('kernel');
    evict(turn, vm, id(1));
    expect(ringOf(turn.world, 1, vm)).toBe('kernel');
    expect(ringOf(turn.world, 2, vm)).toBe('none');
  });

  test('A6 K20 of a container that they rent they are root, for it has no kernel', () => {
    const turn = turnOf(tiny({ attackers: [hostileShop] }));
    const request = openRequest(turn, id(2), { kind: 'create', plan: planOf() }, id(0));
    turn.world.attackers[1]!.knownRequests.push(request);
    const placement = { plan: planOf(), tenant: id<never>(2), host: id<never>(1), request };
    const vm = placeVm(turn, { ...placement, technique: 'container', actor: NATURE }, [id(1)]);
    expect(ringOf(turn.world, 1, vm)).toBe('root');
    const box = { os: 'open', container: true, kernel: 10, service: 10 } as const;
    const rented = {
      ...hostileShop.plan,
      host: 1,
      tenant: 'shop',
      image: 'container-api',
    } as const;
    const owned = turnOf(
      tiny({
        hosts: hostsWith({ platform: 'container' }),
        images: (['web-2015', 'container-api'] as const).map((name) => ({
          ...box,
          name,
          devices: [],
        })),
        vms: [{ ...rented, technique: 'container' }],
        attackers: [{ ...hostileShop, owns: [1] }],
      }),
    );
    expect(ringOf(owned.world, 1, 1)).toBe('root');
  });

  test('A6 A7 of another’s VM they have what an attack gave them, until they are thrown out', () => {
    const turn = turnOf(tiny({ attackers: [hostileShop] }));
    const attacker = turn.world.attackers[1]!;
    const proof = { needs: [], causes: [] };
    expect(ringOf(turn.world, 1, 1)).toBe('none');
    intrude(turn, id(1), 'user', { attacker, attack: 'img-stale-packages', proof });
    expect([ringOf(turn.world, 1, 1), attacker.knownVms]).toEqual(['user', [1]]);
    evict(turn, id(1), id(1));
    expect(turn.world.vms[1]).toMatchObject({ foothold: 'none', intruder: 0 });
    evict(turn, id(1), id(1));
    expect(turn.history.filter(({ kind }) => kind === 'evicted')).toHaveLength(1);
  });
});

describe('power', () => {
  test('V2 only a running VM writes, works and reads', () => {
    const bench = new Bench(tiny({ vms: [] }));
    const vm = place(bench.match);
    bench.run(10);
    expect(bench.frames(1, 2)).toEqual(['1:0:0', '1:0:0']);
    expect(bench.world.tally.native).toBe(0);
    runVm(bench.match, id(vm), id(1));
    bench.run(3);
    expect(bench.frames(1, 2)).toEqual(['1:3:0', '1:0:0']);
    expect(bench.world.tally.native).toBe(300);
    stopVm(bench.match, id(vm), id(1));
    bench.run(10);
    expect(bench.frames(1, 2)).toEqual(['1:3:0', '1:0:0']);
    expect(bench.world.tally.native).toBe(300);
  });

  test('V3 a stopped VM keeps its frames and what is in them', () => {
    const turn = turnOf();
    stopVm(turn, id(1), id(0));
    expect(turn.world.vms[1]).toMatchObject({ power: 'stopped', memory: [1, 2], served: 0 });
    expect(turn.world.frames[1]).toMatchObject({ owner: 1, content: 1, residue: 0 });
    expect(turn.world.hosts[1]?.free).toEqual([6, 5, 4, 3]);
    runVm(turn, id(1), id(1));
    expect(turn.world.vms[1]).toMatchObject({ power: 'running', filled: 2 });
  });
});

describe('the end of a VM', () => {
  test('V4 a destroyed VM gives its frames back and its id is never used again', () => {
    const turn = turnOf();
    destroyVm(turn, id(1), NATURE, id(0));
    expect(turn.world.vms[1]).toBeNull();
    expect(turn.world.hosts[1]?.free).toEqual([6, 5, 4, 3, 1, 2]);
    expect(place(turn)).toBe(3);
    expect(place(turn)).toBe(4);
  });

  test('V4 nothing is left of its stamps, and nothing of another VM’s goes', () => {
    const turn = turnOf();
    turn.world.provenance['vms/1/power'] = id(1);
    turn.world.provenance['vms/1'] = id(1);
    turn.world.provenance['vms/12/power'] = id(1);
    destroyVm(turn, id(1), NATURE, id(0));
    const kept = Object.keys(turn.world.provenance).filter((ref) => ref.startsWith('vms/'));
    expect(kept).toEqual(['vms/12/power']);
  });

  test('M2 what is freed is told with the asset, the policy and its cause', () => {
    const turn = turnOf();
    destroyVm(turn, id(1), NATURE, id(0));
    expect(turn.history[0]).toMatchObject({ kind: 'vm-destroyed', data: { host: 1, tenant: 1 } });
    expect(turn.history[1]).toMatchObject({
      kind: 'frames-freed',
      causes: [1],
      data: { host: 1, asset: 1, policy: 'never' },
    });
    expect(turn.world.provenance['frames/1/residue']).toBe(2);
  });

  test('T3 whoever takes away a VM serves the request to be rid of it, late or not', () => {
    const turn = turnOf();
    const open = openRequest(turn, id(1), { kind: 'destroy', vm: id(1) }, id(0));
    const missed = openRequest(turn, id(1), { kind: 'destroy', vm: id(1) }, id(0));
    const other = openRequest(turn, id(3), { kind: 'destroy', vm: id(2) }, id(0));
    endRequest(turn, missed, 'missed', id(0));
    destroyVm(turn, id(1), NATURE, id(0));
    const states = [open, missed, other].map((n) => turn.world.requests[n]?.state);
    expect(states).toEqual(['served', 'missed', 'open']);
  });

  test.each([
    ['served', 0],
    ['missed', -10],
    ['self-served', -10],
  ] as const)('T3 a request that ends as %s changes the credits by %i', (outcome, credits) => {
    const turn = turnOf();
    const request = openRequest(turn, id(2), { kind: 'create', plan: planOf() }, id(0));
    endRequest(turn, request, outcome, id(1));
    expect(turn.world.credits - 20).toBe(credits);
    expect(turn.world.requests[1]?.state).toBe(outcome);
  });
});
