import type { RawExit } from '../../mechanics/exits/sample.ts';
import { LIVES_ON, touchesModels } from '../../mechanics/fidelity/models.ts';
import { reasonOf } from '../../mechanics/fidelity/reached.ts';
import { type FactRef, fact } from '../../world/fact.ts';
import type { Counter } from '../../world/history.ts';
import { NONE } from '../../world/ids.ts';
import { type EmulatedNic, NIC_MODELS } from '../../world/machine/device.ts';
import { isAssisted } from '../../world/machine/device-path.ts';
import type { DeviceName } from '../../world/machine/host.ts';
import { TECHNIQUES, type Vm } from '../../world/machine/vm.ts';
import { about, hasFlaw, type Known } from '../../world/people/known.ts';
import { type Deep, find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { noted } from '../knowing.ts';
import type { Need } from '../need.ts';
import { filterFacts, passes, stops } from './filter.ts';
import { hostUnpatched } from './flaw.ts';

/** Other cards that the guest has drivers for, the one on a ring first. */
function otherCards(
  world: ReadonlyWorld,
  vm: number,
  model: EmulatedNic,
  since: FactRef,
): Counter[] {
  const row = find(world.vms, vm);
  const image = find(world.images, row?.image ?? NONE);
  if (!row || !image) return [];
  const rings = isAssisted(row.technique) && !image.legacyOnly;
  return [...NIC_MODELS]
    .reverse()
    .filter((other) => other !== model && (other !== 'para' || rings))
    .map((other) => ({
      command: 'swap-device',
      args: { vm, device: 'nic', model: other },
      moment: 'after',
      fact: since,
    }));
}

/** The network card that the guest sees is that model. `vm` of the strike. */
export const hasCard = (model: EmulatedNic): Need<'nic-model'> => ({
  id: 'nic-model',
  words: {
    short: { ko: '그 모델의 네트워크 카드', en: 'its card is that model' },
    failed: {
      ko: '그 VM의 네트워크 카드는 다른 모델이었습니다',
      en: 'the VM has another network card',
    },
  },
  known: { inside: (known, { vm }) => isCard(known, vm, model) },
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.nicModel === model,
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'nicModel')],
  counters: (world, { vm = 0 }) => otherCards(world, vm, model, fact('vms', vm, 'nicModel')),
});

/** Whether a VM's network card is known to be that model. */
export function isCard(known: Known, vm: number, model: string): boolean | undefined {
  const note = about(known, vm, 'nic');
  return note === undefined ? undefined : note === model;
}

/** Its display hands drawing commands and shaders on to the host's graphics card. `vm` of the strike. */
export const drawsIn3d: Need<'draws-in-3d'> = {
  id: 'draws-in-3d',
  words: {
    short: { ko: '3D 가속 켜짐', en: '3-D acceleration on' },
    failed: { ko: '3D 가속이 꺼져 있었습니다', en: '3-D acceleration was off' },
  },
  known: { inside: (known, { vm }) => noted(about(known, vm, 'accel3d')) },
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.accel3d === true,
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'accel3d')],
  counters: (_, { vm = 0 }) => [
    { command: 'disable-3d', args: { vm }, moment: 'after', fact: fact('vms', vm, 'accel3d') },
  ],
};

/**
 * They know at which addresses the process of the VM's devices lies: somebody told, or its host puts every
 * process at the same. What an overflow writes has to point somewhere. `vm`, `host` and `attacker`.
 */
