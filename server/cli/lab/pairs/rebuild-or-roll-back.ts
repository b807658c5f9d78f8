import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { script } from './ground/script.ts';
import { patients, payments, shopkeeper, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

const FLAWS: ScenarioFile['flaws'] = [{ name: 'shellshock', fixedIn: 12, public: true }];

const rebuild = (second: number) => () => script([second, 'rebuild-vm', { vm: 1 }]);
const rollBack = (second: number) => () => script([second, 'rollback-vm', { vm: 1 }]);

/** Either throws out whoever is in it. What it is like afterwards is its image’s, or its snapshot’s (rules G3, G7). */
export const rebuildOrRollBack = definePair({
  id: 'rebuild-or-roll-back',
  first: 'rebuild from the image',
  second: 'roll back to the snapshot',
  grounds: [
    {
      where: 'broken into, and its snapshot has the same hole',
      world: worldOf(
        {
          vms: [payments({ service: 8, snapshot: { kernel: 20, service: 8 } }), patients()],
          flaws: FLAWS,
          attackers: [shopkeeper([])],
        },
        'img-stale-packages',
      ),
      first: rebuild(82),
      second: rollBack(82),
    },
    {
      where: 'suspected wrongly, and its snapshot is of today',
      world: worldOf({
        vms: [payments({ snapshot: { kernel: 20, service: 14 } }), patients()],
        flaws: FLAWS,
      }),
      first: rebuild(82),
      second: rollBack(82),
    },
  ],
});
