import { describe, expect, test } from 'vitest';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { benchOfFunctions, benchWithDevice } from '../../support/setups/own-device.ts';
import { type Bench, id } from '../../support/worlds.ts';

const DMA = 'hw-dma-no-iommu';
const MSI = 'hw-msi-no-intremap';
const SPOOF = 'io-sriov-vf-spoof';

/** Acts once and waits until it is over. What came of it, or the need that was not met. */
function outcome(bench: Bench, attack: string, args: object = { vm: 1 }): string | undefined {
  bench.act(attack, args);
  bench.run(12);
  const ended = bench.events('act-ended').at(-1)?.data;
  return ended?.outcome === 'done' ? 'done' : ended?.need;
}

const seen = ({ world }: Bench): string[] =>
  world.alerts.flatMap((alert) => (alert ? [`${alert.sensor} ${alert.seen.kind}`] : []));

const withDma = () => benchWithDevice({ remaps: 'dma' });
const withIommu = () => benchWithDevice({ remaps: 'interrupts', iommu: true });
const withBoth = () =>
  benchWithDevice({ remaps: 'interrupts', iommu: true, interruptRemapping: true });

describe('B24 and B25', () => {
  test('A88 K93 without an IOMMU the host is theirs, and no sensor sees it', () => {
    const bench = withDma();
    expect(outcome(bench, DMA)).toBe('done');
    expect(bench.world.hosts[1]?.intruder).toBe(1);
    expect(seen(bench)).toEqual([]);
    expect(bench.world.evidence).toEqual([null]);
  });

  test('A88 K93 with one it is a DMA fault in the hypervisor’s log', () => {
    const bench = withIommu();
    expect(outcome(bench, DMA)).toBe('dma-unremapped');
    expect(bench.world.hosts[1]?.intruder).toBe(0);
    expect(seen(bench)).toEqual(['S4 dma-fault']);
  });

  test('A89 an IOMMU that is on does not stop forged interrupts, and logs nothing of them', () => {
    for (const bench of [withDma(), withIommu()]) {
      expect(outcome(bench, MSI)).toBe('done');
      expect(seen(bench)).toEqual([]);
    }
  });

  test('A89 K93 remapped, they are faults in the log', () => {
    const bench = withBoth();
    expect(outcome(bench, MSI)).toBe('interrupts-unremapped');
    expect(seen(bench)).toEqual(['S4 interrupt-fault']);
  });

  test('A88 A89 a virtual card reaches nothing, and leaves nothing', () => {
    for (const attack of [DMA, MSI]) {
      const bench = benchWithDevice({ remaps: 'interrupts', iommu: true }, { card: 'virtual' });
      expect(outcome(bench, attack)).toBe('has-own-device');
      expect(seen(bench)).toEqual([]);
    }
  });

  test('A88 K93 where the chipset can only remap DMA, taking the device back is what is left', () => {
    const bench = withDma();
    expect(bench.give('remap-interrupts', { host: 1 })?.code).toBe('rule.no-remapping');
    expect(bench.give('enable-iommu', { host: 1 })).toBeNull();
    bench.run(12);
    expect(outcome(bench, DMA)).toBe('dma-unremapped');
    expect(outcome(bench, MSI)).toBe('done');
    const other = withDma();
    expect(other.give('virtual-card', { vm: 1 })).toBeNull();
    other.run(8);
    expect(outcome(other, MSI)).toBe('has-own-device');
  });
});

describe('B26', () => {
  const args = { from: 1, vm: 2 };

  test('A90 N15 rules of the switch do not apply, and S2 sees nothing (B-IX check 10)', () => {
    const bench = benchOfFunctions({
      rules: [{ from: 'any', to: 'any', service: 'any', allow: false }],
      wire: 'ids',
      zones: ['app', 'data', 'dmz', 'quarantine'].map((name) => ({
        name: name as 'app',
        promiscuous: false,
        macChanges: false,
        forgedTransmits: false,
        arpInspection: true,
      })),
    });
    for (const host of [1, 2]) setFact(bench.world, 'switches', host, 'watch', 'ids', SCENARIO);
    expect(outcome(bench, SPOOF, args)).toBe('done');
    expect(bench.events('harm').map(({ data }) => [data.attack, data.victim])).toEqual([
      [SPOOF, 1],
    ]);
    expect(seen(bench)).toEqual([]);
  });

  test('A90 N16 where the card checks, what it drops is counted', () => {
    const bench = benchOfFunctions();
    setFact(bench.world, 'hosts', 1, 'spoofCheck', true, SCENARIO);
    expect(outcome(bench, SPOOF, args)).toBe('mac-unchecked');
    expect(seen(bench)).toEqual(['S4 mac-spoofed']);
  });

  test('A90 N16 a function that is trusted gives itself any address, checked or not', () => {
    const bench = benchOfFunctions();
    setFact(bench.world, 'hosts', 1, 'spoofCheck', true, SCENARIO);
    setFact(bench.world, 'hosts', 1, 'vfTrust', true, SCENARIO);
    expect(outcome(bench, SPOOF, args)).toBe('done');
    expect(seen(bench)).toEqual([]);
  });

  test('A90 N16 one order sets both right', () => {
    const bench = benchOfFunctions();
    setFact(bench.world, 'hosts', 1, 'vfTrust', true, SCENARIO);
    expect(bench.give('check-spoofing', { host: 1 })).toBeNull();
    bench.run(4);
    expect(bench.world.hosts[1]).toMatchObject({ spoofCheck: true, vfTrust: false });
    expect(bench.give('check-spoofing', { host: 1 })?.code).toBe('rule.already-so');
    expect(outcome(bench, SPOOF, args)).toBe('mac-unchecked');
  });

  test('A90 N17 another VLAN is out of reach: the driver of the physical function fixed it', () => {
    const bench = benchOfFunctions();
    setFact(bench.world, 'vms', 2, 'zone', id(2), SCENARIO);
    expect(outcome(bench, SPOOF, args)).toBe('same-segment');
  });

  test('A90 it is of no use against a port of the virtual switch, nor B50 and B51 against a function', () => {
    const bench = benchOfFunctions();
    setFact(bench.world, 'vms', 2, 'card', 'virtual', SCENARIO);
    expect(outcome(bench, SPOOF, args)).toBe('victim-has-vf');
    const other = benchOfFunctions();
    expect(outcome(other, 'net-mac-forge', args)).toBe('mac-changes-accepted');
    setFact(other.world, 'vms', 1, 'card', 'virtual', SCENARIO);
    expect(outcome(other, 'net-mac-forge', args)).toBe('talks-plainly');
  });
});
