import type { Defender } from '../../../../shared/minds/defenders/defender.ts';
import { script } from './ground/script.ts';
import { hostOf, OF_2006, payments, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

/** The host is patched live; the process that runs the VM goes on with its old code until then. */
const patched = [60, 'patch-host', { host: 1, how: 'live' }] as const;

const restart = (): Defender => script(patched, [75, 'restart-vm', { vm: 1 }]);
const migrate = (): Defender =>
  script(patched, [75, 'migrate-vm', { vm: 1, host: 2 }], [88, 'push-policy', { host: 2 }]);

/** Either gives it the new code of its devices (rule K10): off for a while, or elsewhere. */
export const restartOrMigrate = definePair({
  id: 'restart-or-migrate',
  first: 'restart the VM',
  second: 'migrate it',
  grounds: [
    {
      where: 'after a live patch, and the other host is of 2006',
      world: worldOf({
        hosts: [hostOf({ build: 40 }), hostOf({ ...OF_2006, build: 50 })],
        vms: [payments({ workload: 'search', tenant: 'shop', asset: 'orders' }), payments()],
        flaws: [{ name: 'venom', fixedIn: 50, public: true }],
      }),
      first: restart,
      second: migrate,
    },
    {
      where: 'after a live patch, and the other host is as good',
      world: worldOf({
        hosts: [hostOf({ build: 40 }), hostOf({ build: 50 })],
        vms: [payments({ workload: 'search', tenant: 'shop', asset: 'orders' }), payments()],
        flaws: [{ name: 'venom', fixedIn: 50, public: true }],
      }),
      first: restart,
      second: migrate,
    },
  ],
});
