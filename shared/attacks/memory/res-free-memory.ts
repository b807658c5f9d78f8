import { leak } from '../../mechanics/harm/harm.ts';
import { fact } from '../../world/fact.ts';
import { NONE } from '../../world/ids.ts';
import { about, vmNote } from '../../world/people/known.ts';
import { find, get } from '../../world/table.ts';
import { type Attack, atTheEnd } from '../attack.ts';
import type { Need } from '../need.ts';

/** They run code below the guests of the host: all its memory is theirs to map. `host`, `attacker`. */
const hostIsTheirs: Need = {
  id: 'host-is-theirs',
  holds: (world, { host = 0, attacker = 0 }) =>
    attacker !== NONE && find(world.hosts, host)?.intruder === attacker,
  facts: (_, { host = 0 }) => [fact('hosts', host, 'intruder')],
  counters: (_, { host = 0 }) => [
    {
      command: 'rebuild-host',
      args: { host },
      moment: 'after',
      fact: fact('hosts', host, 'intruder'),
    },
  ],
};

/** A frame of that host that nobody owns. `host` and `frame` of the strike. */
const frameIsFree: Need = {
  id: 'frame-is-free',
  holds: (world, { host = 0, frame = 0 }) => {
    const row = find(world.frames, frame);
    return row !== null && row.host === host && row.owner === NONE;
  },
  facts: (_, { frame = 0 }) => [fact('frames', frame, 'host'), fact('frames', frame, 'owner')],
  counters: () => [],
};

/** Bytes of someone else than the attacker lie in it. `tenant` and `frame` of the strike. */
const holdsOthersData: Need = {
  id: 'foreign-residue-free',
  holds: (world, { tenant = 0, frame = 0 }) => {
    const asset = find(world.assets, find(world.frames, frame)?.residue ?? NONE);
    return asset !== null && find(world.tenants, tenant) !== null && asset.tenant !== tenant;
  },
  facts: (world, { frame = 0 }) => {
    const residue = find(world.frames, frame)?.residue ?? NONE;
    return [
      fact('frames', frame, 'residue'),
      ...(residue === NONE ? [] : [fact('assets', residue, 'tenant')]),
    ];
  },
  counters: (_, { host = 0, frame = 0 }) => {
    const since = fact('frames', frame, 'residue');
    return [
      { command: 'scrub-frames', args: { host }, moment: 'after', fact: since },
      {
        command: 'scrub-policy',
        args: { host, policy: 'on-free' },
        moment: 'before',
        fact: since,
      },
    ];
  },
};

/**
 * B27, from below: whoever holds the host reads what lies in memory that nobody owns. A policy that
 * clears frames only as they are handed out protects the next tenant and leaves the data lying until
 * then. Source: FACTS B27 and check 4 of B-IX; Linux `init_on_alloc` against `init_on_free`.
 */
export const resFreeMemory: Attack = {
  id: 'res-free-memory',
  catalogue: 'B27',
  target: 1,
  family: 'memory',
  takes: ['vm'],
  brings: 'loot',
  needs: [hostIsTheirs, frameIsFree, holdsOthersData],
  length: (tempo) => tempo.act,
  // By a VM of the host that they fell into it from, or any other that they know there.
  resolve: (world, attacker, { vm = 0 }) => {
    const row = find(world.vms, attacker.knownVms[vm - 1] ?? NONE);
    if (!row || !attacker.hosts.includes(row.host)) return null;
    return { attacker: attacker.id, tenant: attacker.tenant, host: row.host };
  },
  strikes: (world, by, done, length) => {
    const free =
      atTheEnd(world, by, done, length).length > 0 ? find(world.hosts, by.host ?? NONE) : null;
    return (free?.free ?? []).map((frame) => ({ ...by, frame }));
  },
  effect: (turn, { attacker, operation }, { host = 0, frame = 0 }, proof) => {
    const asset = get(turn.world.frames, frame).residue;
    const vm = attacker.knownVms[(operation.args.vm ?? NONE) - 1];
    if (asset === NONE || vm === undefined) return;
    const args = { vm, host, frame };
    leak(turn, asset, { attacker, attack: operation.attack, vm, args, proof });
  },
  opening: (_, { attacker, operation }) => {
    attacker.notes[vmNote(operation.args.vm ?? 0, 'free-read')] = 1;
  },
  prospects: (known) =>
    known.vms
      .filter(({ number, power }) => power !== 'gone' && about(known, number, 'below') === 1)
      .filter(({ number }) => about(known, number, 'free-read') === undefined)
      .map(({ number }) => ({
        attack: 'res-free-memory',
        args: { vm: number },
        gain: { kind: 'loot' },
        sure: false,
      })),
};
