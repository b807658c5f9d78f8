import { tabulate } from '../../table.ts';
import type { Duel, PairRow } from './duel.ts';

const HEAD = ['choice, and where it is tried', 'one', 'other', 'by', 'duty'];

/**
 * The pairs, one after another: both alternatives, the ground of each, the scores of both on it, and
 * the duty that makes the difference. No line is wider than a terminal of 100 columns.
 */
export function pairTable(rows: readonly PairRow[]): string {
  const lines = rows.flatMap(({ first, second, duels }) => [
    [`${first} or ${second}`, '', '', '', ''],
    ...duels.map((duel) => [`  ${duel.where}`, ...scoresOf(duel)]),
  ]);
  return tabulate(HEAD, lines);
}

const scoresOf = ({ first, second, points, duty, permille }: Duel): string[] => [
  String(first.total),
  String(second.total),
  String(points),
  `${duty} ${permille}`,
];
