import { destroyVm } from '../../mechanics/lifecycle.ts';
import { fact } from '../../world/fact.ts';
import type { VmId } from '../../world/ids.ts';
import { ASKED_FOR, about, ownNote } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import { defineAttack } from '../attack.ts';

/** The lawful tenant gives a VM back by self-service, and may ask for another: other frames. */
export const entryReturn = defineAttack({
  id: 'entry-return',
  catalogue: null,
  targets: [6],
  family: null,
  takes: ['vm'],
  saysItAll: true,
  brings: 'frames',
  needs: [
    {
      id: 'vm-is-theirs',
      words: {
        short: { ko: '빌린 VM', en: 'a VM of ours' },
        failed: { ko: '빌린 VM이 더는 우리 것이 아니었습니다', en: 'the VM is no longer ours' },
      },
      known: { certain: (known, { vm }) => known.vms[vm - 1]?.own ?? false },
      holds: (world, { vm = 0, tenant = 0 }) => find(world.vms, vm)?.tenant === tenant,
      facts: (_, { vm = 0 }) => [fact('vms', vm, 'tenant')],
      counters: () => [],
    },
  ],
  length: () => 1,
  resolve: (world, attacker, { vm = 0 }) => {
    const id = attacker.knownVms[vm - 1];
    return id !== undefined && find(world.vms, id) ? { vm: id, tenant: attacker.tenant } : null;
  },
  strikes: (_, about) => [about],
  effect: (turn, { attacker, operation }, { vm = 0 }) => {
    destroyVm(turn, vm as VmId, { kind: 'tenant', id: attacker.tenant }, operation.act);
  },
  // Only what they asked for, and have read through, is worth giving back.
  prospects: (known) =>
    known.vms
      .filter(({ own, power }) => own && power === 'running')
      .filter(({ number }) => known.notes[ownNote(number)] === ASKED_FOR)
      .filter(
        ({ number }) =>
          about(known, number, 'memory-read') === 1 || about(known, number, 'image-read') === 1,
      )
      .map(({ number }) => ({
        attack: 'entry-return',
        args: { vm: number },
        gain: { kind: 'frames' },
        sure: true,
      })),
  words: {
    name: { ko: '빌린 VM 반납', en: 'Giving a rented VM back' },
    does: {
      ko: '빌린 VM을 반납합니다. 다시 요청하면 다른 프레임을 받습니다. 정상적인 절차라 의심을 사지 않습니다.',
      en: 'Gives a rented VM back; the next one comes with other frames. It is ordinary use, and looks it.',
    },
    lead: {
      ko: '공격자는 다 읽은 VM을 반납하고 다른 프레임을 받으려 했습니다.',
      en: 'The attacker gave back a VM they had read through, to be given other frames.',
    },
    title: { ko: '빌린 VM 반납', en: 'A rented VM given back' },
    needs: { 'vm-is-theirs': { ko: '자기 VM이다', en: 'The VM is theirs' } },
  },
});
