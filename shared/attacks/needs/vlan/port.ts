import { isOnSwitch } from '../../../mechanics/network/card.ts';
import { takesFrom } from '../../../mechanics/network/path.ts';
import { plainFlow } from '../../../mechanics/network/plain.ts';
import { segmentOf } from '../../../mechanics/network/segments.ts';
import { isTrunk, tagFits } from '../../../mechanics/network/trunk.ts';
import { fact } from '../../../world/fact.ts';
import type { Counter } from '../../../world/history.ts';
import { NONE, type VmId, type ZoneId } from '../../../world/ids.ts';
import { about, between } from '../../../world/people/known.ts';
import { find } from '../../../world/table.ts';
import { noted } from '../../knowing.ts';
import type { Need } from '../../need.ts';
import { portFacts, serviceOf } from '../network.ts';
import { talksPlainly } from '../segment.ts';

/**
 * The attacker's port takes frames with the tag of any VLAN and gives them on as they are tagged (VLAN 4095). No
 * switch in a hypervisor negotiates trunks (DTP): a port is one because somebody made it one (FACTS B48).
 */
export const trunkPort: Need<'trunk-port'> = {
  id: 'trunk-port',
  words: {
    short: { ko: '트렁크 포트', en: 'a trunk port' },
    failed: {
      ko: '출발지 VM의 포트가 트렁크가 아니어서 태그를 붙인 프레임이 버려졌습니다',
      en: 'its port is no trunk: what it tags is dropped',
    },
  },
  known: { around: (known, { from }) => noted(about(known, from, 'trunk')) },
  holds: (world, { from = 0 }) => isTrunk(world, from as VmId),
  facts: (world, { from = 0 }) => {
    const zone = find(world.vms, from)?.zone ?? NONE;
    return [
      fact('vms', from, 'trunk'),
      fact('vms', from, 'card'),
      fact('vms', from, 'zone'),
      ...(zone === NONE ? [] : [fact('zones', zone, 'name')]),
    ];
  },
  counters: (_, { from = 0 }): Counter[] => {
    const since = fact('vms', from, 'trunk');
    return [
      {
        command: 'port-vlan',
        args: { vm: from, mode: 'access' },
        moment: 'after',
        fact: since,
      },
    ];
  },
};

/** With the tag of another VLAN packets get to the service: its switch goes by the tag. `tag` of the strike: its zone. */
export const tagReaches: Need<'tag-reaches'> = {
  id: 'tag-reaches',
  words: {
    short: { ko: '다른 VLAN 태그로 도달 가능', en: 'a foreign tag gets there' },
    failed: {
      ko: '어느 VLAN의 태그를 붙여도 그 서비스에 도달하지 못했습니다',
      en: 'no tag of any VLAN gets to its service',
    },
  },
  known: { around: (known, { from, vm }) => noted(between(known, from, vm, 'tagged')) },
  holds: (world, strike) => {
    const { from = 0, vm = 0, tag = 0 } = strike;
    return tagFits(world, from as VmId, tag as ZoneId, vm as VmId, serviceOf(strike));
  },
  facts: (world, { from = 0, vm = 0, tag = 0 }) => [
    ...new Set([
      fact('vms', from, 'zone'),
      fact('vms', from, 'host'),
      fact('switches', find(world.vms, from)?.host ?? NONE, 'overloaded'),
      fact('zones', tag, 'name'),
      ...portFacts(world, vm),
    ]),
  ],
  counters: (_, { vm = 0 }) => [
    { command: 'quarantine-vm', args: { vm }, moment: 'after', fact: fact('vms', vm, 'zone') },
  ],
};

/** By its own VLAN it would not get there: a way that stands open needs no tag. */
export const shutOut: Need<'shut-out'> = {
  id: 'shut-out',
  words: {
    short: { ko: '자기 구역에서는 막힘', en: 'shut out from its own zone' },
    failed: {
      ko: '태그를 붙이지 않아도 이미 열려 있는 경로였습니다',
      en: 'that path stands open without any tag',
    },
  },
  known: {
    around: (known, { from, vm }) => {
      const reached = noted(between(known, from, vm, 'reach'));
      return reached === undefined ? undefined : !reached;
    },
  },
  holds: (world, strike) => {
    const { from = 0, vm = 0 } = strike;
    const home = find(world.vms, from)?.zone;
    return home !== undefined && !takesFrom(world, home, vm as VmId, serviceOf(strike));
  },
  facts: (world, { from = 0, vm = 0 }) => [
    ...new Set([fact('vms', from, 'zone'), ...portFacts(world, vm)]),
  ],
  counters: () => [],
};

/**
 * The victim has the attacker's VM for a gateway: it asked its segment for an address, and that one answered first
 * (rule N26). `from` and `vm` of the strike.
 */
export const gatewayTheirs: Need<'gateway-theirs'> = {
  id: 'gateway-theirs',
  words: {
    short: { ko: '우리 VM이 게이트웨이', en: 'we are its gateway' },
    failed: {
      ko: '대상 VM이 우리에게서 주소를 받지 않았습니다',
      en: 'it was given no address by us',
    },
  },
  holds: (world, { from = 0, vm = 0 }) => from !== NONE && find(world.vms, vm)?.gateway === from,
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'gateway')],
  counters: (world, { from = 0, vm = 0 }): Counter[] => {
    const segment = segmentOf(world, find(world.vms, vm)?.zone ?? NONE);
    // What goes past the switch no guard of a port is asked about (rule N15).
    if (!segment || !isOnSwitch(world, from as VmId)) return [];
    const args = { segment: segment.id, setting: 'dhcp-guard' };
    const guard = { command: 'port-security', args, fact: fact('vms', vm, 'gateway') } as const;
    // On before the answer, it never comes; on afterwards, the lease that it gave is not renewed (rule N27).
    return [
      { ...guard, moment: 'before' },
      { ...guard, moment: 'after' },
    ];
  },
};

/**
 * The victim talks to another VM of its tenant in another zone, in plain text: that goes by way of its gateway, and
 * what stays in its own segment does not. `vm` and `peer` of the strike.
 */
export const talksBeyond: Need<'talks-beyond'> = {
  id: 'talks-beyond',
  words: {
    short: { ko: '다른 구역과 암호화 없이 통신', en: 'plain traffic to another zone' },
    failed: {
      ko: '게이트웨이를 거치는, 암호화되지 않은 통신이 없었습니다',
      en: 'nothing unencrypted of it passes its gateway',
    },
  },
  holds: (world, strike) => {
    const { vm = 0, peer = 0 } = strike;
    const apart = find(world.vms, vm)?.zone !== find(world.vms, peer)?.zone;
    return apart && plainFlow(world, vm, peer) !== null && talksPlainly.holds(world, strike);
  },
  facts: (world, strike) => [
    ...new Set([
      ...talksPlainly.facts(world, strike),
      fact('vms', strike.vm ?? NONE, 'zone'),
      fact('vms', strike.peer ?? NONE, 'zone'),
    ]),
  ],
  counters: () => [],
};
