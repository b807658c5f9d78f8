import { refillHost } from '../../mechanics/upkeep/reinstall.ts';
import { setFact } from '../../world/fact.ts';
import { get } from '../../world/table.ts';
import { hostSwitch } from '../on-host.ts';
import { restarting } from '../restarting.ts';

/**
 * Has each core run two threads again, where its CPU has two, which takes a restart as well: its whole throughput
 * is back, and so is a neighbour on the same first-level cache (rule W10).
 */
export const enableSmt = hostSwitch({
  name: 'enable-smt',
  role: 'hypervisor',
  key: '',
  ...restarting,
  about: ({ smtCapacity }) => smtCapacity > 0,
  setting: 'smt',
  to: true,
  back: true,
  length: (pace) => pace.smtLength,
  after: (turn, host, order, cause) => {
    const { smtCapacity } = get(turn.world.hosts, host);
    setFact(turn.world, 'hosts', host, 'capacity', smtCapacity, cause);
    refillHost(turn, host, order.seq, cause);
  },
  words: {
    name: { ko: 'SMT 다시 켜기', en: 'Switch SMT back on' },
    does: {
      ko: '코어마다 스레드를 다시 둘씩 씁니다. 처리량이 원래대로 돌아오지만, 두 VM이 한 코어의 L1을 동시에 쓸 수 있습니다. 호스트를 다시 시작하는 동안 그 VM이 모두 꺼집니다.',
      en: 'Each core runs two threads again. Its whole throughput is back, and two VMs may use the L1 of a core at once. The host restarts, with its VMs off meanwhile.',
    },
    done: { ko: '{{host}}의 SMT를 다시 켠다', en: 'switch the SMT of {{host}} back on' },
  },
});
