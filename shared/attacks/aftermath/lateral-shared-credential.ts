import { logIn } from '../../mechanics/fall/credentials.ts';
import { loadModule } from '../../mechanics/fall/module.ts';
import { takeover } from '../../mechanics/harm/harm.ts';
import { meet } from '../../mechanics/harm/intrusion.ts';
import { fact } from '../../world/fact.ts';
import { type HostId, NONE, type VmId } from '../../world/ids.ts';
import { vmNote } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import type { Need, Strike } from '../need.ts';
import {
  belowStrike,
  fromBelow,
  guestsOf,
  managementReachable,
  sourceIsTheirs,
} from '../needs/below.ts';
import { originOf } from '../needs/escape.ts';

/** What was found on that host opens this one too. `from` and `host` of the strike. */
const sameCredential: Need<'same-credential'> = {
  id: 'same-credential',
  words: {
    short: { ko: '같은 자격 증명', en: 'the same credential' },
    failed: {
      ko: '훔친 자격 증명으로 열리는 다른 호스트가 없었습니다',
      en: 'what we found opened no other host',
    },
  },
  holds: (world, { from = 0, host = 0 }) => {
    const stolen = find(world.hosts, from)?.stolen ?? 0;
    return stolen !== 0 && find(world.hosts, host)?.credential === stolen;
  },
  facts: (_, { from = 0, host = 0 }) => [
    fact('hosts', host, 'credential'),
    fact('hosts', from, 'stolen'),
  ],
  counters: (_, { host = 0 }) => [
    {
      command: 'rotate-credentials',
      args: { host },
      moment: 'after',
      fact: fact('hosts', host, 'credential'),
    },
  ],
};

/** Hosts that they could try it at: all that they do not hold. */
function othersThan(world: ReadonlyWorld, { attacker = 0, from = 0 }: Strike): HostId[] {
  const theirs = find(world.attackers, attacker)?.hosts ?? [];
  return world.hosts.flatMap((host) =>
    host && host.id !== from && !theirs.includes(host.id) ? [host.id] : [],
  );
}

/**
 * From host to host (§28.1): whoever took one has the credential that opens it, and tries it at every other
 * whose management interface can be reached. A cloud falls by what its hosts share, and by nothing else
 * that one of them had (G9). A login is no escape: to work below the guests there they load a module that
 * nobody signed. Source: FACTS §28.1, §3.3.2.
 */
export const lateralSharedCredential = defineAttack({
  id: 'lateral-shared-credential',
  catalogue: '§28.1',
  targets: [5],
  family: 'hypervisor',
  takes: ['vm'],
  brings: 'host',
  needs: [sourceIsTheirs, managementReachable, sameCredential],
  headline: ['same-credential', 'source-is-theirs'],
  length: (lengths) => lengths.access + lengths.privilege + lengths.act,
  resolve: (world, attacker, args) => {
    const by = belowStrike(world, attacker, args);
    return by && { attacker: attacker.id, from: by.host ?? NONE };
  },
  strikes: (world, about, done, length) =>
    atTheEnd(world, about, done, length).flatMap((strike) =>
      othersThan(world, strike).map((host) => ({ ...strike, host })),
    ),
  // They knock at all of them: whoever reads the log of the management plane has as long as the rest takes.
  opening: (turn, by, about) => {
    by.attacker.notes[vmNote(by.operation.args.vm ?? NONE, 'spread')] = 1;
    for (const host of othersThan(turn.world, about)) {
      if (sourceIsTheirs.holds(turn.world, about))
        logIn(turn, { from: (about.from ?? NONE) as HostId, host }, originOf(by));
    }
  },
  effect: (turn, { attacker, operation }, { from = 0, host = 0 }, proof) => {
    const { world } = turn;
    const there = guestsOf(world, host)[0];
    const vm = there ?? (attacker.knownVms[(operation.args.vm ?? NONE) - 1] as VmId);
    const deed = { attacker, attack: operation.attack, vm, args: { from, host }, proof };
    if (!takeover(turn, host as HostId, deed)) return;
    loadModule(turn, host as HostId);
    if (there !== undefined) attacker.notes[vmNote(meet(attacker, there), 'below')] = 1;
  },
  prospects: (known) =>
    fromBelow(known, 'spread', () => ({
      attack: 'lateral-shared-credential',
      gain: { kind: 'host' },
    })),
  words: {
    name: { ko: '같은 자격 증명으로 다음 호스트 장악', en: 'The next host by the same credential' },
    does: {
      ko: '장악한 호스트에서 찾은 관리 자격 증명으로 다른 호스트에 로그인합니다. 같은 자격 증명을 쓰고 관리 네트워크로 도달할 수 있는 호스트만 넘어갑니다. 관리 감사 로그(S5)에 로그인이 남습니다.',
      en: 'Logs in to other hosts with the credential found on one that is theirs. Only hosts that take the same one, and whose management network can be reached, fall. The audit log (S5) has the logins.',
    },
    lead: {
      ko: '하이퍼바이저를 장악하면 그 호스트의 VM만 넘어갑니다. 다음 호스트는 새 취약점이 아니라, 두 호스트가 함께 쓰던 자격 증명 하나로 열렸습니다. 호스트마다 자격 증명이 달랐다면 거기서 끝났을 일입니다.',
      en: 'A hypervisor that falls takes the VMs of its own host with it. The next host fell by no new flaw but by one credential that both took. With a credential for each host it would have ended there.',
    },
    title: {
      ko: '같은 자격 증명 하나로 {{host}}까지 넘어갔습니다',
      en: 'One shared credential gave {{host}} away as well',
    },
    needs: {
      'source-is-theirs': {
        ko: '공격자가 다른 호스트를 이미 장악하고 있었다',
        en: 'The attacker held another host already',
      },
      'management-reachable': {
        ko: '그 호스트에서 관리 네트워크으로 이 호스트에 도달할 수 있었다',
        en: 'From that one, this host could be reached over the management network',
      },
      'same-credential': {
        ko: '두 호스트가 같은 관리 자격 증명을 썼다',
        en: 'Both hosts took the same management credential',
      },
    },
  },
});
