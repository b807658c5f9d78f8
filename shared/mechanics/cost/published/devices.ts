import { MIXES } from '../../../world/machine/workload.ts';
import { BENCHMARKS } from '../benchmarks.ts';
import { checkOf, EPT_2015, HOSTED_2003, type Lane, on, over, times, XEN_2003 } from './check.ts';

const { bulk, bulkDirect, randomReads, sequentialReads, smallPackets } = BENCHMARKS;
const HVM_2006 = on(2006);

/** Who serves packets has much the same work as a benchmark that sends them. */
const served = (technique: Lane['technique'], host: Lane['host'], program: string): Lane => ({
  mix: MIXES.packets,
  technique,
  host,
  program,
});

/**
 * C-checks 5 to 7: packets and blocks. What is published of networks is throughput: a core that is not
 * full yet makes up for its cost, so cost may be above it.
 */
export const DEVICES_CHECKED = [
  ...checkOf(5, [
    {
      what: 'para, 2003',
      source: 'C12',
      tag: 'V',
      published: '1.00',
      low: 1000,
      high: 1100,
      lane: served('para', XEN_2003, 'ttcp'),
      model: () => times(bulk, 'para', XEN_2003),
    },
    {
      what: 'paravirtual card of a hybrid, 2015',
      source: 'C43',
      tag: 'V',
      published: '1.0',
      low: 1000,
      high: 1100,
      lane: served('hybrid', EPT_2015, 'bulk TCP'),
      model: () => times(bulk, 'hybrid', EPT_2015),
    },
    {
      what: 'SR-IOV, 2015',
      source: 'C47',
      tag: 'V',
      published: '1.00',
      low: 1000,
      high: 1100,
      model: () => times(bulkDirect, 'hybrid', EPT_2015),
    },
    {
      what: 'emulated card, hosted, 2003',
      source: 'C13',
      tag: 'V',
      published: '1.46-3.1',
      low: 1460,
      high: 3100,
      lane: served('bt', HOSTED_2003, 'ttcp'),
      model: () => times(bulk, 'bt', HOSTED_2003),
    },
    {
      what: 'emulated card, HVM, 2006',
      source: 'C13',
      tag: 'V',
      published: '1.46-3.1',
      low: 1500,
      high: 3000,
      model: () => times(bulk, 'hvm', HVM_2006),
    },
    {
      what: 'paravirtual, 2015: over SR-IOV',
      source: 'C47',
      tag: 'V',
      published: 'more',
      low: over(times(bulkDirect, 'hybrid', EPT_2015)),
      model: () => times(bulk, 'hybrid', EPT_2015),
    },
    {
      what: 'emulated, 2015: over paravirtual',
      source: 'C13',
      tag: 'V',
      published: 'more',
      low: over(times(bulk, 'hybrid', EPT_2015)),
      model: () => times(bulk, 'hvm', EPT_2015),
    },
  ]),
  ...checkOf(6, [
    {
      what: 'packets of 500 bytes, hosted, 2003',
      source: 'C15',
      tag: 'V',
      published: '4.0-6.0',
      low: over(times(bulk, 'bt', HOSTED_2003)),
      model: () => times(smallPackets, 'bt', HOSTED_2003),
    },
    {
      what: 'packets of 500 bytes, para, 2003',
      source: 'C15',
      tag: 'V',
      published: '1.16-1.17',
      low: over(times(bulk, 'para', XEN_2003)),
      model: () => times(smallPackets, 'para', XEN_2003),
    },
    {
      what: 'packets of 500 bytes, HVM, 2006',
      source: 'C15',
      tag: 'V',
      published: 'more',
      low: over(times(bulk, 'hvm', HVM_2006)),
      model: () => times(smallPackets, 'hvm', HVM_2006),
    },
  ]),
  ...checkOf(7, [
    {
      what: 'blocks here and there, hybrid, 2015',
      source: 'C44',
      tag: 'V',
      published: 'about 2.0',
      low: 1800,
      high: 2200,
      basis: 'fitted',
      inPlay: false,
      model: () => times(randomReads, 'hybrid', EPT_2015),
    },
    {
      what: 'blocks one after another, hybrid, 2015',
      source: 'C44',
      tag: 'V',
      published: 'about 1.0',
      low: 1000,
      high: 1100,
      model: () => times(sequentialReads, 'hybrid', EPT_2015),
    },
  ]),
];
