import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { play } from '../../../shared/match/play.ts';
import { clerk } from '../../../shared/minds/defenders/clerk.ts';
import type { Defender } from '../../../shared/minds/defenders/defender.ts';
import { expert } from '../../../shared/minds/defenders/expert.ts';
import { novice } from '../../../shared/minds/defenders/novice.ts';
import type { Scenario, ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { eventsOf, hostileShop, hostsWith, tiny } from '../../support/worlds.ts';

const desktop: ScenarioFile['vms'][number] = {
  ...tiny().vms[0]!,
  workload: 'office-desktop',
  devices: ['disk', 'nic', 'xhci'],
};

/** A minute on hosts that refuse the floppy and the USB controller, with what is needed besides. */
const refusing = (vms: ScenarioFile['vms'], commands = ['exit-filter']): Scenario =>
  tiny({
    hosts: hostsWith({
      filters: [
        { trap: 'floppy', action: 'refuse' },
        { trap: 'xhci', action: 'refuse' },
      ],
    }),
    vms,
    deck: { commands, attacks: [], sensors: [], techniques: ['hvm'] },
    pace: { prepare: 5, live: 300, filterLength: 5 },
  });

describe('defenders', () => {
  test.each(Object.entries({ expert, novice }))(
    'F7 %s lets through again what a guest needs, and nothing else',
    (_, defender) => {
      const { match } = play(refusing([desktop]), 1, defender);
      expect(eventsOf(match.history, 'filter-set').map(({ data }) => data)).toEqual([
        { vm: 0, host: 1, trap: 'xhci', action: 'emulate' },
      ]);
      expect(match.world.vms[1]?.faults).toEqual([]);
    },
  );

  test.each(Object.entries({ expert, novice }))(
    'K73 F7 %s takes a refusal of a whole reason back where a guest lives by it',
    (_, defender) => {
      const scenario = refusing([desktop]);
      for (const host of scenario.hosts) host.filters = [{ trap: 'mmio', action: 'refuse' }];
      const { match } = play(scenario, 1, defender);
      expect(eventsOf(match.history, 'filter-set').map(({ data }) => data)).toEqual([
        { vm: 0, host: 1, trap: 'mmio', action: 'emulate' },
      ]);
      expect(match.world.vms[1]?.faults).toEqual([]);
    },
  );

  test('F7 the expert chooses no technique that lacks what the work needs; the clerk does not look', () => {
    const served = (defender: Defender): unknown => {
      const scenario = tiny({
        hosts: hostsWith({ virtualisationExtension: false }),
        vms: [],
        people: [
          {
            kind: 'wants-vm',
            at: [2, 2],
            tenant: 'bank',
            plan: { ...hostileShop.plan, asset: 'payment-keys', workload: 'office-desktop' },
          },
        ],
        deck: { commands: ['create-vm'], attacks: [], sensors: [], techniques: ['para', 'bt'] },
        pace: { prepare: 5, live: 60, createLength: 5 },
      });
      return play(scenario, 1, defender).match.world.vms[1]?.technique;
    };
    expect(served(expert)).toBe('bt');
    expect(served(clerk)).toBe('para');
  });

  test('F7 who needs nothing that is refused is left alone, and so is who could not be helped', () => {
    const ordered = (vms: ScenarioFile['vms'], commands?: string[]): number =>
      eventsOf(play(refusing(vms, commands), 1, expert).match.history, 'order').length;
    expect(ordered([{ ...desktop, workload: 'payments' }])).toBe(0);
    expect(ordered([desktop], ['stop-vm'])).toBe(0);
  });

  test('G2 the expert patches what VMs are made from, once it is published that it is old', () => {
    const ordered = (open: boolean): unknown[] => {
      const scenario = tiny({
        images: [
          {
            name: 'web-2015',
            os: 'open',
            container: false,
            kernel: 20,
            service: 8,
            devices: ['disk'],
          },
        ],
        flaws: [{ name: 'shellshock', fixedIn: 12, public: open }],
        attackers: [],
        vms: [],
        deck: { commands: ['patch-image'], attacks: [], sensors: [], techniques: ['hvm'] },
        pace: { prepare: 5, live: 300, patchImageLength: 5 },
      });
      const { history } = play(scenario, 1, expert).match;
      return eventsOf(history, 'order').map(({ data }) => data.args);
    };
    expect(ordered(true)).toEqual([{ image: 1 }]);
    expect(ordered(false)).toEqual([]);
  });

  test.each([
    [1, 50],
    [4, 15],
    [20, 5],
  ])('%i novices together do one thing in %i ticks', (seats, pace) => {
    const short = { ...scenarios['three-tenants']!.pace, prepare: 100, live: 300 };
    const scenario = { ...scenarios['three-tenants']!, pace: short };
    const { history } = play(scenario, 1, novice, { seats }).match;
    const ticks = eventsOf(history, 'order').map(({ tick }) => tick - 1);
    expect(new Set(ticks).size).toBe(ticks.length);
    expect(ticks.length).toBeGreaterThan(4);
    expect(ticks.filter((tick) => tick % pace !== 0)).toEqual([]);
  });
});
