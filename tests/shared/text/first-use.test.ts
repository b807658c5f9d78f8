import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TEXTS, textAt } from './texts.ts';

const CLIENT = join(import.meta.dirname, '../../../client');

/** A text that introduces terms on a screen: by whom it is said, and where in that source. */
interface Introduction {
  readonly terms: readonly string[];
  readonly key: string;
  readonly file: string;
  readonly says: string;
}

const introduce = (
  terms: string | readonly string[],
  key: string,
  file: string,
  says: string,
): Introduction => ({ terms: [terms].flat(), key, file, says });

const GUEST = '게스트 OS(guest OS)';
const HYPERVISOR = '하이퍼바이저(hypervisor)';
const ISOLATION = '격리(isolation)';
const FIDELITY = '충실성(fidelity)';
const PERFORMANCE = '성능(performance)';
const RESIDUE = '잔존 데이터(residual data)';
const SCRUBBING = '소거(scrubbing)';
/** The field says it in English; the Korean word only explains it. */
const EXIT = 'VM exit(VM 이탈)';
const QUARANTINE = '(quarantine)';
const DRIFT = '(policy drift)';
const ADVISORY = '보안 권고(advisory)';

const SCENARIO = 'scenarios';
const briefing = 'screens/match/briefing.tsx';
const facts = 'panels/inspector/vm-facts.tsx';
const quiz = 'screens/debrief/control-quiz.tsx';

/**
 * Where each screen first says a term of the field, with its English beside it. A label that has no
 * room for both leaves it to the text of its screen that has.
 */
