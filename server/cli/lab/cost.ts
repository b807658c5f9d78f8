import type { CostCheck, Unit } from '../../../shared/mechanics/cost/published/check.ts';
import { CHECKS, TITLES } from '../../../shared/mechanics/cost/published/registry.ts';
import { SOURCES } from '../../../shared/mechanics/cost/published/sources.ts';
import { tabulate } from '../table.ts';

/** One published figure with what the model says to it, both in the unit. */
export type CostRow = Omit<CostCheck, 'model' | 'lane'> & {
  readonly model: number | null;
  /** Whether the model's figure is within what the check allows, or `null` where there is none. */
  readonly holds: boolean | null;
};

export const costRows = (): CostRow[] =>
  CHECKS.map(({ model, lane: _, ...row }) => {
    const figure = model();
    const { low, high } = row;
    const holds = figure === null ? null : figure >= low && figure <= (high ?? figure);
    return { ...row, model: figure, holds };
  });

const HEAD = ['what is compared', 'published', 'source', 'model', 'allowed', 'basis'];

const LEGEND = [
  'Plain figures are times the native cost; the others are percent, cycles, exits or memory loads.',
  'Beside the number of its source a figure has how well it is known: V read in the source, V2 in a',
  'text that copied it, K from knowledge only. What agreement is worth is its basis:',
  '  taken    the figure is itself a price or a rule of the model: it cannot but agree',
  '  fitted   a count or a price was chosen to meet this figure: agreement proves nothing',
  '  ours     from counts that we judged right while we knew the figure',
  '  derived  from what was set for other figures: this is what the model really predicts',
  '* has a price, and no match has it yet.   - is not modelled yet.   ! is not what its check allows.',
];

/** All of them, check by check, in lines that fit a terminal of 100 columns. */
export function costTable(rows: readonly CostRow[]): string {
  const [head = '', rule = '', ...lines] = tabulate(HEAD, rows.map(cellsOf)).split('\n');
  const out = [summary(rows), '', head, rule];
  for (const [i, line] of lines.entries()) {
    const check = rows[i]?.check ?? 0;
    if (check !== rows[i - 1]?.check) out.push(`${check}. ${TITLES[check - 1] ?? ''}`);
    out.push(line);
  }
  return [...out, '', ...LEGEND, '', ...sourcesOf(rows)].join('\n');
}

/** Who published what is compared, a line each: from which to which number its figures go. */
function sourcesOf(rows: readonly CostRow[]): string[] {
  const used = new Set<string>(rows.map(({ source }) => source));
  const numbers = new Map<string, string[]>();
  for (const [number, paper] of Object.entries(SOURCES)) {
    if (used.has(number)) numbers.set(paper, [...(numbers.get(paper) ?? []), number]);
  }
  return [...numbers].map(([paper, all]) => {
    const spans = [...new Set(all.map((number) => number[0]))].map((letter) => {
      const [first = '', ...rest] = all.filter((number) => number[0] === letter);
      return rest.length === 0 ? first : `${first}-${rest.at(-1)}`;
    });
    return `${spans.join(' ').padEnd(10)}  ${paper}`;
  });
}

function summary(rows: readonly CostRow[]): string {
  const missed = rows.filter(({ holds }) => holds === false).length;
  const open = rows.filter(({ model }) => model === null).length;
  const checks = new Set(rows.map(({ check }) => check)).size;
  return `${rows.length} rows in ${checks} checks: ${missed} missed, ${open} not modelled yet`;
}

const cellsOf = (row: CostRow): string[] => [
  `${mark(row)} ${row.what}`,
  row.published,
  `${row.source} ${row.tag.padEnd(2)}`,
  row.model === null ? '-' : told(row.model, row.unit),
  allowed(row),
  row.model === null ? '-' : row.basis,
];

function mark({ holds, inPlay }: CostRow): string {
  if (holds === false) return '!';
  if (holds === null) return '-';
  return inPlay ? ' ' : '*';
}

/** A figure for people: four digits of a ratio, a percentage with its sign, a count as it is. */
function told(figure: number, unit: Unit): string {
  if (unit === 'times') return (figure / 1000).toPrecision(4);
  return unit === 'percent' ? `${(figure / 10).toFixed(1)} %` : String(figure);
}

function allowed({ low, high, unit }: CostRow): string {
  if (high === null) return `from ${told(low, unit)}`;
  if (high === low) return told(low, unit);
  if (unit === 'percent') return `${low / 10}-${high / 10} %`;
  return `${told(low, unit)}-${told(high, unit)}`;
}
