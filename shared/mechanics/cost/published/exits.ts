import { answeredExit, deviceExit } from '../handling.ts';
import { NATIVE, touchOf } from '../prices.ts';
import { entryCycles, exitCycles, roundTrip } from '../transition.ts';
import { checkOf, on, type Row } from './check.ts';
import type { SourceId } from './sources.ts';

/** A price that a source gives. */
const price = (what: string, source: SourceId, cycles: number, model: () => number): Row => ({
  what,
  source,
  tag: 'V2',
  published: String(cycles),
  low: cycles,
  high: cycles,
  unit: 'cycles',
  basis: 'taken',
  model,
});

/** The years of the CPUs of C34, and the cycles of their VM exits. */
const EXITS = [
  [2005, 1926],
  [2006, 1156],
  [2008, 858],
  [2010, 569],
  [2011, 507],
  [2012, 466],
  [2013, 512],
  [2014, 531],
] as const;

/** C-check 8: a VM exit by the year of the CPU, and what is done about it. */
export const EXITS_CHECKED = checkOf(8, [
  ...EXITS.map(([year, cycles]) =>
    price(`out of the guest, ${year}`, 'C34', cycles, () => exitCycles(year)),
  ),
  price('back into it, 2005', 'C32', 2409, () => entryCycles(2005)),
  price('back into it, 2006', 'C32', 937, () => entryCycles(2006)),
  {
    what: 'there and back, 2009',
    source: 'C37',
    tag: 'V',
    published: 'about 2000',
    low: 1600,
    high: 2400,
    unit: 'cycles',
    basis: 'derived',
    model: () => roundTrip(2009),
  },
  price('answered by the hypervisor, 2011', 'F6', 2565, () => answeredExit(2011)),
  price('answered by a process, 2011', 'F6', 6732, () => deviceExit(2011)),
  {
    what: 'CPUID, 2014',
    source: 'F9',
    tag: 'V2',
    published: 'about 2600',
    low: 2500,
    high: 2700,
    unit: 'cycles',
    basis: 'derived',
    model: () => answeredExit(2014),
  },
  price('port of an emulated device, 2005', 'C23', 15_826, () => touchOf('hvm', on(2005))),
  price('the same under translation: native / 15', 'C23', Math.round(NATIVE.device / 15), () =>
    touchOf('bt', on(2005)),
  ),
]);
