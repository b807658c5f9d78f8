import { framesOn, promisedOn } from '../../mechanics/overcommit.ts';
import { keepAll } from '../../mechanics/pool/reclaim.ts';
import { hostSwitch } from '../on-host.ts';
import { refuse } from '../refusal.ts';

/** Has a host promise no more memory than it has, once what it has promised fits (rule R14). */
export const stopOvercommit = hostSwitch({
  name: 'stop-overcommit',
  role: 'hypervisor',
  key: '',
  setting: 'overcommit',
  to: false,
  length: (pace) => pace.limitLength,
  refusal: (world, host) => {
    const [promised, frames] = [promisedOn(world, host), framesOn(world, host)];
    if (promised <= frames) return null;
    return refuse('rule.over-promised', { host: host.id, promised, frames });
  },
  after: (turn, host, _, cause) => keepAll(turn, host, cause),
  words: {
    name: { ko: '메모리 오버커밋 끄기', en: 'Stop overcommitting memory' },
    does: {
      ko: '가진 만큼만 약속합니다. 약속한 프레임이 가진 프레임보다 많으면 끌 수 없으니, 회수하거나 옮기거나 증설해야 합니다. 끄면 약속한 프레임을 모두 할당하고 스왑된 메모리도 되돌립니다.',
      en: 'Promises what it has and no more. It cannot be done while more is promised than is there: take frames back, move VMs or buy memory first. Each VM is given all that it was promised, and what was swapped comes back.',
    },
    done: {
      ko: '{{host}}의 메모리 오버커밋을 끈다',
      en: 'stop overcommitting the memory of {{host}}',
    },
    control: { ko: '메모리 오버커밋 끄기', en: 'No memory overcommit' },
  },
});
