import { describe, expect, test } from 'vitest';
import type { CostTraits } from '../../../../shared/mechanics/cost/prices.ts';
import {
  BETS,
  betTechnique,
  exitsFor,
  isBetOn,
  STAKES,
} from '../../../../shared/mechanics/exits/bet.ts';
import { pipelineOf } from '../../../../shared/mechanics/exits/pipeline/pipeline.ts';
import { TECHNIQUES } from '../../../../shared/world/machine/vm.ts';

const HOSTS = [2006, 2009, 2015, 2020].flatMap((year) =>
  [false, true].flatMap((nestedPaging) =>
    [false, true].map(
      (exitMerging): CostTraits => ({ platform: 'type1', year, nestedPaging, exitMerging }),
    ),
  ),
);

describe('the bet before a match', () => {
  test('K4 K31 on every host ten thousand system calls make no exit, and one write to a port makes one', () => {
    const assisted = TECHNIQUES.filter(isBetOn);
    expect(assisted).toEqual(['hvm', 'hybrid']);
    const exits = assisted.flatMap((technique) =>
      HOSTS.map((host) => BETS.map((bet) => exitsFor(bet, technique, host))),
    );
    expect(exits).toEqual(exits.map(() => [0, 1]));
    expect(exits).toHaveLength(2 * HOSTS.length);
  });

  test('K31 is offered where a guest leaves itself by exits, and nowhere else', () => {
    for (const technique of TECHNIQUES) {
      const leaves = HOSTS.every((host) =>
        pipelineOf('device', technique, host).stages.some(({ what }) => what === 'exit'),
      );
      expect([technique, isBetOn(technique)]).toEqual([technique, leaves]);
    }
  });

  test('K31 a port is written once, and for no batch, whatever drivers the guest has', () => {
    const once = TECHNIQUES.filter(isBetOn).map(
      (technique) => pipelineOf('device', betTechnique('device', technique), HOSTS[0]!).operations,
    );
    expect(once).toEqual([1, 1]);
  });

  test('K31 can be won: what is right is among the stakes, and so is what is wrong', () => {
    for (const host of HOSTS) {
      for (const bet of BETS) expect(STAKES).toContain(exitsFor(bet, 'hvm', host));
    }
    expect(STAKES.length).toBeGreaterThan(2);
  });
});
