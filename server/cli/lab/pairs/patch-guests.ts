import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { script, serve, together } from './ground/script.ts';
import { imagesOf, patients, payments, planFrom, shopkeeper, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

/** Somebody comes in from the internet by a hole of web services. */
const stale = (over: Parameters<typeof worldOf>[0]): ScenarioFile =>
  worldOf(
    {
      flaws: [{ name: 'shellshock', fixedIn: 12, public: true }],
      attackers: [shopkeeper([])],
      ...over,
    },
    'img-stale-packages',
  );

const patch = (vm: number, second: number) => () => script([second, 'patch-guest', { vm }]);
const rebuild = (second: number) => () => script([second, 'rebuild-vm', { vm: 1 }]);

/** A patch closes the hole while the guest runs, and leaves in it whoever came by it (rules G2, G3). */
export const patchOrRebuild = definePair({
  id: 'patch-or-rebuild',
  first: 'patch the guest',
  second: 'rebuild it',
  grounds: [
    {
      where: 'an advisory has just come out, and nobody is in it yet',
      world: stale({
        vms: [payments({ service: 8 }), patients()],
        flaws: [{ name: 'shellshock', fixedIn: 12, public: false }],
        people: [{ kind: 'advisory', at: [60, 60], flaw: 'shellshock' }],
      }),
      first: patch(1, 62),
      second: rebuild(62),
    },
    {
      where: 'somebody has come in by the hole already',
      world: stale({ vms: [payments({ service: 8 }), patients()] }),
      first: patch(1, 82),
      second: rebuild(82),
    },
  ],
});

/** Today’s VMs are mended one by one, tomorrow’s by their image (rule G2). */
export const patchGuestOrImage = definePair({
  id: 'patch-guest-or-image',
  first: 'patch the guest',
  second: 'patch the image',
  grounds: [
    {
      where: 'a VM runs that was made of the old image',
      world: stale({
        images: imagesOf({ service: 8 }),
        vms: [payments({ service: 8 }), patients({ service: 8 })],
      }),
      first: patch(1, 0),
      second: () => script([0, 'patch-image', { image: 1 }]),
    },
    {
      where: 'the VM that is asked for has yet to be made of it',
      world: stale({
        images: imagesOf({ service: 8 }),
        vms: [patients({ service: 8 })],
        people: [{ kind: 'wants-vm', at: [12, 12], tenant: 'bank', plan: planFrom(payments()) }],
      }),
      first: () => together(patch(1, 0)(), serve(1, 'hybrid')),
      second: () => together(script([0, 'patch-image', { image: 1 }]), serve(1, 'hybrid')),
    },
  ],
});
