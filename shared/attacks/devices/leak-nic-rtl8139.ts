import { boundOf } from '../../mechanics/exits/bounds.ts';
import { reasonFor } from '../../mechanics/fidelity/reached.ts';
import { setFact } from '../../world/fact.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { about, hasFlaw, inside, vmNote } from '../../world/people/known.ts';
import { emit } from '../../world/turn.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { hasDevice } from '../needs/device.ts';
import { hasCard, isCard } from '../needs/device-model.ts';
import { escapeStrike } from '../needs/escape.ts';
import { exitUnchecked } from '../needs/filter.ts';
import { processUnpatched } from '../needs/flaw.ts';
import { guestRuns, kernelInGuest } from '../needs/guest.ts';

const nic = 'nic' as const;

/**
 * B05: the RTL8139's offload (C+ mode). Its model works out how long a packet is from what the packet says,
 * and sends the guest's own kernel what lies beside it in the heap of the device process: at which addresses
 * that lies, and whatever else is there. It is no way out, and no sandbox stops it: the process does what it
 * is for. Each request is shorter than a frame may be, so that nothing stands out in the log.
 * Source: CVE-2015-5165; FACTS B05.
 */
export const leakNicRtl8139 = defineAttack({
  id: 'leak-nic-rtl8139',
  catalogue: 'B05',
  targets: [3],
  family: 'hypervisor',
  takes: ['vm'],
  brings: 'notes',
  flaw: 'rtl8139-offload',
  device: nic,
  needs: [
    guestRuns,
    kernelInGuest,
    hasDevice(nic),
    hasCard('rtl8139'),
    processUnpatched,
    exitUnchecked({ reason: reasonFor(nic), device: nic, call: '', operand: boundOf(nic) }),
  ],
  headline: ['process-unpatched', 'nic-model'],
  length: (lengths) => lengths.act,
  resolve: escapeStrike('rtl8139-offload'),
  strikes: atTheEnd,
  effect: (turn, { attacker, operation }, { vm = 0 }, proof) => {
    const number = operation.args.vm ?? NONE;
    attacker.notes[vmNote(number, 'layout')] = 1;
    const learned = emit(turn, 'layout-read', {
      actor: { kind: 'attacker', id: attacker.id },
      subjects: [`vms/${vm}`],
      causes: proof.causes,
      data: { vm: vm as VmId, attack: operation.attack, needs: proof.needs },
    });
    setFact(turn.world, 'vms', vm, 'layoutKnownBy', attacker.id, learned);
  },
  // What lies where is of use to whoever goes on from there.
  prospects: (known) =>
    inside(known, 'kernel')
      .filter(
        ({ number }) =>
          isCard(known, number, 'rtl8139') === true &&
          about(known, number, 'accel3d') === 1 &&
          about(known, number, 'layout') === undefined &&
          hasFlaw(known, 'rtl8139-offload', about(known, number, 'device-build')),
      )
      .map(({ number }) => ({
        attack: 'leak-nic-rtl8139',
        args: { vm: number },
        gain: { kind: 'notes' },
        sure: true,
      })),
  words: {
    name: { ko: 'RTL8139로 힙 읽기', en: 'Heap leak by an RTL8139' },
    does: {
      ko: '게스트 커널에서 RTL8139 카드 모델이 장치 프로세스의 힙을 패킷에 실어 돌려주게 합니다. 그 주소 배치를 알게 되어 ASLR이 소용없어집니다. 빠져나가지는 못합니다. 요청이 모두 정상 범위라 흔적이 거의 남지 않고, 샌드박스로도 막지 못합니다.',
      en: 'From the guest’s kernel, has the RTL8139 card’s model hand back the heap of the device process in packets. Its layout is known from then on, and ASLR is of no use. It is no way out. Each request is within bounds: hardly anything shows, and no sandbox stops it.',
    },
    lead: {
      ko: '공격자는 RTL8139 카드의 오프로드 기능으로 장치 프로세스의 힙을 읽어 주소 배치를 알아냈습니다. 그 자체로는 탈출이 아니지만, 다음 공격에 필요한 것이었습니다.',
      en: 'By the RTL8139’s offload the attacker read the heap of the device process and learned its layout. That is no escape; it was what the next attack needed.',
    },
    title: {
      ko: '공격자가 {{tenant}}의 {{workload}} VM에서 장치 프로세스의 힙을 읽었습니다',
      en: 'From the {{workload}} VM of {{tenant}} the attacker read the heap of its device process',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'kernel-in-guest': {
        ko: '공격자가 게스트 커널을 장악하고 있어 카드를 직접 다룰 수 있었다',
        en: 'The attacker had the guest’s kernel, and so could drive the card',
      },
      'has-device': {
        ko: 'VM에 네트워크 카드가 달려 있었다',
        en: 'The VM had a network card',
      },
      'nic-model': {
        ko: '그 카드는 RTL8139를 에뮬레이션한 것이었다',
        en: 'The card was an emulated RTL8139',
      },
      'process-unpatched': {
        ko: '실행 중인 장치 프로세스의 코드가 패치되지 않은 빌드였다',
        en: 'The running device process had code older than the fix',
      },
      'exit-unchecked': {
        ko: '네트워크 카드로 가는 VM exit를 거부하는 필터가 없었다',
        en: 'No filter refused the exits for the network card',
      },
    },
  },
});
