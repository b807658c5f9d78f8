import { atTheEnd, defineAttack } from '../attack.ts';
import { ringKnown } from '../knowing.ts';
import { takeData } from '../needs/data.ts';
import { guestRuns, sourceRuns } from '../needs/guest.ts';
import { besides, cpuLeaksL1, kernelInSource, l1Shared, nestedTables } from '../needs/neighbour.ts';
import { sameHost } from '../needs/network.ts';
import { neighbourStrike } from '../needs/segment.ts';
import { foreignData } from '../needs/storage.ts';

/**
 * B22: L1 Terminal Fault. A page-table entry that is marked not present still names an address, and the CPU
 * goes on with what its first-level cache holds there before it faults: whatever the hypervisor or another VM
 * left. It leaves nothing that a sensor could tell. Source: FACTS B22 (CVE-2018-3646; the kernel's l1tf.rst).
 */
export const scL1tf = defineAttack({
  id: 'sc-l1tf',
  catalogue: 'B22',
  targets: [1],
  dumps: true,
  family: 'hardware',
  takes: ['from', 'vm'],
  brings: 'loot',
  needs: [
    sourceRuns,
    kernelInSource,
    guestRuns,
    sameHost,
    nestedTables,
    cpuLeaksL1,
    l1Shared,
    foreignData,
  ],
  headline: ['l1-shared', 'same-host'],
  length: (lengths) => lengths.access + lengths.privilege + lengths.act,
  resolve: neighbourStrike,
  strikes: atTheEnd,
  effect: takeData,
  prospects: (known) =>
    besides(known, 'sc-l1tf', ['l1tf']).filter(
      ({ args }) => ringKnown(known, args.from ?? 0) === 'kernel',
    ),
  words: {
    name: { ko: 'L1TF(L1 터미널 폴트)', en: 'L1 Terminal Fault (L1TF)' },
    does: {
      ko: '페이지 폴트가 처리되기 전에 CPU가 L1 캐시의 내용을 미리 쓰는 틈으로 다른 VM의 데이터를 읽습니다. 자기 VM의 커널, 2018년 이전 CPU, 비우지 않은 L1이나 형제 스레드가 필요합니다. 센서에는 거의 보이지 않습니다.',
      en: 'Reads another VM’s data in the L1 cache, with which the CPU goes on before a page fault takes effect. It takes the kernel of a VM, a CPU of 2018 or older, and an L1 that is not flushed or a sibling thread. Sensors see next to nothing.',
    },
    lead: {
      ko: '공격자는 자기 VM의 페이지 테이블에 “없음” 표시를 한 항목을 두고 읽었습니다. CPU는 폴트를 내기 전에 L1 캐시에 있던 그 주소의 내용으로 잠시 앞서 나갔고, 그 흔적에서 대상의 데이터를 읽어 냈습니다. VM 경계도 하이퍼바이저도 뚫리지 않았습니다.',
      en: 'The attacker read through an entry of their own page tables that was marked not present. Before the CPU faulted, it went on for a moment with what its L1 cache held at that address, and from the traces the attacker read the victim’s data. Neither the hypervisor nor a boundary was broken.',
    },
    title: {
      ko: '이웃 VM이 L1 캐시에서 {{victim}}의 {{asset}}{을/를} 읽었습니다',
      en: 'A neighbouring VM read the {{asset}} of {{victim}} in the L1 cache',
    },
    needs: {
      'source-runs': { ko: '공격자의 VM이 켜져 있었다', en: 'The attacker’s VM was running' },
      'kernel-in-source': {
        ko: '공격자가 그 VM의 커널에서 페이지 테이블을 마음대로 썼다',
        en: 'In that VM’s kernel the attacker wrote page tables as they liked',
      },
      'guest-runs': {
        ko: '대상 VM이 켜져 있어 그 데이터가 L1을 거쳤다',
        en: 'The VM was running, and its data passed through the L1',
      },
      'same-host': {
        ko: '두 VM이 같은 호스트의 코어를 썼다',
        en: 'Both VMs used the cores of one host',
      },
      'nested-tables': {
        ko: 'CPU가 게스트의 페이지 테이블을 그대로 따랐다(중첩 페이징)',
        en: 'The CPU followed the guest’s page tables as they were (nested paging)',
      },
      'cpu-leaks-l1': { ko: 'CPU에 L1TF 결함이 있었다', en: 'The CPU had the L1TF flaw' },
      'l1-shared': {
        ko: 'VM에 들어갈 때 L1을 비우지 않았거나, 형제 스레드가 같은 L1을 썼다(SMT)',
        en: 'The L1 was not flushed at VM entry, or a sibling thread shared it (SMT)',
      },
      'foreign-data': {
        ko: '대상이 다른 테넌트의 데이터를 다루었다',
        en: 'The VM worked with another tenant’s data',
      },
    },
  },
});
