import { useEffect } from 'preact/hooks';
import { type App, useApp } from '../../app-context.ts';
import type { Game } from '../../state/match/game.ts';
import type { Route } from '../../state/page/router.ts';
import { DEFAULT_SCENARIO } from '../../state/page/scenario.ts';

/** Names the tab after the screen that is shown, in the language that is spoken. */
export function usePageTitle(): void {
  const { words, router, sessions } = useApp();
  const screen = screenOf(words, router.route.value, sessions.game.value);
  const product = words.say('ui.common.product');
  const title = screen === null ? product : `${screen} · ${product}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function screenOf(words: App['words'], route: Route, game: Game | null): string | null {
  const say = (key: string, values = {}) => words.say(`ui.titles.${key}`, values);
  switch (route.name) {
    case 'landing':
      return null;
    case 'nowhere':
    case 'host':
    case 'lecture':
      return say(route.name);
    case 'solo':
      return played(words, game, route.scenario ?? DEFAULT_SCENARIO);
    case 'session': {
      const session = game?.session.value ?? null;
      if (session === null || session.phase === 'lobby') return say('lobby', { code: route.code });
      return played(words, game, session.settings.scenario);
    }
    default:
      return say(route.name, { code: route.code });
  }
}

function played(words: App['words'], game: Game | null, scenario: string): string {
  const over = game?.times.value?.phase === 'over' || game?.session.value?.phase === 'debrief';
  const kind = over ? 'debrief' : game?.side.value === 'red' ? 'attack' : 'defence';
  return words.say(`ui.titles.${kind}`, { scenario: words.say(`scenarios.${scenario}.name`) });
}