export const layoutKnown: Need<'layout-known'> = {
  id: 'layout-known',
  words: {
    short: { ko: '프로세스 주소 배치를 앎', en: 'its layout is known' },
    failed: {
      ko: '장치 프로세스의 주소 배치(ASLR)를 알지 못했습니다',
      en: 'we did not know the layout of its device process (ASLR)',
    },
  },
  // That it is not known does not say that it has to be.
  known: { inside: (known, { vm }) => (about(known, vm, 'layout') === 1 ? true : undefined) },
  holds: (world, { vm = 0, host = 0, attacker = 0 }) =>
    knows(world, vm, attacker) || find(world.hosts, host)?.aslr === false,
  facts: (world, { vm = 0, host = 0, attacker = 0 }) => [
    fact('vms', vm, 'layoutKnownBy'),
    ...(knows(world, vm, attacker) ? [] : [fact('hosts', host, 'aslr')]),
  ],
  // A new process lies elsewhere.
  counters: (world, { vm = 0, attacker = 0 }) =>
    knows(world, vm, attacker)
      ? [
          {
            command: 'restart-vm',
            args: { vm },
            moment: 'after',
            fact: fact('vms', vm, 'layoutKnownBy'),
          },
        ]
      : [],
};

const knows = (world: ReadonlyWorld, vm: number, attacker: number): boolean =>
  attacker !== NONE && find(world.vms, vm)?.layoutKnownBy === attacker;

/** A process of its own runs the VM and emulates its devices. `vm` of the strike. */
export const runsInProcess: Need<'runs-in-process'> = {
  id: 'runs-in-process',
  words: {
    short: { ko: '장치 프로세스로 실행', en: 'run by a device process' },
    failed: {
      ko: '그 VM에는 장치를 에뮬레이션하는 프로세스가 없었습니다',
      en: 'no process emulates devices for the VM',
    },
  },
  holds: (world, { vm = 0 }) => {
    const row = find(world.vms, vm);
    return row !== null && touchesModels(row.technique);
  },
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'technique')],
  counters: () => [],
};

/** The second stage has its own flaw, in the hypervisor. `host`, and `breakout`: that flaw. */
export const breakoutUnpatched: Need<'breakout-unpatched'> = {
  ...hostUnpatched,
  id: 'breakout-unpatched',
  words: {
    short: { ko: '2단계 결함 미패치', en: 'second stage unpatched' },
    failed: {
      ko: '프로세스에서 하이퍼바이저로 가는 두 번째 결함이 패치되어 있었습니다',
      en: 'the way from the process into the hypervisor had been patched',
    },
  },
  known: {
    inside: (known, { vm }) => hasFlaw(known, 'vmx-write', about(known, vm, 'host-build')),
  },
  holds: (world, { breakout = 0, ...strike }) =>
    hostUnpatched.holds(world, { ...strike, flaw: breakout }),
  facts: (world, { breakout = 0, ...strike }) =>
    hostUnpatched.facts(world, { ...strike, flaw: breakout }),
  counters: (world, { breakout = 0, ...strike }) =>
    hostUnpatched.counters(world, { ...strike, flaw: breakout }),
};

/** Its host's kernel takes what lies on the rings of its network card. `vm` of the strike. */
export const servedByKernel: Need<'served-by-kernel'> = {
  id: 'served-by-kernel',
  words: {
    short: { ko: 'vhost 백엔드', en: 'vhost back end' },
    failed: {
      ko: '네트워크 링을 호스트 커널(vhost)이 처리하지 않았습니다',
      en: 'the host’s kernel did not serve its network rings (vhost)',
    },
  },
  // From inside a ring looks the same, whoever serves it; that there is none they can tell.
  known: { inside: (known, { vm }) => (isCard(known, vm, 'para') === false ? false : undefined) },
  holds: (world, { vm = 0 }) => {
    const row = find(world.vms, vm);
    return row !== null && isAssisted(row.technique) && row.nicModel === 'para' && row.vhost;
  },
  facts: (_, { vm = 0 }) => [
    fact('vms', vm, 'technique'),
    fact('vms', vm, 'nicModel'),
    fact('vms', vm, 'vhost'),
  ],
  counters: (_, { vm = 0 }) => [
    { command: 'disable-vhost', args: { vm }, moment: 'after', fact: fact('vms', vm, 'vhost') },
  ],
};

