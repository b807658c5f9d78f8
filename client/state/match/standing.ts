import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { dirtyFree, rowOf, rowsOf, vmsOn } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';

/**
 * Whether what stood in the way of an order still does, as far as that is to be seen: a note that says so
 * goes when it is no longer so.
 * @param place whose hands they are
 */
export function standsStill(view: BlueView, { code, facts }: Refusal, place: number): boolean {
  switch (code) {
    case 'rule.no-free-hand':
      return rowsOf(view, 'jobs').filter(({ seat }) => seat === place).length >= facts.hands;
    case 'rule.too-few-credits':
      return (rowOf(view, 'match', 1)?.credits ?? 0) < facts.price;
    case 'rule.target-busy':
      return rowsOf(view, 'jobs').some(({ claims }) => claims.some((ref) => ref === facts.subject));
    case 'rule.frames-short':
      return (rowOf(view, 'hosts', facts.host)?.free.length ?? 0) < facts.wanted;
    case 'rule.blocks-short':
      return (rowOf(view, 'hosts', facts.host)?.freeBlocks.length ?? 0) < facts.wanted;
    case 'rule.host-not-empty':
      return vmsOn(view, facts.host).some(({ power }) => power !== 'stopped');
    case 'rule.nothing-to-scrub': {
      const host = rowOf(view, 'hosts', facts.host);
      return host !== null && dirtyFree(view, host).length === 0;
    }
    default:
      return true;
  }
}
