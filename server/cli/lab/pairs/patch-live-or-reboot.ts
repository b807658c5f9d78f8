import type { Defender } from '../../../../shared/minds/defenders/defender.ts';
import { TICKS_PER_SECOND } from '../../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { script, serve, together } from './ground/script.ts';
import { hostOf, patients, payments, planFrom, shop, shopkeeper, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

const live = (second: number): Defender => script([second, 'patch-host', { host: 1, how: 'live' }]);

/** Off, with a reboot, and on again: nothing may run meanwhile. */
const rebootRunning = (second: number, vms: readonly number[]): Defender =>
  script(
    ...vms.map((vm) => [second, 'stop-vm', { vm }] as const),
    [second + 4, 'patch-host', { host: 1, how: 'reboot' }],
    ...vms.map((vm) => [second + 36, 'start-vm', { vm }] as const),
  );
const rebootEmpty = (second: number): Defender =>
  script([second, 'patch-host', { host: 1, how: 'reboot' }]);

const FLAWED: Partial<ScenarioFile> = {
  hosts: [hostOf({ build: 40 })],
  flaws: [{ name: 'superpage', fixedIn: 50, public: true }],
};

/** Dear while everything runs, or cheap while nothing does (rule K7). */
export const patchLiveOrReboot = definePair({
  id: 'patch-live-or-reboot',
  first: 'patch live',
  second: 'patch with a reboot',
  grounds: [
    {
      where: 'three VMs run there, and there is no other host',
      world: worldOf(
        {
          ...FLAWED,
          vms: [
            shop({ technique: 'para' }),
            payments({ technique: 'para' }),
            patients({ technique: 'para' }),
          ],
          attackers: [shopkeeper([1])],
        },
        'hc-l2-superpage',
      ),
      first: () => live(22),
      second: () => rebootRunning(22, [1, 2, 3]),
    },
    {
      where: 'a new host on which nothing runs yet, and 60 credits',
      world: worldOf(
        {
          ...FLAWED,
          vms: [],
          people: [
            { kind: 'wants-vm', at: [45, 45], tenant: 'bank', plan: planFrom(payments()) },
            { kind: 'wants-vm', at: [46, 46], tenant: 'hospital', plan: planFrom(patients()) },
          ],
          attackers: [shopkeeper([])],
          pace: { prepare: 40 * TICKS_PER_SECOND, startCredits: 60 },
        },
        'hc-l2-superpage',
      ),
      first: () => together(live(0), serve(1, 'para')),
      second: () => together(rebootEmpty(0), serve(1, 'para')),
    },
  ],
});
