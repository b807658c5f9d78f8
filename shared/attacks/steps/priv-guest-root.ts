import { intrude, ringOf } from '../../mechanics/harm/intrusion.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { about, hasFlaw, inside } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import { atTheEnd, defineAttack, usableFlaw } from '../attack.ts';
import { ownKernel } from '../needs/container.ts';
import { kernelOpen } from '../needs/flaw.ts';
import { codeInGuest, guestRuns } from '../needs/guest.ts';

/**
 * Into the kernel of a guest: through a flaw of it, or as root by loading a module. Most escapes need it
 * first: page tables, mapped devices and hypercalls are the kernel's. It ends at the guest's edge,
 * and a container has none (rule A32).
 */
export const privGuestRoot = defineAttack({
  id: 'priv-guest-root',
  catalogue: null,
  targets: [6],
  family: null,
  takes: ['vm'],
  brings: 'ring',
  flaw: 'guest-privilege',
  needs: [guestRuns, codeInGuest, ownKernel, kernelOpen],
  headline: ['kernel-open'],
  length: (lengths) => lengths.privilege,
  resolve: (world, attacker, { vm = 0 }) => {
    const id = attacker.knownVms[vm - 1] ?? NONE;
    const flaw = usableFlaw(world, attacker, 'guest-privilege');
    const root = ringOf(world, attacker.id, id) === 'root';
    if (!find(world.vms, id) || (flaw === NONE && !root)) return null;
    return { attacker: attacker.id, vm: id, flaw };
  },
  strikes: atTheEnd,
  effect: (turn, { attacker, operation }, { vm = 0 }, proof) => {
    intrude(turn, vm as VmId, 'kernel', { attacker, attack: operation.attack, proof });
  },
  prospects: (known) =>
    inside(known, 'user')
      .filter(({ ring }) => ring !== 'kernel')
      .filter(({ number }) => about(known, number, 'technique') !== 'container')
      .filter(
        ({ number, ring }) =>
          ring === 'root' ||
          hasFlaw(known, 'guest-privilege', about(known, number, 'kernel-build')),
      )
      .map(({ number }) => ({
        attack: 'priv-guest-root',
        args: { vm: number },
        gain: { kind: 'ring', vm: number, ring: 'kernel' },
        sure: true,
      })),
  words: {
    name: { ko: '게스트 커널 권한 얻기', en: 'Into a guest’s kernel' },
    does: {
      ko: '게스트 커널의 취약점으로, 또는 root라면 커널 모듈을 올려 게스트 커널의 권한을 얻습니다. 밖에서는 흔적이 보이지 않지만 효과는 그 게스트 안에서 끝납니다.',
      en: 'Gets a guest’s kernel through a flaw of it or, as root, by loading a module. Nothing of it shows outside, and it ends at the guest’s edge.',
    },
    lead: {
      ko: '공격자는 게스트 프로세스의 권한에서 게스트 커널의 권한으로 올라섰습니다. 탈출은 대부분 여기서 시작하지만, 이것만으로는 게스트 밖으로 나갈 수 없습니다.',
      en: 'The attacker went from a process of the guest into its kernel. Most escapes begin here, yet this alone does not leave the guest.',
    },
    title: {
      ko: '공격자가 {{tenant}}의 {{workload}} VM에서 커널을 장악했습니다',
      en: 'The attacker took the kernel of the {{workload}} VM of {{tenant}}',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'code-in-guest': {
        ko: '공격자가 이미 그 VM 안에서 코드를 실행하고 있었다',
        en: 'The attacker already ran code in the VM',
      },
      'own-kernel': {
        ko: '그 VM은 컨테이너가 아니라 자기 커널이 있었다',
        en: 'The VM was no container: it had a kernel of its own',
      },
      'kernel-open': {
        ko: '게스트 커널이 패치되지 않았거나 공격자가 root였다',
        en: 'The guest’s kernel was older than the fix, or the attacker was root in it',
      },
    },
  },
});
