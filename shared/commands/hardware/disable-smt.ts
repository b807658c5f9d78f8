import { withoutSmt } from '../../mechanics/cost/taxes.ts';
import { refillHost } from '../../mechanics/upkeep/reinstall.ts';
import { setFact } from '../../world/fact.ts';
import { get } from '../../world/table.ts';
import { hostSwitch } from '../on-host.ts';
import { restarting } from '../restarting.ts';

/**
 * Has each core run one thread (`nosmt`), which takes a restart: what runs there is off meanwhile, or is
 * moved away first. Down to seven tenths of the throughput are left (rule W6).
 */
export const disableSmt = hostSwitch({
  name: 'disable-smt',
  role: 'hypervisor',
  key: '',
  ...restarting,
  setting: 'smt',
  to: false,
  length: (pace) => pace.smtLength,
  after: (turn, host, order, cause) => {
    const { capacity } = get(turn.world.hosts, host);
    setFact(turn.world, 'hosts', host, 'capacity', withoutSmt(capacity), cause);
    refillHost(turn, host, order.seq, cause);
  },
  words: {
    name: { ko: 'SMT 끄기', en: 'Switch SMT off' },
    does: {
      ko: '코어마다 스레드를 하나만 씁니다. 두 VM이 한 코어의 L1을 동시에 쓰지 않습니다. 호스트를 다시 시작하는 동안 그 VM이 모두 꺼지고, 바쁜 호스트의 처리량은 최대 약 30% 줄어듭니다.',
      en: 'Each core runs one thread: no two VMs use its L1 at once. The host restarts, with its VMs off meanwhile, and a busy one loses up to about 30% of its throughput.',
    },
    done: { ko: '{{host}}의 SMT를 끈다', en: 'switch SMT off on {{host}}' },
    control: { ko: 'SMT 끄기', en: 'SMT off' },
  },
});
