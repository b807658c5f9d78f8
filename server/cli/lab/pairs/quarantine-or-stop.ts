import { script } from './ground/script.ts';
import { hostOf, patients, payments, shop, shopkeeper, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

/** Shut off it keeps running: its service comes back at once, and whoever is in it goes on (rules N7, V2). */
export const quarantineOrStop = definePair({
  id: 'quarantine-or-stop',
  first: 'quarantine',
  second: 'stop',
  grounds: [
    {
      where: 'nobody is in it: it is looked into, and given back',
      world: worldOf({ vms: [payments(), patients()] }),
      first: () =>
        script(
          [40, 'quarantine-vm', { vm: 1 }],
          [40, 'investigate-vm', { vm: 1 }],
          [56, 'release-vm', { vm: 1 }],
        ),
      second: () =>
        script(
          [40, 'stop-vm', { vm: 1 }],
          // What stops it has it in hand for two seconds.
          [43, 'investigate-vm', { vm: 1 }],
          [59, 'start-vm', { vm: 1 }],
        ),
    },
    {
      where: 'its kernel is somebody’s, and a device leads out of it',
      world: worldOf(
        {
          hosts: [hostOf({ build: 40 })],
          vms: [shop({ image: 'test-bench' }), payments(), patients()],
          flaws: [{ name: 'venom', fixedIn: 50, public: true }],
          attackers: [shopkeeper([1])],
        },
        'esc-floppy-venom',
      ),
      first: () => script([40, 'quarantine-vm', { vm: 1 }]),
      second: () => script([40, 'stop-vm', { vm: 1 }]),
    },
  ],
});