const SCREENS: Readonly<Record<string, readonly Introduction[]>> = {
  landing: [
    introduce(
      [GUEST, HYPERVISOR, ISOLATION],
      'ui.landing.lead',
      'screens/landing/landing.tsx',
      "'ui.landing.lead'",
    ),
    introduce(RESIDUE, 'ui.landing.frames', 'screens/landing/building.tsx', "'frames'"),
  ],
  'choice of a scenario': [
    introduce(
      [RESIDUE, '탈출(VM escape)'],
      `${SCENARIO}.first-shift.idea`,
      'parts/scenario-choice.tsx',
      '.idea',
    ),
    introduce(ISOLATION, `${SCENARIO}.three-tenants.idea`, 'parts/scenario-choice.tsx', '.idea'),
    introduce(RESIDUE, `${SCENARIO}.vacated-seat.idea`, 'parts/scenario-choice.tsx', '.idea'),
  ],
  lobby: [
    introduce(RESIDUE, 'ui.roles.operatorDoes', 'screens/lobby/role-choice.tsx', 'Does'),
    introduce(
      ['트랩(trap)', ADVISORY],
      'ui.roles.hypervisorDoes',
      'screens/lobby/role-choice.tsx',
      'Does',
    ),
    introduce(DRIFT, 'ui.roles.networkDoes', 'screens/lobby/role-choice.tsx', 'Does'),
  ],
  briefing: [
    introduce(ISOLATION, 'ui.briefing.promise', briefing, "'promise'"),
    introduce(SCRUBBING, `${SCENARIO}.first-shift.brief`, briefing, '.brief'),
    introduce([SCRUBBING, HYPERVISOR], `${SCENARIO}.three-tenants.brief`, briefing, '.brief'),
    introduce(SCRUBBING, `${SCENARIO}.vacated-seat.brief`, briefing, '.brief'),
    introduce(EXIT, 'sensors.S4.sees', briefing, '.sees'),
    introduce(RESIDUE, 'sensors.S7.sees', briefing, '.sees'),
  ],
  'top of the match': ['fidelity', 'isolation', 'performance'].map((duty, i) =>
    introduce(
      [FIDELITY, ISOLATION, PERFORMANCE][i] ?? '',
      `ui.match.inFull.${duty}`,
      'panels/top/top-bar.tsx',
      'ui.match.inFull.',
    ),
  ),
  legend: [introduce(RESIDUE, 'ui.match.residue', 'panels/legend.tsx', 'ui.match.residue')],
  inspector: [
    introduce(
      '전가상화(full virtualization)',
      'names.techniquesInFull.hvm',
      facts,
      'names.techniquesInFull.',
    ),
    introduce(
      ['반가상화(paravirtualization)', '하이퍼콜(hypercall)'],
      'names.techniquesInFull.para',
      facts,
      'names.techniquesInFull.',
    ),
    introduce(
      '이진 변환(binary translation)',
      'names.techniquesInFull.bt',
      facts,
      'names.techniquesInFull.',
    ),
    introduce(
      '하이브리드(hybrid)',
      'names.techniquesInFull.hybrid',
      facts,
      'names.techniquesInFull.',
    ),
    introduce(QUARANTINE, 'commands.quarantine-vm.does', 'panels/inspector/actions.tsx', '.does'),
    introduce(EXIT, 'commands.exit-filter.does', 'panels/inspector/actions.tsx', '.does'),
    introduce(
      '에뮬레이션(trap and emulate)',
      'ui.inspector.traps',
      'panels/inspector/traps/traps.tsx',
      "'ui.inspector.traps'",
    ),
  ],
  alerts: [
    introduce(EXIT, 'sensors.S4.sees', 'panels/alerts/alert-card.tsx', '.sees'),
    introduce(RESIDUE, 'sensors.S7.sees', 'panels/alerts/alert-card.tsx', '.sees'),
  ],
  hints: [
    introduce(RESIDUE, 'ui.guide.residue', 'panels/hint-bar.tsx', 'ui.guide.'),
    introduce(SCRUBBING, 'ui.guide.dirty', 'panels/hint-bar.tsx', 'ui.guide.'),
    introduce(DRIFT, 'ui.guide.drift', 'panels/hint-bar.tsx', 'ui.guide.'),
    introduce(`네트워크 차단${QUARANTINE}`, 'ui.guide.alert', 'panels/hint-bar.tsx', 'ui.guide.'),
    introduce(ADVISORY, 'ui.guide.advisory', 'panels/hint-bar.tsx', 'ui.guide.'),
  ],
  help: [
    introduce([GUEST, HYPERVISOR], 'ui.help.building', 'panels/help-sheet.tsx', "'building'"),
    introduce(RESIDUE, 'ui.help.colours', 'panels/help-sheet.tsx', "'colours'"),
    introduce(
      [FIDELITY, ISOLATION, PERFORMANCE],
      'ui.help.duties',
      'panels/help-sheet.tsx',
      "'duties'",
    ),
  ],
  debrief: ['fidelity', 'isolation', 'performance'].map((duty, i) =>
    introduce(
      [FIDELITY, ISOLATION, PERFORMANCE][i] ?? '',
      `ui.match.inFull.${duty}`,
      'screens/debrief/duties.tsx',
      'ui.match.inFull.',
    ),
  ),
  quiz: [
    introduce(EXIT, 'commands.exit-filter.control', quiz, '.control'),
    introduce(SCRUBBING, 'commands.scrub-policy.control', quiz, '.control'),
    introduce(QUARANTINE, 'commands.quarantine-vm.control', quiz, '.control'),
    introduce('시스템 콜 필터(seccomp)', 'commands.confine-host.control', quiz, '.control'),
  ],
  console: [
    introduce(
      FIDELITY,
      'ui.console.columns.fidelity',
      'state/desk/results.ts',
      'ui.console.columns.',
    ),
    introduce(
      ISOLATION,
      'ui.console.columns.isolation',
      'state/desk/results.ts',
      'ui.console.columns.',
    ),
    introduce(
      PERFORMANCE,
      'ui.console.columns.performance',
      'state/desk/results.ts',
      'ui.console.columns.',
    ),
  ],
  'attackers’ board': [
    introduce(GUEST, 'ui.red.readBoard', 'panels/red/red-help.tsx', "'readBoard'"),
    introduce(HYPERVISOR, 'ui.red.readWays', 'panels/red/red-help.tsx', "'readWays'"),
    introduce(
      ['반가상화(paravirtualization)', '하이퍼콜(hypercall)'],
      'names.techniquesInFull.para',
      'panels/red/known-vm-facts.tsx',
      'names.techniquesInFull.',
    ),
  ],
};

describe('the English term beside the Korean one where a screen first says it', () => {
  const all = Object.entries(SCREENS).flatMap(([screen, list]) =>
    list.map((one) => [screen, one.key, one] as const),
  );

  test.each(all)('%s: %s', (_, key, { terms, file, says }) => {
    const { ko } = textAt(key);
    for (const term of terms) expect(ko).toContain(term);
    expect(readFileSync(join(CLIENT, file), 'utf8').includes(says), file).toBe(true);
  });

  test('the projected page has no term of the field to introduce', () => {
    const terms = /하이퍼바이저|게스트|잔존|반가상화|이진 변환|하이퍼콜|VM exit|충실성|격리/;
    const said = TEXTS.filter(
      ([path, { ko }]) => path.startsWith('ui.projector.') && terms.test(ko),
    );
    expect(said).toEqual([]);
  });
});
