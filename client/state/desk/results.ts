import type { DeskState } from '../../../shared/protocol/server.ts';
import type { Speaker } from '../../../shared/text/speak.ts';
import { boardsOf } from './desk-reading.ts';

/** How each world came out, a row each, under a row of titles: for a spreadsheet. */
export function resultRows(say: Speaker, desk: DeskState): (string | number)[][] {
  const column = (name: string): string => say(`ui.console.columns.${name}`);
  const { session } = desk;
  const titles = [
    'world',
    'teams',
    'people',
    'score',
    'fidelity',
    'isolation',
    'performance',
    'harms',
    'firstHalf',
  ].map(column);
  const rows = boardsOf(desk).flatMap(({ world, teams, summary }) => {
    if (summary === null) return [];
    const people = session.roster.filter(({ team }) => teams.some(({ id }) => id === team));
    return [
      [
        world,
        teams.map(({ id }) => say(`names.teams.${id}`)).join(' / '),
        people.map(({ nickname }) => nickname).join(', '),
        summary.result?.total ?? summary.score,
        summary.fidelity,
        summary.isolation,
        summary.performance,
        summary.result?.harms ?? summary.harms,
        session.firstHalf[world - 1] ?? '',
      ],
    ];
  });
  return [titles, ...rows];
}

/** What the file is named after. */
export function resultsName({ session }: DeskState): { code: string; scenario: string } {
  return { code: session.code, scenario: session.settings.scenario };
}
