import { isDone } from '../../world/alert.ts';
import { inDeck } from '../../world/deck.ts';
import { fact, provenanceOf } from '../../world/fact.ts';
import { NONE, TICKS_PER_SECOND } from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { find, get, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { raise } from './raise.ts';
import type { Sensor } from './sensor.ts';

/**
 * Sensor S8. Where it is switched on a hypervisor reads what the kernels of its guests keep in memory, with
 * no agent in them, and compares it with how they were made (rule S56). It looks into kernels alone, sees
 * noise where memory is encrypted, and on a host that fell it says what the intruder lets it say: nothing.
 */
function introspect(turn: Turn): void {
  const { world } = turn;
  if (world.tick % TICKS_PER_SECOND !== 0 || !inDeck(world, 'sensors', 'S8')) return;
  for (const vm of rows(world.vms)) {
    const host = get(world.hosts, vm.host);
    const sees = host.introspection && host.intruder === NONE && !vm.memoryEncrypted;
    if (sees && vm.power === 'running' && isAltered(turn, vm) && !isTold(turn, vm)) {
      const since = provenanceOf(world, fact('vms', vm.id, 'foothold'));
      const seen = { kind: 'kernel-altered' } as const;
      raise(turn, 'S8', { host: host.id, vm: vm.id }, seen, [since]);
    }
  }
}

/** Someone else than its tenant is in its kernel. A container has none (rule A6). */
const isAltered = ({ world }: Turn, { foothold, intruder, tenant }: Vm): boolean =>
  foothold === 'kernel' && find(world.attackers, intruder)?.tenant !== tenant;

/** Whether it has said so already of whoever is in there now. */
function isTold({ world, history }: Turn, { id }: Vm): boolean {
  const since = history[provenanceOf(world, fact('vms', id, 'foothold')) - 1]?.tick ?? 0;
  for (const alert of rows(world.alerts)) {
    if (alert.sensor !== 'S8' || alert.vm !== id) continue;
    if (!isDone(alert) || alert.tick >= since) return true;
  }
  return false;
}

/** S8: VM introspection. */
export const introspection = {
  name: 'S8',
  watch: introspect,
  words: {
    name: { ko: 'S8 VM 인트로스펙션', en: 'S8 VM introspection' },
    sees: {
      ko: '에이전트 없이, 하이퍼바이저에서 본 게스트의 커널',
      en: 'Guests’ kernels, from the hypervisor and without an agent',
    },
    blind: {
      ko: '메모리가 암호화된 VM은 볼 수 없고, 호스트가 장악되면 그 말을 믿을 수 없습니다. IDS는 볼 수 없습니다. 게스트 안의 에이전트는 커널이 장악되면 속습니다.',
      en: 'It cannot see into encrypted memory, and is not to be believed once its host has fallen. No IDS could have seen this; an agent in the guest is deceived once its kernel is taken.',
    },
  },
  says: {
    'kernel-altered': {
      title: {
        ko: '{{vm}}의 커널에 침입자 코드',
        en: 'Someone else’s code in the kernel of {{vm}}',
      },
      body: {
        ko: '커널에서는 장치와 하이퍼콜을 직접 다룰 수 있습니다. 탈출은 대개 여기서 시작합니다.',
        en: 'From there devices and hypercalls are within reach: most escapes begin so.',
      },
    },
  },
} satisfies Sensor;
