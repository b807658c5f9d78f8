import { chargedFor, leak } from '../../mechanics/harm/harm.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { leaves } from '../../mechanics/network/path.ts';
import { leaveTrail } from '../../mechanics/network/trail.ts';
import { fact, provenanceOf } from '../../world/fact.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { about, between, inside, vmNote } from '../../world/people/known.ts';
import { find, get } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { noted } from '../knowing.ts';
import type { Need } from '../need.ts';
import { codeInGuest, guestRuns } from '../needs/guest.ts';
import { wayFacts } from '../needs/network.ts';
import { foreignData } from '../needs/storage.ts';

/** What it sends gets out to the internet: its switch does not forbid it. */
const wayOut: Need<'way-out'> = {
  id: 'way-out',
  words: {
    short: { ko: '인터넷으로 나가는 경로', en: 'a path out to the internet' },
    failed: {
      ko: '인터넷으로 나가는 경로가 막혀 있었습니다',
      en: 'there was no path out to the internet',
    },
  },
  known: { around: (known, { vm }) => noted(between(known, vm, NONE, 'reach')), aroundVm: true },
  holds: (world, { vm = 0 }) => vm !== NONE && leaves(world, vm as VmId, NONE, 'web'),
  facts: (world, { vm = 0 }) => wayFacts(world, vm, NONE),
  counters: (world, { vm = 0 }) => {
    const row = find(world.vms, vm);
    if (!row) return [];
    const since = fact('switches', row.host, 'ports');
    return [{ command: 'quarantine-vm', args: { vm }, moment: 'after', fact: since }];
  },
};

/** Whether they are in it through its host, whose fall was charged for it (rule H7). */
function cameFromBelow({ world, history }: Turn, vm: VmId): boolean {
  const entry = history[provenanceOf(world, fact('vms', vm, 'foothold')) - 1];
  return entry?.kind === 'foothold' && entry.data.attack === 'tools-guestops-abuse';
}

/**
 * Takes away what a guest works with. Whoever runs code in a guest reads what its service reads;
 * what is needed beside that is a way out to the internet.
 */
export const collectGuestData = defineAttack({
  id: 'collect-guest-data',
  catalogue: null,
  targets: [6],
  family: null,
  takes: ['vm'],
  brings: 'loot',
  needs: [guestRuns, codeInGuest, foreignData, wayOut],
  length: (lengths) => lengths.act,
  resolve: (world, attacker, { vm = 0 }) => {
    const id = attacker.knownVms[vm - 1] ?? NONE;
    const there = find(world.vms, id) && ringOf(world, attacker.id, id) !== 'none';
    return there ? { vm: id, attacker: attacker.id, tenant: attacker.tenant } : null;
  },
  strikes: atTheEnd,
  opening: (turn, { attacker, operation }, { vm = 0 }) => {
    const packets = { nature: 'bulk', from: vm as VmId, to: NONE, service: 'web' } as const;
    const actor = { kind: 'attacker', id: attacker.id } as const;
    leaveTrail(turn, packets, { actor, cause: operation.act });
  },
  effect: (turn, { attacker, operation }, { vm = 0 }, proof) => {
    const id = vm as VmId;
    const { asset } = get(turn.world.vms, id);
    const deed = { attacker, attack: operation.attack, vm: id, args: { vm }, proof };
    leak(turn, asset, deed, cameFromBelow(turn, id) ? chargedFor(turn, id) : 0);
    attacker.notes[vmNote(operation.args.vm ?? 0, 'memory-read')] = 1;
  },
  prospects: (known) =>
    inside(known, 'user')
      .filter(({ own, number }) => !own && about(known, number, 'memory-read') === undefined)
      .filter(({ number }) => between(known, number, 0, 'reach') !== 0)
      .map(({ number }) => ({
        attack: 'collect-guest-data',
        args: { vm: number },
        gain: { kind: 'loot' },
        sure: between(known, number, 0, 'reach') === 1,
      })),
  words: {
    name: { ko: '게스트의 데이터 반출', en: 'Taking a guest’s data out' },
    does: {
      ko: '침입한 VM이 다루는 데이터를 인터넷으로 빼냅니다. VM 안에서 코드를 실행하고 있고 인터넷으로 나가는 경로가 열려 있어야 합니다. 대량 전송이 눈에 띕니다.',
      en: 'Sends what the VM works with out to the internet. It takes code inside and an open path out, and shows as a bulk transfer.',
    },
    lead: {
      ko: '공격자는 VM 안에서 그 서비스가 읽는 것을 그대로 읽어 인터넷으로 내보냈습니다. VM에 들어오지 못했거나 나가는 경로가 막혀 있었다면 일어나지 않았을 일입니다.',
      en: 'From inside the VM the attacker read what its service reads and sent it out to the internet. Without a way in, or without a path out, it could not have happened.',
    },
    title: {
      ko: '{{victim}}의 {{asset}}{이/가} 인터넷으로 유출되었습니다',
      en: 'The {{asset}} of {{victim}} leaked to the internet',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'code-in-guest': {
        ko: '공격자가 그 VM 안에서 코드를 실행하고 있었다',
        en: 'The attacker ran code in the VM',
      },
      'foreign-data': {
        ko: '그 VM이 다른 테넌트의 데이터를 다루고 있었다',
        en: 'The VM worked with another tenant’s data',
      },
      'way-out': {
        ko: '스위치가 그 VM에서 인터넷으로 나가는 패킷을 막지 않았다',
        en: 'Its switch let it out to the internet',
      },
    },
  },
});
