import { record } from '../../mechanics/harm/evidence.ts';
import { intrude, ringOf } from '../../mechanics/harm/intrusion.ts';
import { fact } from '../../world/fact.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { isAtLeast } from '../../world/machine/vm.ts';
import { vmNote } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import { atTheEnd, defineAttack, usableFlaw } from '../attack.ts';
import type { Need } from '../need.ts';
import { belowStrike, fromBelow, guestsOf, hostIsTheirs } from '../needs/below.ts';
import { onThisHost } from '../needs/device.ts';
import { originOf } from '../needs/escape.ts';
import { serviceUnpatched } from '../needs/flaw.ts';
import { guestRuns } from '../needs/guest.ts';

/** Which of the guests run, and of which build they are, those below cannot know of each before they look. */
const { known: _runs, ...runs } = guestRuns;
const { known: _build, ...build } = serviceUnpatched;

/** Its tools let its host run commands in the guest. `vm` of the strike. */
const guestOperationsOn: Need<'guest-operations-on'> = {
  id: 'guest-operations-on',
  words: {
    short: { ko: '게스트 작업 켜짐', en: 'guest operations on' },
    failed: {
      ko: '호스트가 그 VM에서 명령을 실행하는 기능은 꺼져 있었습니다',
      en: 'the VM does not let its host run commands in it',
    },
  },
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.tools.includes('guest-operations') === true,
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'tools')],
  counters: () => [],
};

/** Its tools take the host at its word: they are as old as its other programs. `vm` and `flaw` of the strike. */
const toolsUnpatched: Need<'tools-unpatched'> = {
  ...build,
  id: 'tools-unpatched',
  words: {
    short: { ko: '게스트 도구 미패치', en: 'guest tools unpatched' },
    failed: {
      ko: '그 VM의 게스트 도구는 이미 패치되어 있었습니다',
      en: 'the guest tools of the VM had been patched',
    },
  },
};

/**
 * B19: guest operations let a host run commands in its guests, which ask it for a login. A host that was
 * taken over makes the guest's tools skip the question. Source: FACTS B19 (CVE-2023-20867, fixed in VMware
 * Tools 12.2.5; commands run as root).
 */
export const toolsGuestopsAbuse = defineAttack({
  id: 'tools-guestops-abuse',
  catalogue: 'B19',
  targets: [2, 6],
  family: 'images',
  takes: ['vm'],
  brings: 'ring',
  flaw: 'guestops-auth',
  needs: [hostIsTheirs, runs, onThisHost, guestOperationsOn, toolsUnpatched],
  headline: ['tools-unpatched'],
  length: (lengths) => lengths.access,
  resolve: (world, attacker, args) => {
    const flaw = usableFlaw(world, attacker, 'guestops-auth');
    const by = belowStrike(world, attacker, args);
    if (by === null || flaw === NONE) return null;
    return { attacker: attacker.id, host: by.host ?? NONE, flaw };
  },
  strikes: (world, by, done, length) =>
    atTheEnd(world, by, done, length).flatMap((strike) =>
      guestsOf(world, by.host ?? NONE)
        .filter((vm) => !isAtLeast(ringOf(world, by.attacker ?? NONE, vm), 'root'))
        .map((vm) => ({ ...strike, vm })),
    ),
  opening: (_, { attacker, operation }) => {
    attacker.notes[vmNote(operation.args.vm ?? 0, 'guests-run')] = 1;
  },
  effect: (turn, by, { vm = 0 }, proof) => {
    const { attacker, operation } = by;
    intrude(turn, vm as VmId, 'root', { attacker, attack: operation.attack, proof });
    record(turn, { kind: 'intrusion', vm: vm as VmId }, originOf(by));
  },
  prospects: (known) =>
    known.flaws['guestops-auth'] === undefined
      ? []
      : fromBelow(known, 'guests-run', (vm) => ({
          attack: 'tools-guestops-abuse',
          gain: { kind: 'ring', vm, ring: 'root' },
        })),
  words: {
    name: { ko: '게스트 도구로 VM에 침투', en: 'Into VMs through their guest tools' },
    does: {
      ko: '장악한 호스트에서 게스트 작업 기능으로 그 위 VM들 안의 root 명령을 실행합니다. 기능이 켜져 있고 게스트 도구가 옛 빌드여야 합니다. 메모리 암호화는 막지 못합니다. 네트워크에는 흔적이 없습니다.',
      en: 'From a host that is theirs, runs commands as root in its VMs through guest operations. They have to be on, and the guest tools old. Memory encryption does not stop it, and no network shows it.',
    },
    lead: {
      ko: '호스트는 게스트 작업 기능으로 VM 안에서 명령을 실행할 수 있습니다. 원래는 게스트의 로그인이 필요하지만, 장악된 호스트는 옛 게스트 도구가 확인을 건너뛰게 했습니다.',
      en: 'Through guest operations a host can run commands in its VMs. They ask for a login there, but a host that is taken over made the old guest tools skip the question.',
    },
    title: {
      ko: '공격자가 호스트를 거쳐 {{tenant}}의 {{workload}} VM에 들어왔습니다',
      en: 'Through its host the attacker got into the {{workload}} VM of {{tenant}}',
    },
    needs: {
      'host-is-theirs': {
        ko: '공격자가 그 호스트의 게스트 아래에서 코드를 실행하고 있었다',
        en: 'The attacker ran code below the guests of that host',
      },
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'on-this-host': { ko: '그 VM이 그 호스트에 있었다', en: 'The VM was on that host' },
      'guest-operations-on': {
        ko: '게스트 도구가 호스트의 명령을 받아들이도록 켜져 있었다',
        en: 'Its guest tools took commands from the host',
      },
      'tools-unpatched': {
        ko: '게스트 도구가 패치되지 않은 빌드였다',
        en: 'Its guest tools were older than the fix',
      },
    },
  },
});
