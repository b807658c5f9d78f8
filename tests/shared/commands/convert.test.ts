import { describe, expect, test } from 'vitest';
import { commands } from '../../../shared/commands/registry.ts';
import { guestPermille } from '../../../shared/mechanics/cost/guest-cost.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { brokenInto } from '../../support/hypervisor.ts';
import type { Bench } from '../../support/worlds.ts';

const para = () => brokenInto({ vm: { technique: 'para' } });
const vm = ({ world }: Bench) => world.vms[1]!;

describe('convert-vm', () => {
  test('K27 off meanwhile, then run by the other technique, with the disk and memory that it had', () => {
    const bench = para();
    const { disk, memory } = structuredClone(vm(bench));
    expect(bench.give('convert-vm', { vm: 1, technique: 'hybrid' })).toBeNull();
    expect(vm(bench)).toMatchObject({ power: 'stopped', technique: 'para' });
    bench.run(6);
    expect(vm(bench)).toMatchObject({ power: 'running', technique: 'hybrid', disk, memory });
    expect(bench.events('technique-changed').map(({ data }) => data)).toEqual([
      { technique: 'hybrid' },
    ]);
  });

  test('K27 what only a ported kernel can ask for cannot be asked for any more', () => {
    const untouched = para();
    untouched.act('hc-l2-superpage', { vm: 1 });
    untouched.run(40);
    expect(untouched.events('harm')).toHaveLength(1);
    const bench = para();
    bench.give('convert-vm', { vm: 1, technique: 'hvm' });
    bench.run(6);
    bench.act('hc-l2-superpage', { vm: 1 });
    bench.run(40);
    expect(bench.events('act-ended')[0]?.data.need).toBe('is-paravirtual');
    expect(bench.events('harm')).toEqual([]);
  });

  test('K27 K22 it is offered what fits and the deck holds, with what that costs beside what it costs now', () => {
    const bench = para();
    const convert = commands.get('convert-vm')!;
    const offers = convert.offers(bench.world, 'vms/1');
    expect(offers.map(({ technique }) => technique)).toEqual(['hybrid', 'hvm', 'bt', 'emulation']);
    expect(convert.offers(bench.world, 'vms/9')).toEqual([]);
    expect(convert.offers(bench.world, 'hosts/1')).toEqual([]);
    const host = bench.world.hosts[1]!;
    expect(convert.quote?.(bench.world, { vm: 1, technique: 'hvm' })).toEqual({
      now: guestPermille(vm(bench), host),
      cost: guestPermille(
        { ...vm(bench), technique: 'hvm', diskModel: 'ide', nicModel: 'rtl8139' },
        host,
      ),
      boundary: 'exits',
    });
  });

  test('K27 K1 J7 it is refused what it is already, what does not fit, and what is being made', () => {
    const bench = para();
    const give = (technique: string) => bench.give('convert-vm', { vm: 1, technique });
    expect(give('para')).toEqual({ code: 'rule.already-so', facts: {} });
    expect(give('container')).toEqual({
      code: 'rule.technique-unfit',
      facts: { host: 1, technique: 'container', misfit: 'no-shared-kernel' },
    });
    expect(bench.give('convert-vm', { vm: 9, technique: 'hvm' })).toEqual({
      code: 'rule.no-such-thing',
      facts: {},
    });
    setFact(bench.world, 'vms', 1, 'power', 'provisioning', SCENARIO);
    expect(give('hvm')).toEqual({
      code: 'rule.wrong-power',
      facts: { power: 'provisioning' },
    });
  });

  test('J4 cancelled, it is off and what it was', () => {
    const bench = para();
    bench.give('convert-vm', { vm: 1, technique: 'hybrid' });
    bench.give('cancel-job', { job: 1 });
    bench.run(8);
    expect(vm(bench)).toMatchObject({ power: 'stopped', technique: 'para' });
  });
});
