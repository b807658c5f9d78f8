import './landing.css';
import { useEffect } from 'preact/hooks';
import { clockOf } from '../../../shared/text/clock.ts';
import { useApp } from '../../app-context.ts';
import { CodeForm } from '../../parts/code-form.tsx';
import { Go } from '../../parts/go.tsx';
import { Logo } from '../../parts/page/logo.tsx';
import { PageSettings } from '../../parts/page/page-settings.tsx';
import { DEFAULT_SCENARIO, readScenario, SCENARIOS } from '../../state/page/scenario.ts';
import { Building } from './building.tsx';
import { OwnClasses } from './own-classes.tsx';

export function Landing() {
  const { words } = useApp();
  useFetchAhead();
  return (
    <div class="landing">
      <header class="landing-top">
        <Logo />
        <PageSettings />
      </header>
      <main class="hero">
        <div class="hero-text">
          <h1>
            {words.say('ui.landing.headline')}
            <br />
            {words.say('ui.landing.headlineEnd')}
          </h1>
          <p class="lead">{words.say('ui.landing.lead')}</p>
          <CodeForm />
          <OwnClasses />
          <nav class="ways" aria-label={words.say('ui.landing.ways')}>
            <GoOn />
            <Go to={{ name: 'solo', scenario: DEFAULT_SCENARIO }} class="way">
              {words.say('ui.landing.solo')}
              <small>
                {words.say('ui.landing.soloNote', {
                  scenario: words.say(`scenarios.${DEFAULT_SCENARIO}.name`),
                })}
              </small>
            </Go>
            <Go to={{ name: 'host' }} class="way">
              {words.say('ui.landing.host')}
              <small>{words.say('ui.landing.hostNote')}</small>
            </Go>
          </nav>
          <Others />
        </div>
        <Building />
      </main>
      <footer class="landing-foot">
        <span>{words.say('ui.landing.private')}</span>
        <span>{words.say('ui.landing.noDice')}</span>
      </footer>
    </div>
  );
}

/** The match alone that was played last: to go on with, or to read about again. */
function GoOn() {
  const { words, keptMatches } = useApp();
  const kept = keptMatches.latest();
  if (kept === null || readScenario(kept.scenario) === null) return null;
  const { scenario, seed, tick, over } = kept;
  const values = { scenario: words.say(`scenarios.${scenario}.name`), time: clockOf(tick) };
  return (
    <Go to={{ name: 'solo', scenario, seed }} class="way go-on">
      {words.say(over ? 'ui.landing.readAgain' : 'ui.landing.goOn')}
      <small>{over ? values.scenario : words.say('ui.landing.goOnNote', values)}</small>
    </Go>
  );
}

/** The other scenarios, for those who have done the first. */
function Others() {
  const { words } = useApp();
  const others = SCENARIOS.filter((id) => id !== DEFAULT_SCENARIO);
  return (
    <nav class="others" aria-label={words.say('ui.landing.others')}>
      <span>
        <span aria-hidden="true">{words.say('ui.landing.others')}</span>
        <Go to={{ name: 'lecture' }} class="quiet-link">
          {words.say('ui.landing.lecture')}
        </Go>
      </span>
      {others.map((scenario) => (
        <Go key={scenario} to={{ name: 'solo', scenario }} class="other">
          <b>{words.say(`scenarios.${scenario}.name`)}</b>
          {words.say(`scenarios.${scenario}.length`)}
        </Go>
      ))}
    </nav>
  );
}

/** Fetches the match screen while the page is idle, so that a match begins without a wait. */
function useFetchAhead(): void {
  const { words } = useApp();
  useEffect(() => {
    const timer = setTimeout(() => {
      words.complete().catch(() => {});
      // Whoever asks for them later says what is wrong.
      const parts = [
        import('../solo.tsx'),
        import('../../state/match/game.ts'),
        import('../../solo/worker-link.ts'),
      ];
      for (const part of parts) part.catch(() => {});
    }, 1200);
    return () => clearTimeout(timer);
  }, [words]);
}
