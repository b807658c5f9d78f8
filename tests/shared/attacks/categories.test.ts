import { describe, expect, test } from 'vitest';
import type { Attack } from '../../../shared/attacks/attack.ts';
import { entailedBy } from '../../../shared/attacks/entailed.ts';
import { attacks } from '../../../shared/attacks/registry.ts';
import { CATEGORIES, categoryOf } from '../../../shared/world/machine/category.ts';
import { WORKLOAD_NAMES, type WorkloadName } from '../../../shared/world/machine/workload.ts';
import { machinesOf, meets, partsFor, worksOn } from '../../support/machines.ts';
import type { Setup } from '../../support/necessity.ts';
import { setups } from '../../support/setups/registry.ts';
import { some } from '../../support/some.ts';

/** Milliseconds: every attack is struck with every workload on every machine. */
const SLOW = 60_000;

const built: readonly (readonly [Attack, Setup])[] = [...attacks].map(([id, attack]) => {
  const row = setups[id];
  if (row === undefined) throw new Error(`no setup of ${id}`);
  return [attack, row.setup()];
});

/** The attacks that work with that workload on every machine of it that has no fault. */
function unavoidable(name: WorkloadName): string[] {
  const faultless = some(machinesOf(name, partsFor(name)).filter((one) => worksOn(name, one)));
  return built
    .filter(([attack, setup]) => faultless.every((one) => meets(attack, setup, name, one)))
    .map(([{ id }]) => id);
}

describe('what a workload cannot do without is what attacks it', () => {
  const found = new Map(WORKLOAD_NAMES.map((name) => [name, unavoidable(name)]));
  const everywhere = [...found.values()].reduce((all, ids) => all.filter((id) => ids.includes(id)));

  test('W18 what can be done to any VM is none of its work’s doing', () => {
    expect(everywhere).toContain('sc-l1tf');
    expect(everywhere).toContain('collect-guest-data');
  });

  test.each(WORKLOAD_NAMES)(
    'W18 %s: those that are told are those that no way of running it avoids',
    (name) => {
      const own = (found.get(name) ?? []).filter((id) => !everywhere.includes(id));
      expect([...entailedBy(name)].sort()).toEqual(own.sort());
    },
    SLOW,
  );

  /** What some workload of a category cannot avoid, and none of another. */
  const alone = (category: (typeof CATEGORIES)[number]): string[] => {
    const of = (wanted: boolean): string[] =>
      WORKLOAD_NAMES.filter((name) => (categoryOf(name) === category) === wanted).flatMap(
        (name) => found.get(name) ?? [],
      );
    const others = of(false);
    return [...new Set(of(true))].filter((id) => !others.includes(id)).sort();
  };

  test('W18 each category has attacks that no other has', () => {
    expect(Object.fromEntries(CATEGORIES.map((one) => [one, alone(one)]))).toEqual({
      server: [
        'clone-entropy-reuse',
        'img-stale-packages',
        'io-sriov-vf-spoof',
        'net-any-any',
        'net-dhcp-rogue',
        'net-eastwest-blindspot',
        'net-fw-drift',
        'net-promisc-sniff',
        'net-vlan-hop',
        'recon-coresidency',
        'snap-rollback-revive',
        'sprawl-orphan',
      ],
      desktop: [
        'esc-svga-cloudburst',
        'esc-usb-xhci',
        'tools-clipboard-read',
        'tools-dnd-clipboard',
        'tools-sharedfolder-traversal',
      ],
      application: [
        'ct-privileged-config',
        'ct-release-agent',
        'ct-runc-overwrite',
        'ct-shared-kernel',
      ],
      hardware: ['dos-exception-loop', 'esc-floppy-venom', 'esc-nested-vmcb'],
    });
  });
});
