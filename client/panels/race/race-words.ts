import type { BillLine } from '../../../shared/mechanics/cost/bill.ts';
import type { Generation } from '../../../shared/mechanics/technique/race.ts';
import { figure } from '../../../shared/text/figure.ts';
import type { Speaker } from '../../../shared/text/speak.ts';

/** Permille as a multiple, to two digits. */
export const multiple = (permille: number): string => (permille / 1000).toFixed(2);

/** What of a host's hardware decides a bill, in a few words. */
export function hardwareOf(say: Speaker, host: Generation): string {
  if (host.platform === 'container') return say('ui.race.shared');
  if (!host.virtualisationExtension) return say('ui.race.noVtx');
  return say(`ui.race.${host.nestedPaging ? 'ept' : 'noEpt'}`);
}

const NO_BREAK = '\u00a0';

/** A line of a bill: `시스템 콜 217 × 2,242`, of which the count stays beside the price. */
export function lineText(say: Speaker, { group, operation: kind, count, price }: BillLine): string {
  const operation = say(`ui.race.operations.${kind}`);
  const said = say('ui.race.line', {
    what: group === 'crossing' ? `${say('ui.race.groups.crossing')} (${operation})` : operation,
    count: figure(count),
    price: figure(price),
  });
  return said.replaceAll(' × ', `${NO_BREAK}×${NO_BREAK}`);
}
