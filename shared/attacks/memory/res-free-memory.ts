import { leak } from '../../mechanics/harm/harm.ts';
import { fact } from '../../world/fact.ts';
import { NONE } from '../../world/ids.ts';
import { about, vmNote } from '../../world/people/known.ts';
import { find, get } from '../../world/table.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { ALWAYS } from '../knowing.ts';
import type { Need } from '../need.ts';
import { hostIsTheirs } from '../needs/below.ts';

/** A frame of that host that nobody owns. `host` and `frame` of the strike. */
const frameIsFree: Need<'frame-is-free'> = {
  id: 'frame-is-free',
  words: {
    short: { ko: '할당되지 않은 프레임', en: 'the frame is free' },
    failed: {
      ko: '그 프레임은 이미 할당되어 있었습니다',
      en: 'the frame had been given to a VM',
    },
  },
  known: ALWAYS,
  holds: (world, { host = 0, frame = 0 }) => {
    const row = find(world.frames, frame);
    return row !== null && row.host === host && row.owner === NONE;
  },
  facts: (_, { frame = 0 }) => [fact('frames', frame, 'host'), fact('frames', frame, 'owner')],
  counters: () => [],
};

/** Bytes of someone else than the attacker lie in it. `tenant` and `frame` of the strike. */
const holdsOthersData: Need<'foreign-residue-free'> = {
  id: 'foreign-residue-free',
  words: {
    short: {
      ko: '빈 메모리에 타 테넌트의 잔존 데이터',
      en: 'others’ residue in free memory',
    },
    failed: {
      ko: '빈 메모리에 다른 테넌트의 데이터가 없었습니다',
      en: 'nothing of others was left in free memory',
    },
  },
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
export const resFreeMemory = defineAttack({
  id: 'res-free-memory',
  catalogue: 'B27',
  targets: [1],
  dumps: true,
  family: 'memory',
  takes: ['vm'],
  brings: 'loot',
  needs: [hostIsTheirs, frameIsFree, holdsOthersData],
  headline: ['foreign-residue-free'],
  length: (lengths) => lengths.act,
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
  words: {
    name: { ko: '호스트의 빈 메모리 읽기', en: 'Reading the host’s free memory' },
    does: {
      ko: '장악한 호스트에서 아무 VM에도 할당되지 않은 프레임을 읽어 이전 소유자이 남긴 데이터를 찾습니다. 할당할 때만 소거하는 호스트에는 그때까지 데이터가 남아 있습니다. 밖에서는 흔적이 보이지 않습니다.',
      en: 'From a host that is theirs, reads frames that no VM owns for what earlier owners left. Where memory is scrubbed only on allocation it lies there until then. Nothing of it shows.',
    },
    lead: {
      ko: '공격자는 호스트를 장악한 뒤, 소거되지 않은 빈 메모리를 읽었습니다. 할당 시 소거는 다음 VM을 지켜 주지만, 그때까지 데이터는 빈 메모리에 그대로 있습니다.',
      en: 'With the host theirs, the attacker read free memory that nobody had scrubbed. Scrubbing on allocation protects the next VM; until then the data lies in free memory.',
    },
    title: {
      ko: '{{victim}}의 {{asset}}{이/가} 장악된 {{host}}의 빈 메모리에서 새어 나갔습니다',
      en: 'The {{asset}} of {{victim}} leaked from the free memory of {{host}}, which had been taken over',
    },
    needs: {
      'host-is-theirs': {
        ko: '공격자가 그 호스트의 게스트 아래에서 코드를 실행하고 있었다',
        en: 'The attacker ran code below the guests of that host',
      },
      'frame-is-free': {
        ko: '그 프레임은 아무 VM에도 할당되지 않은 상태였다',
        en: 'The frame was given to no VM',
      },
      'foreign-residue-free': {
        ko: '다른 테넌트의 데이터가 지워지지 않고 남아 있었다',
        en: 'Another tenant’s data was still in it, unwiped',
      },
    },
  },
});
