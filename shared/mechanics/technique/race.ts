import type { Deck } from '../../world/deck.ts';
import type { DeviceName, Host } from '../../world/machine/host.ts';
import type { Image } from '../../world/machine/image.ts';
import { type Misfit, TECHNIQUES, type Technique } from '../../world/machine/vm.ts';
import { WORKLOADS, type WorkloadName } from '../../world/machine/workload.ts';
import type { Deep } from '../../world/table.ts';
import {
  type Bill,
  type BillGroup,
  type BillLine,
  billOf,
  byGroup,
  ratioOf,
} from '../cost/bill.ts';
import type { GuestTraits } from '../cost/guest-cost.ts';
import { canHave } from '../fidelity/models.ts';
import { byBoundary } from './boundary.ts';
import { misfit, type Place } from './technique.ts';

/** A technique at a guest's work, with its bill; or why it cannot run it there. */
export interface RaceLane {
  readonly technique: Technique;
  readonly bill: Bill;
  /** Its bill in permille of the native cost. */
  readonly cost: number;
  readonly misfit: Misfit | null;
  /** Devices that the work needs and that a guest of this technique cannot have (rule F7). */
  readonly lacking: readonly DeviceName[];
  /** Whether it gives the guest the result that it has on real hardware. */
  readonly right: boolean;
}

/** What runs: a guest of an image, with such work. */
export interface Runner {
  readonly workload: WorkloadName;
  readonly image: Pick<Deep<Image>, 'cpu' | 'os' | 'wordSize' | 'container' | 'legacyOnly'>;
  readonly devices: readonly DeviceName[];
  /** Exit filters of its own, where it has any. */
  readonly filters?: GuestTraits['filters'];
}

/**
 * The same work under every technique of the deck on one host: those that fit in the order of what they
 * cost (of two that cost the same, by their boundary, rule K22), then those that do not.
 */
export function raceOf(
  deck: Pick<Deck, 'techniques'> | null,
  host: Place,
  { workload, image, devices, filters = [] }: Runner,
): readonly RaceLane[] {
  const { needs } = WORKLOADS[workload];
  return TECHNIQUES.filter((technique) => deck === null || deck.techniques.includes(technique))
    .map((technique): RaceLane => {
      const bill = billOf({ workload, technique, devices, filters }, host);
      const reason = misfit(host, image, technique);
      const lacking = needs.filter((device) => !canHave(technique, device));
      const right = reason === null && lacking.length === 0;
      return { technique, bill, cost: ratioOf(bill), misfit: reason, lacking, right };
    })
    .sort(
      (a, b) =>
        Number(a.misfit !== null) - Number(b.misfit !== null) ||
        a.bill.cycles - b.bill.cycles ||
        byBoundary(a.technique, b.technique),
    );
}

/** Where a bill is above another the most: the group, and its dearest line. */
export interface Reason {
  readonly group: BillGroup;
  /** Cycles by which the group is above the other bill's. */
  readonly more: number;
  readonly line: BillLine;
}

/** Why one bill is above another: the group with the largest difference; `null` where none is above. */
export function reasonOf(dear: Bill, cheap: Bill): Reason | null {
  const [ours, theirs] = [byGroup(dear), byGroup(cheap)];
  const above = ({ group }: BillLine): number => ours[group] - theirs[group];
  const [line] = [...dear.lines].sort((a, b) => above(b) - above(a) || b.cycles - a.cycles);
  if (line === undefined || above(line) <= 0) return null;
  return { group: line.group, more: above(line), line };
}

/** What of a host makes it of a generation. */
export type Generation = Pick<
  Deep<Host>,
  'year' | 'platform' | 'virtualisationExtension' | 'nestedPaging'
>;

/** One host of each generation that runs VMs, the oldest first. */
export function generationsOf<One extends Generation>(hosts: readonly One[]): readonly One[] {
  const key = (host: Generation): string =>
    `${host.year} ${host.virtualisationExtension} ${host.nestedPaging}`;
  return hosts
    .filter(({ platform }) => platform !== 'container')
    .filter((host, i, all) => all.findIndex((other) => key(other) === key(host)) === i)
    .sort((a, b) => a.year - b.year);
}
