import type { Defender } from '../../../../shared/minds/defenders/defender.ts';
import { alertsOf } from '../../../../shared/minds/defenders/reading.ts';
import type { BlueView } from '../../../../shared/view/view.ts';
import { TICKS_PER_SECOND } from '../../../../shared/world/ids.ts';
import { hostOf, ledger, patients, payments, shopkeeper, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

/** Seconds until somebody comes to an alert: they had something else in hand. */
const COMES_AFTER = 6;

/** The VM from which the IDS in the street saw a large transfer, once somebody has come to that. */
const suspect = (view: BlueView): number | undefined =>
  alertsOf(view, 'traffic').find(
    ({ seen, tick }) =>
      seen.nature === 'bulk' && view.tick >= tick + COMES_AFTER * TICKS_PER_SECOND,
  )?.vm;

/** Shuts it off, looks into it, and gives it back if nothing is found there. */
const contain = (): Defender => {
  let contained = 0;
  return (view) => {
    const vm = suspect(view);
    if (contained === 0 && vm !== undefined) {
      contained = vm;
      return [
        { command: 'quarantine-vm', args: { vm } },
        { command: 'investigate-vm', args: { vm } },
      ];
    }
    return alertsOf(view, 'nothing-found').map((alert) => ({
      command: 'release-vm',
      args: { vm: alert.vm },
    }));
  };
};

/** Looks into it, and shuts it off only if code of somebody else is found there. */
const look = (): Defender => {
  let looked = false;
  return (view) => {
    const vm = suspect(view);
    if (!looked && vm !== undefined) {
      looked = true;
      return [{ command: 'investigate-vm', args: { vm } }];
    }
    return alertsOf(view, 'code-found').map((alert) => ({
      command: 'quarantine-vm',
      args: { vm: alert.vm },
    }));
  };
};

/** An outage now, or 15 seconds in which it may go on (rules N7, S8, F3). */
export const containOrLook = definePair({
  id: 'contain-or-look',
  first: 'contain at once',
  second: 'look into it first',
  grounds: [
    {
      where: 'a large transfer: what it works with, on its way out',
      world: worldOf(
        {
          wire: 'ids',
          vms: [payments({ service: 8 }), patients()],
          flaws: [{ name: 'shellshock', fixedIn: 12, public: true }],
          attackers: [shopkeeper([])],
        },
        'img-stale-packages',
      ),
      first: contain,
      second: look,
    },
    {
      where: 'a large transfer: a backup to the other host',
      world: worldOf({
        wire: 'ids',
        hosts: [hostOf(), hostOf()],
        vms: [payments(), ledger({ host: 2 })],
        people: [{ kind: 'backup', at: [100, 100], vm: 1, peer: 2 }],
      }),
      first: contain,
      second: look,
    },
  ],
});
