import type { Technique } from '../../../../shared/world/machine/vm.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { serve } from './ground/script.ts';
import { hostOf, OF_2003, OF_2006, patients, payments, planFrom, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

type FileVm = ScenarioFile['vms'][number];

/** Somebody asks for that VM at once: it is made in Prepare, by the technique that is chosen. */
const asked = (wanted: FileVm, host: Parameters<typeof hostOf>[0]): ScenarioFile =>
  worldOf({
    hosts: [hostOf({ capacity: 1_150_000, ...host })],
    vms: [],
    people: [{ kind: 'wants-vm', at: [1, 1], tenant: wanted.tenant, plan: planFrom(wanted) }],
  });

const BIG = { demand: 1_000_000 } as const;
const search = payments({ tenant: 'shop', workload: 'search', asset: 'orders', ...BIG });
const server = payments({ workload: 'settlement', ...BIG });
const database = patients(BIG);
const desktop = payments({
  tenant: 'hospital',
  workload: 'office-desktop',
  zone: 'desktop',
  asset: 'appointments',
  image: 'open-desktop',
  demand: 300_000,
});
const by = (technique: Technique) => () => serve(1, technique);

const choice = (first: Technique, second: Technique) =>
  ({ first: by(first), second: by(second) }) as const;

/** A ported kernel or exits: by the generation of the CPU (rules K2, K3, K22). */
export const paraOrHybrid = definePair({
  id: 'para-or-hybrid',
  first: 'para',
  second: 'hybrid',
  grounds: [
    {
      where: 'a database, on a CPU of 2006 without nested paging',
      world: asked(database, OF_2006),
      ...choice('para', 'hybrid'),
    },
    {
      where: 'the same database, on a CPU of 2015 with it',
      world: asked(database, {}),
      ...choice('para', 'hybrid'),
    },
  ],
});

/** Without hardware assistance a kernel is ported, or its code translated (rules K1, F7). */
export const paraOrBt = definePair({
  id: 'para-or-bt',
  first: 'para',
  second: 'binary translation',
  grounds: [
    {
      where: 'a database, on a CPU without hardware assistance',
      world: asked(database, OF_2003),
      ...choice('para', 'bt'),
    },
    {
      where: 'a desktop that needs its USB controller, on the same CPU',
      world: asked(desktop, OF_2003),
      ...choice('para', 'bt'),
    },
  ],
});

/** Drivers that know they are virtual, where the guest has any (rule K24). */
export const hvmOrHybrid = definePair({
  id: 'hvm-or-hybrid',
  first: 'HVM',
  second: 'hybrid',
  grounds: [
    {
      where: 'a guest with drivers for old hardware only',
      world: asked({ ...server, image: 'legacy-closed', demand: 300_000 }, {}),
      ...choice('hvm', 'hybrid'),
    },
    {
      where: 'a server that has the drivers',
      world: asked(server, { capacity: 1_000_000 }),
      ...choice('hvm', 'hybrid'),
    },
  ],
});

/** The first hardware assistance against a translator: what a guest does most decides (rules K2, K3). */
export const hvmOrBt = definePair({
  id: 'hvm-or-bt',
  first: 'HVM',
  second: 'binary translation',
  grounds: [
    {
      where: 'a server with many system calls, on a CPU of 2006',
      world: asked(server, OF_2006),
      ...choice('hvm', 'bt'),
    },
    {
      where: 'a search that maps memory all day, on the same CPU',
      world: asked(search, OF_2006),
      ...choice('hvm', 'bt'),
    },
  ],
});

/** The guest's own instructions on the CPU, or an emulator of another one (rule K23). */
export const hybridOrEmulation = definePair({
  id: 'hybrid-or-emulation',
  first: 'hybrid',
  second: 'emulation',
  grounds: [
    {
      where: 'a server of the host’s own kind',
      world: asked(server, {}),
      ...choice('hybrid', 'emulation'),
    },
    {
      where: 'an appliance with code for another kind of CPU',
      world: asked(
        payments({
          tenant: 'hospital',
          workload: 'door-control',
          asset: 'appointments',
          image: 'arm-appliance',
          demand: 20_000,
        }),
        {},
      ),
      ...choice('hybrid', 'emulation'),
    },
  ],
});
