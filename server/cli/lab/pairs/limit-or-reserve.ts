import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { script } from './ground/script.ts';
import { hostOf, patients, shop, shopkeeper, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

/** Somebody of the shop, in so many VMs of theirs, beside those. */
const beside = (own: number, others: ScenarioFile['vms']): ScenarioFile =>
  worldOf(
    {
      hosts: [hostOf()],
      vms: [...Array.from({ length: own }, () => shop()), ...others],
      attackers: Array.from({ length: own }, (_, i) => shopkeeper([i + 1])),
    },
    'dos-noisy-neighbour',
  );

const limit = () => script([0, 'limit-vm', { vm: 1 }]);
const reserve = (vm: number) => () => script([0, 'reserve-vm', { vm }]);

/** A limit holds one VM off all its neighbours; a reservation keeps one safe from whoever comes (B56). */
export const limitOrReserve = definePair({
  id: 'limit-or-reserve',
  first: 'limit the noisy VM',
  second: 'reserve for the quiet one',
  grounds: [
    {
      where: 'a database that needs nearly all of its host',
      world: beside(1, [patients({ demand: 2_700_000 })]),
      first: limit,
      second: reserve(2),
    },
    {
      where: 'two are noisy, and one goes short',
      world: beside(2, [patients()]),
      first: limit,
      second: reserve(3),
    },
  ],
});