/** It is being moved while it runs: its host writes down which of its pages change. `vm` of the strike. */
export const isMoving: Need<'is-moving'> = {
  id: 'is-moving',
  words: {
    short: { ko: '라이브 마이그레이션 중', en: 'it is being migrated' },
    failed: {
      ko: '그 VM은 마이그레이션 중이 아니었습니다',
      en: 'the VM was not being migrated',
    },
  },
  known: { certain: (known, { vm }) => known.vms[vm - 1]?.moving === true },
  holds: (world, { vm = 0 }) => (find(world.vms, vm)?.movingTo ?? NONE) !== NONE,
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'movingTo')],
  counters: () => [],
};

/** An exit of a guest for a device that its host emulates. */
type ModelExit = RawExit & { readonly device: DeviceName };

/** As much of a guest as decides how it reaches a device. */
function reasonToward(vm: Deep<Vm>, device: DeviceName): ReturnType<typeof reasonOf> {
  const { technique } = vm;
  if (device === 'disk') return reasonOf({ technique, diskModel: vm.diskModel }, device);
  if (device === 'nic')
    return reasonOf({ technique, nicModel: vm.nicModel, card: vm.card }, device);
  return reasonOf({ technique }, device);
}

/** A harmless touch of each model that a guest has; of what lies on a ring, or is its own, there is none. */
export const modelsReached = (vm: Deep<Vm>): ModelExit[] =>
  vm.devices.flatMap((device) => {
    const reason = reasonToward(vm, device);
    return reason === 'io' || reason === 'mmio' ? [{ reason, device, call: '', operand: 1 }] : [];
  });

/**
 * A process of the host's emulates a device for the guest, and is handed what the guest sends it: no filter
 * refuses every exit for it (rule K6). `vm` and `host` of the strike.
 */
export const reachesModel: Need<'reaches-model'> = {
  id: 'reaches-model',
  words: {
    short: { ko: '장치 모델에 요청이 닿음', en: 'reaches a device model' },
    failed: {
      ko: '요청을 받아 줄 장치 모델이 없거나, 필터가 막았습니다',
      en: 'no device model took the requests, or a filter refused them',
    },
  },
  known: { inside: (known, { vm }) => showsModel(known, vm) },
  holds: (world, strike) => {
    const row = find(world.vms, strike.vm ?? NONE);
    return row !== null && modelsReached(row).some((exit) => passes(world, strike, exit));
  },
  facts: (world, strike) => {
    const { vm = 0 } = strike;
    const devices = find(world.vms, vm)?.devices ?? [];
    return [
      fact('vms', vm, 'technique'),
      fact('vms', vm, 'devices'),
      ...(devices.includes('disk') ? [fact('vms', vm, 'diskModel')] : []),
      ...(devices.includes('nic') ? [fact('vms', vm, 'nicModel'), fact('vms', vm, 'card')] : []),
      ...filterFacts(strike),
    ];
  },
  counters: (world, strike) => {
    const row = find(world.vms, strike.vm ?? NONE);
    // Of several models each would have to be refused: that is no one order.
    const [exit, more] = row ? modelsReached(row) : [];
    return exit === undefined || more !== undefined ? [] : stops(exit.device, exit, strike);
  },
};

/** Whether a model is known to take what a VM sends; `undefined`: its devices may all be on rings. */
export function showsModel(known: Known, vm: number): boolean | undefined {
  const technique = TECHNIQUES.find((name) => name === about(known, vm, 'technique'));
  const devices = about(known, vm, 'devices');
  if (technique === undefined || devices === undefined) return undefined;
  if (!touchesModels(technique)) return false;
  const all = devices.split(',');
  if (technique !== 'hybrid' || all.some((name) => !LIVES_ON.some((own) => own === name))) {
    return devices !== '';
  }
  return all.includes('nic') && isCard(known, vm, 'para') === false ? true : undefined;
}
