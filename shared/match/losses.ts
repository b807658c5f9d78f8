import type {
  Loss,
  LossBook,
  LossKind,
  LossSubject,
  ServiceLoss,
  WorkLoss,
} from '../world/losses.ts';
import type { ScoreFold } from './score.ts';

/** What fidelity, isolation and performance lack, in that order: each by its causes, the greatest first. */
export type DutyLosses = readonly [readonly Loss[], readonly Loss[], readonly Loss[]];

/** More causes of one duty are not told. */
const TOLD = 3;

/** What isolation can lose at most (rule P3). */
const MOST = 950;

const WORK: ReadonlySet<LossKind> = new Set([
  'jobs',
  'upkeep',
  'crowded',
  'limited',
  'technique',
  'held',
]);

/**
 * Why the duties are what `fold` says they are at this moment: each cause with the points of a thousand
 * that it took in the same minute. Isolation is told of harms that the fold counts, and of no others.
 */
export function lossesOf(fold: ScoreFold, book: LossBook): DutyLosses {
  const { promised, native, harms } = fold.basis();
  const charges = Object.entries(book.minute).map(([key, amount]) => ({ ...parsed(key), amount }));
  const shares = (ofWork: boolean, whole: number): Loss[] =>
    charges
      .filter(({ why }) => WORK.has(why) === ofWork)
      .map(({ why, about, amount }) => {
        const points = whole === 0 ? 0 : Math.round((amount * 1000) / whole);
        return { why, about, points, open: false };
      });
  const sum = harms.reduce((total, { points }) => total + points, 0);
  // There is a floor under isolation: what lies below it was taken from nobody.
  const scaled = harms.map((loss) =>
    sum <= MOST ? loss : { ...loss, points: Math.trunc((loss.points * MOST) / sum) },
  );
  return [greatest(shares(false, promised)), greatest(scaled), greatest(shares(true, native))];
}

function parsed(key: string): {
  readonly why: ServiceLoss | WorkLoss;
  readonly about: LossSubject;
} {
  const [why = '', about = ''] = key.split('/');
  const id = Number(about);
  return {
    why: why as ServiceLoss | WorkLoss,
    about: Number.isNaN(id) ? (about as LossSubject) : id,
  };
}

const greatest = (losses: readonly Loss[]): readonly Loss[] =>
  losses
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || (key(a) < key(b) ? -1 : 1))
    .slice(0, TOLD);

const key = ({ why, about }: Loss): string => `${why}/${about}`;
