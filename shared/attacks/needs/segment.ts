import { cardOf, isOnSwitch } from '../../mechanics/network/card.ts';
import { reaches, routeOf } from '../../mechanics/network/path.ts';
import { plainFlow, plainPeers } from '../../mechanics/network/plain.ts';
import { segmentOf } from '../../mechanics/network/segments.ts';
import { fact } from '../../world/fact.ts';
import type { Counter } from '../../world/history.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { isOwn } from '../../world/machine/card.ts';
import type { ActArgs, Attacker } from '../../world/people/attacker.ts';
import { about, between, inside, type Known } from '../../world/people/known.ts';
import { type Deep, find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import type { PortSetting } from '../../world/zone.ts';
import type { Need, NeedWords, Strike } from '../need.ts';
import { dataStrike } from './data.ts';
import { wayFacts } from './network.ts';

/**
 * No port of the segment is bound to an address. What the port group refuses of MAC addresses does
 * not matter here: the claim is sent from the attacker's own (FACTS B49, E11). What goes past the switch is
 * bound to nothing (rule N15).
 */
export const noArpInspection: Need<'no-arp-inspection'> = {
  id: 'no-arp-inspection',
  words: {
    short: { ko: 'ARP 검사 꺼짐', en: 'no ARP inspection' },
    failed: {
      ko: 'ARP 검사가 거짓 ARP 응답을 걸러 냈습니다',
      en: 'ARP inspection dropped the false claims',
    },
  },
  holds: (world, { from = 0, vm = 0 }) =>
    isOwn(cardOf(world, from as VmId)) ||
    (isOnSwitch(world, from as VmId) &&
      segmentOf(world, find(world.vms, vm)?.zone ?? NONE)?.arpInspection === false),
  facts: (world, { from = 0, vm = 0 }) => {
    const own = fact('vms', from, 'card');
    if (!isOnSwitch(world, from as VmId)) return [own];
    const segment = segmentOf(world, find(world.vms, vm)?.zone ?? NONE);
    return [
      own,
      fact('vms', vm, 'zone'),
      ...(segment ? [fact('segments', segment.id, 'arpInspection')] : []),
    ];
  },
  counters: (world, { from = 0, vm = 0 }): Counter[] => {
    const segment = segmentOf(world, find(world.vms, vm)?.zone ?? NONE);
    if (!segment || !isOnSwitch(world, from as VmId)) return [];
    const since = fact('segments', segment.id, 'arpInspection');
    const args = { segment: segment.id, setting: 'arp-inspection' };
    return [{ command: 'port-security', args, moment: 'after', fact: since }];
  },
};

/** A need that the port group of the attacker's own VM accepts something. `from` of the strike. */
function accepts<Id extends string>(id: Id, setting: PortSetting, words: NeedWords): Need<Id> {
  return {
    id,
    words,
    holds: (world, { from = 0 }) =>
      isOnSwitch(world, from as VmId) &&
      segmentOf(world, find(world.vms, from)?.zone ?? NONE)?.[setting] === true,
    facts: (world, { from = 0 }) => {
      const own = fact('vms', from, 'card');
      // Whoever goes past the switch is no port of it (rule N15).
      if (!isOnSwitch(world, from as VmId)) return [own];
      const segment = segmentOf(world, find(world.vms, from)?.zone ?? NONE);
      return [
        own,
        fact('vms', from, 'zone'),
        ...(segment ? [fact('segments', segment.id, setting)] : []),
      ];
    },
    counters: (world, { from = 0 }): Counter[] => {
      const segment = segmentOf(world, find(world.vms, from)?.zone ?? NONE);
      if (!segment) return [];
      const since = fact('segments', segment.id, setting);
      const args = { segment: segment.id, setting: 'reject-all' };
      return [{ command: 'port-security', args, moment: 'after', fact: since }];
    },
  };
}

/** A port that asks for it is given a copy of every frame of its segment on this switch (B51). */
export const promiscuousAccepted = accepts('promiscuous-accepted', 'promiscuous', {
  short: { ko: '무차별 모드 허용', en: 'promiscuous mode accepted' },
  failed: {
    ko: '무차별 모드를 허용하는 포트가 없었습니다',
    en: 'no port of it accepts promiscuous mode',
  },
});

/** Frames leave a port under another MAC address than the one it was given (B50). */
export const forgedAccepted = accepts('forged-accepted', 'forgedTransmits', {
  short: { ko: '위조 전송 허용', en: 'forged transmits accepted' },
  failed: {
    ko: '위조 전송을 허용하는 포트가 없었습니다',
    en: 'no port of it accepts forged transmits',
  },
});

/** A guest that changes its MAC address is delivered what is sent to the new one (B50). */
export const macChangesAccepted = accepts('mac-changes-accepted', 'macChanges', {
  short: { ko: 'MAC 주소 변경 허용', en: 'MAC changes accepted' },
  failed: {
    ko: 'MAC 주소 변경을 허용하는 포트가 없었습니다',
    en: 'no port of it accepts MAC changes',
  },
});

/**
 * The victim talks to another VM of its tenant, in plain text, and its packets get there: they are
 * there to be read by whoever is given a copy of them. `vm` and `peer` of the strike.
 */
export const talksPlainly: Need<'talks-plainly'> = {
  id: 'talks-plainly',
  words: {
    short: { ko: '암호화되지 않은 통신', en: 'unencrypted traffic' },
    failed: {
      ko: '거기서 들을 수 있는, 암호화되지 않은 통신이 없었습니다',
      en: 'it exchanges nothing unencrypted that could be heard there',
    },
  },
  holds: (world, { vm = 0, peer = 0 }) => {
    const flow = plainFlow(world, vm, peer);
    if (flow === null || find(world.vms, peer)?.power !== 'running') return false;
    return reaches(world, flow.from, flow.to, flow.service);
  },
  facts: (world, { vm = 0, peer = 0 }) => {
    const flow = plainFlow(world, vm, peer);
    return [
      ...[vm, peer].flatMap((id) => [fact('vms', id, 'tenant'), fact('vms', id, 'workload')]),
      fact('vms', peer, 'power'),
      ...(flow === null ? [] : wayFacts(world, flow.from, flow.to)),
    ];
  },
  counters: () => [],
};

/** The same, where what they say passes the switch of the victim's host: a copy of it can be had there. */
export const talksOnSwitch: Need<'talks-plainly'> = {
  ...talksPlainly,
  holds: (world, strike) => {
    const { vm = 0, peer = 0 } = strike;
    if (!talksPlainly.holds(world, strike)) return false;
    const host = find(world.vms, vm)?.host;
    const { switches } = routeOf(world, vm as VmId, peer as VmId);
    return host !== undefined && switches.includes(host);
  },
  facts: (world, strike) => [
    ...new Set([
      ...talksPlainly.facts(world, strike),
      fact('vms', strike.vm ?? NONE, 'host'),
      fact('vms', strike.peer ?? NONE, 'host'),
    ]),
  ],
};

/** World ids for getting at a neighbour's data from a VM of theirs: never from the internet. */
export function neighbourStrike(
  world: ReadonlyWorld,
  attacker: Deep<Attacker>,
  args: ActArgs,
): Strike | null {
  const way = (args.from ?? NONE) === NONE ? null : dataStrike(world, attacker, args);
  if (way === null) return null;
  const { attacker: by = NONE, tenant = NONE, from = NONE, vm = NONE } = way;
  return { attacker: by, tenant, from, vm };
}

/** At the end one strike for each VM that the victim talks to; for nobody when it talks to none. */
export function listen(
  world: ReadonlyWorld,
  about: Strike,
  done: number,
  length: number,
): readonly Strike[] {
  if (done !== length) return [];
  const peers = plainPeers(world, about.vm ?? NONE);
  return (peers.length === 0 ? [NONE] : peers).map((peer) => ({ ...about, peer }));
}

/** A VM in which they are root, and a neighbour in its segment whose data they do not have yet. */
export function neighbours(known: Known): { readonly from: number; readonly vm: number }[] {
  return inside(known, 'root').flatMap(({ number: from }) =>
    known.vms
      .filter(({ own, ring, power }) => !own && ring === 'none' && power !== 'gone')
      .filter(({ number }) => between(known, from, number, 'segment') === 1)
      .filter(({ number }) => about(known, number, 'memory-read') === undefined)
      .map(({ number: vm }) => ({ from, vm })),
  );
}
