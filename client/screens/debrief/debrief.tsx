import './debrief.css';
import { useSignal } from '@preact/signals';
import type { HarmReport, Debrief as Report } from '../../../shared/match/report.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { Logo } from '../../parts/logo.tsx';
import { Chain } from './chain.tsx';
import { Duties } from './duties.tsx';
import { Figures } from './figures.tsx';
import { reportValues } from './report-words.ts';
import { Timeline } from './timeline.tsx';
import { Verdict } from './verdict.tsx';
import { WhatIf } from './what-if.tsx';

/** What happened and why: for each harm its chain, and what would have prevented it. */
export function Debrief() {
  const { words } = useApp();
  const { debrief, match } = useGame();
  const report = debrief.value;
  const t = (key: string) => words.say(`ui.debrief.${key}`);
  return (
    <div class="page debrief">
      <header class="page-top">
        <Logo />
        <span class="page-name">{t('title')}</span>
        <LanguageSwitch />
      </header>
      {report === null ? (
        <main class="debrief-main" aria-busy="true">
          <section class="debrief-story">
            <h1>{t('title')}</h1>
            <p class="lead" role="status">
              {t('working')}
            </p>
          </section>
          <aside class="debrief-side">
            {match.value !== null && <Verdict total={match.value.score} />}
          </aside>
        </main>
      ) : (
        <Told report={report} />
      )}
    </div>
  );
}

/** The worst first, then the earliest. */
function byWeight(harms: readonly HarmReport[]): readonly HarmReport[] {
  return [...harms].sort((a, b) => b.weight - a.weight || a.tick - b.tick);
}

function Told({ report }: { report: Report }) {
  const { words } = useApp();
  const harms = byWeight(report.harms);
  const chosen = useSignal(0);
  const harm = harms[chosen.value] ?? harms[0] ?? null;
  return (
    <main class="debrief-main">
      <section class="debrief-story">
        {harm === null ? (
          <>
            <h1>{words.say('ui.debrief.noHarm')}</h1>
            <p class="lead">{words.say('ui.debrief.noHarmBody')}</p>
          </>
        ) : (
          <>
            {harms.length > 1 && (
              <HarmTabs harms={harms} shown={harm} choose={(i) => (chosen.value = i)} />
            )}
            <h1>{words.say(`attacks.${harm.attack}.title`, reportValues(words.say, harm))}</h1>
            <p class="lead">
              {words.say(`attacks.${harm.attack}.lead`, reportValues(words.say, harm))}
            </p>
            <Chain harm={harm} />
            <WhatIf harm={harm} />
          </>
        )}
      </section>
      <aside class="debrief-side">
        <Verdict total={report.total} won={report.won} />
        <Duties minutes={report.minutes} />
        <Figures report={report} />
      </aside>
      <Timeline report={report} at={harm?.tick ?? report.overAt} />
    </main>
  );
}

interface HarmTabsProps {
  readonly harms: readonly HarmReport[];
  readonly shown: HarmReport;
  readonly choose: (index: number) => void;
}

function HarmTabs({ harms, shown, choose }: HarmTabsProps) {
  const { words } = useApp();
  return (
    <fieldset class="harm-tabs">
      <legend class="unseen">{words.say('ui.debrief.harms')}</legend>
      {harms.map((harm, i) => (
        <button
          key={harm.seq}
          type="button"
          class="harm-tab"
          aria-pressed={harm === shown}
          onClick={() => choose(i)}
        >
          {words.say('ui.debrief.harmTab', reportValues(words.say, harm))}
        </button>
      ))}
    </fieldset>
  );
}
