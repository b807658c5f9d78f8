import { probeDevice } from '../../mechanics/exits/exits.ts';
import { record } from '../../mechanics/harm/evidence.ts';
import { flood } from '../../mechanics/harm/harm.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { isAtLeast } from '../../world/machine/vm.ts';
import { about, inside, vmNote } from '../../world/people/known.ts';
import { find, get } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { atTheEnd, defineAttack, type Striker } from '../attack.ts';
import { onThisHost } from '../needs/device.ts';
import { modelsReached, reachesModel, showsModel } from '../needs/device-model.ts';
import { originOf } from '../needs/escape.ts';
import { guestRuns, rootInGuest } from '../needs/guest.ts';
import { diskHasRoom, logsUncapped } from '../needs/storage.ts';

/** They touch a device in a way that its model makes a note of: an exit like any. */
function touchModel(turn: Turn, by: Striker, vm: number): void {
  const { world } = turn;
  const row = find(world.vms, vm);
  if (!row || !isAtLeast(ringOf(world, by.attacker.id, vm), 'root')) return;
  const [exit] = modelsReached(row);
  if (exit !== undefined) probeDevice(turn, row.id, exit.device, originOf(by));
}

/**
 * B57 (a): a log without end. The process that emulates a guest’s devices writes what it finds odd into a log on
 * its host’s disk, and how much of that there is the guest decides. Where nothing caps it, the disk fills. Nothing
 * is broken. Source: CVE-2014-3672, XSA-180 (libvirt before 1.3.0, Xen); capped by default since (FACTS B57 a, I-1).
 */
export const dosLogFlood = defineAttack({
  id: 'dos-log-flood',
  catalogue: 'B57',
  targets: [1],
  family: 'hypervisor',
  takes: ['vm'],
  brings: 'outage',
  needs: [guestRuns, rootInGuest, onThisHost, reachesModel, logsUncapped, diskHasRoom],
  headline: ['logs-uncapped'],
  length: (lengths) => lengths.privilege + lengths.act,
  resolve: (world, attacker, { vm = 0 }) => {
    const row = find(world.vms, attacker.knownVms[vm - 1] ?? NONE);
    return row && { attacker: attacker.id, vm: row.id, host: row.host };
  },
  strikes: atTheEnd,
  opening: (turn, by, { vm = 0 }) => touchModel(turn, by, vm),
  trace: (turn, by, { vm = 0 }) => touchModel(turn, by, vm),
  effect: (turn, by, strike, proof) => {
    const { attacker, operation } = by;
    const vm = strike.vm as VmId;
    flood(turn, { attacker, attack: operation.attack, vm, args: strike, proof });
    attacker.notes[vmNote(operation.args.vm ?? 0, 'floods')] = 1;
    const { host } = get(turn.world.vms, vm);
    record(turn, { kind: 'disk-full', vm, host }, originOf(by));
  },
  // Whether its host caps what it logs no guest can see: they try.
  prospects: (known) =>
    inside(known, 'root')
      .filter(({ number }) => showsModel(known, number) === true)
      .filter(({ number }) => about(known, number, 'floods') !== 1)
      .map(({ number }) => ({
        attack: 'dos-log-flood',
        args: { vm: number },
        gain: { kind: 'outage' },
        sure: false,
      })),
  words: {
    name: { ko: '장치 모델 로그 폭주', en: 'A flood of the device-model log' },
    does: {
      ko: '에뮬레이션 장치를 일부러 잘못 다뤄 장치 모델이 로그를 끝없이 쓰게 합니다. 게스트의 root 권한과 에뮬레이션 장치가 있어야 하고, 호스트의 로그 크기에 제한이 없어야 합니다. 장치를 건드린 exit가 하이퍼바이저 로그에 보입니다.',
      en: 'Misuses an emulated device so that its model writes its log without end. It takes root in a guest with an emulated device, on a host that does not cap such logs. The exits for the device are in the hypervisor’s log.',
    },
    lead: {
      ko: '장치 모델은 이상한 요청을 받을 때마다 호스트의 로그 파일에 한 줄을 남깁니다. 공격자는 그런 요청을 쉬지 않고 보냈고, 로그 크기에 제한이 없어 호스트의 디스크가 가득 찼습니다. 켜져 있던 VM은 볼륨을 미리 받아 두어 계속 실행되었지만, 그 호스트에는 새 볼륨도 스냅샷도 만들 수 없었습니다.',
      en: 'A device model writes a line into a log on its host for each request that it finds odd. The attacker sent such requests without pause, nothing capped the log, and it filled the host’s disk. VMs that ran had been given their volumes before and went on; but no new volume and no snapshot had room there.',
    },
    title: {
      ko: '게스트가 장치 모델의 로그로 {{host}}의 디스크를 가득 채웠습니다',
      en: 'A guest filled the disk of {{host}} with its device model’s log',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'root-in-guest': {
        ko: '공격자가 게스트의 root로서 장치를 직접 건드릴 수 있었다',
        en: 'As root of the guest the attacker reached its devices directly',
      },
      'on-this-host': { ko: '그 VM이 바로 이 호스트에 있었다', en: 'The VM was on this very host' },
      'reaches-model': {
        ko: '호스트의 장치 모델이 그 요청을 받아 처리했고, 막는 필터가 없었다',
        en: 'A device model of the host took its requests, and no filter refused them',
      },
      'logs-uncapped': {
        ko: '호스트가 장치 모델의 로그 크기를 제한하지 않았다',
        en: 'The host did not cap the logs of its device models',
      },
      'disk-has-room': {
        ko: '호스트의 디스크에 로그가 차지할 빈 블록이 있었다',
        en: 'The host’s disk had free blocks for the log to take',
      },
    },
  },
});
