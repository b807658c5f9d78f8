import { record } from '../../mechanics/harm/evidence.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { between } from '../../world/people/known.ts';
import { get } from '../../world/table.ts';
import { defineAttack } from '../attack.ts';
import { takeData } from '../needs/data.ts';
import { guestRuns, rootInSource, sourceRuns } from '../needs/guest.ts';
import { sameHost, sameSegment } from '../needs/network.ts';
import {
  forgedAccepted,
  listen,
  macChangesAccepted,
  neighbourStrike,
  neighbours,
  talksOnSwitch,
} from '../needs/segment.ts';
import { allHold } from '../needs/source.ts';
import { foreignData } from '../needs/storage.ts';

/**
 * B50: MAC forging. The attacker's VM takes on the victim's MAC address; a port group that accepts
 * changed addresses delivers to it what is sent to the victim, and one that accepts forged ones lets
 * its answers out. No ARP claim is made: binding IP addresses to ports does not stop it (rule A26).
 * Source: FACTS B50; CIS benchmark of ESXi.
 */
export const netMacForge = defineAttack({
  id: 'net-mac-forge',
  catalogue: 'B50',
  targets: [7],
  family: 'network',
  takes: ['from', 'vm'],
  brings: 'loot',
  needs: [
    sourceRuns,
    rootInSource,
    guestRuns,
    sameHost,
    sameSegment,
    macChangesAccepted,
    forgedAccepted,
    talksOnSwitch,
    foreignData,
  ],
  headline: ['mac-changes-accepted', 'forged-accepted'],
  length: (lengths) => lengths.access + lengths.act,
  resolve: neighbourStrike,
  strikes: listen,
  // Its port's address changes at once, long before anything of use has come to it.
  opening: (turn, { attacker, operation }, strike) => {
    if (!allHold(turn.world, [sourceRuns, rootInSource], strike)) return;
    const { from = NONE, vm = NONE } = strike;
    const { host } = get(turn.world.vms, from);
    const origin = { actor: { kind: 'attacker', id: attacker.id }, cause: operation.act } as const;
    const ends = { vm: from as VmId, peer: vm as VmId };
    record(turn, { kind: 'mac-change', ...ends, host }, origin);
  },
  effect: takeData,
  // What the port group accepts shows only when they try.
  prospects: (known) =>
    neighbours(known)
      .filter(({ from, vm }) => between(known, from, vm, 'host') !== 0)
      .map((args) => ({ attack: 'net-mac-forge', args, gain: { kind: 'loot' }, sure: false })),
  words: {
    name: { ko: 'MAC 위조', en: 'MAC forging' },
    does: {
      ko: '이웃의 MAC 주소를 자기 포트의 주소로 써서 이웃에게 가는 프레임을 받습니다. 같은 호스트, 같은 세그먼트에 있는 VM의 root 권한이 있어야 하고, 포트 그룹이 MAC 변경과 위조 전송을 허용하며 통신이 암호화되지 않아야 합니다. 포트의 MAC이 바뀐 것은 가상 IDS에 보입니다.',
      en: 'Takes a neighbour’s MAC address and receives what is sent to it. It takes root in a VM on the same host and segment, a port group that accepts MAC changes and forged transmits, and unencrypted traffic. A virtual IDS sees the port’s MAC change.',
    },
    lead: {
      ko: '공격자의 VM은 이웃의 MAC 주소를 자기 주소로 썼고, 포트 그룹은 바뀐 주소도 위조된 주소도 받아들였습니다. 거짓 ARP 응답을 보내지 않았으므로 ARP 검사에는 걸릴 것이 없었습니다.',
      en: 'The attacker’s VM used its neighbour’s MAC address as its own, and the port group accepted changed and forged addresses alike. No false ARP claim was sent, so ARP inspection had nothing to find.',
    },
    title: {
      ko: '{{victim}}의 {{asset}}{이/가} MAC을 위조한 옆 VM으로 갔습니다',
      en: 'The {{asset}} of {{victim}} went to a neighbour with a forged MAC',
    },
    needs: {
      'source-runs': {
        ko: '공격자의 VM이 켜져 있었다',
        en: 'The attacker’s VM was running',
      },
      'root-in-source': {
        ko: '공격자가 그 VM의 root 권한으로 네트워크 카드를 마음대로 설정할 수 있었다',
        en: 'The attacker was root in that VM, and so could set its network card as they liked',
      },
      'guest-runs': { ko: '표적 VM이 켜져 있었다', en: 'The VM was running' },
      'same-host': { ko: '두 VM이 같은 호스트에 있었다', en: 'Both VMs were on one host' },
      'same-segment': {
        ko: '두 VM이 같은 L2 세그먼트에 있었다',
        en: 'Both VMs were in one layer 2 segment',
      },
      'mac-changes-accepted': {
        ko: '그 세그먼트의 포트 그룹이 MAC 주소 변경을 허용했다',
        en: 'The segment’s port group accepted MAC changes',
      },
      'forged-accepted': {
        ko: '그 세그먼트의 포트 그룹이 위조 전송을 허용했다',
        en: 'The segment’s port group accepted forged transmits',
      },
      'talks-plainly': {
        ko: '표적 VM은 같은 테넌트의 다른 VM과 암호화하지 않고 통신했다',
        en: 'The VM talked to another of its tenant’s without encryption',
      },
      'foreign-data': {
        ko: '그 VM이 다루는 데이터는 다른 테넌트의 것이었다',
        en: 'What the VM works with belonged to another tenant',
      },
    },
  },
});
