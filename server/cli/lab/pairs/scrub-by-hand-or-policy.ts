import { script, serve, together } from './ground/script.ts';
import { patients, payments, shopkeeper, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

const byHand = () => together(script([0, 'scrub-frames', { host: 1 }]), serve(1, 'hybrid'));
const byPolicy = () =>
  together(script([0, 'scrub-policy', { host: 1, policy: 'on-allocate' }]), serve(1, 'hybrid'));

/** One round now and for nothing, or from now on and for money (rules M6, M8). */
export const scrubByHandOrPolicy = definePair({
  id: 'scrub-by-hand-or-policy',
  first: 'scrub by hand',
  second: 'set a policy',
  grounds: [
    {
      where: 'six frames of old data, and 40 credits',
      world: worldOf(
        {
          vms: [payments()],
          residue: [{ host: 1, asset: 'patient-records', frames: 6 }],
          attackers: [shopkeeper([], { frames: 8 })],
          pace: { startCredits: 40 },
        },
        'res-mem-unscrubbed',
      ),
      first: byHand,
      second: byPolicy,
    },
    {
      where: 'a VM leaves its data behind when the round is long over',
      world: worldOf(
        {
          vms: [payments(), patients()],
          residue: [{ host: 1, asset: 'patient-records', frames: 6 }],
          people: [{ kind: 'deletes-own', at: [19, 19], vm: 2 }],
          attackers: [shopkeeper([], { frames: 8 })],
        },
        'res-mem-unscrubbed',
      ),
      first: byHand,
      second: byPolicy,
    },
  ],
});
