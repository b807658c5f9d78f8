import './lobby.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isOneTeam } from '../../../shared/protocol/modes/mode.ts';
import { modes } from '../../../shared/protocol/modes/registry.ts';
import { format } from '../../../shared/text/rejoin.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Leave } from '../../parts/leave.tsx';
import { Logo } from '../../parts/page/logo.tsx';
import { PageSettings } from '../../parts/page/page-settings.tsx';
import { RoleChoice } from './role-choice.tsx';
import { TeamCards } from './team-cards.tsx';

/** The lobby of a player: who is here, in which team, and what one will be there. */
export function Lobby() {
  const { words } = useApp();
  const { session, me, myTeam } = useGame();
  const t = (key: string, values = {}) => words.say(`ui.lobby.${key}`, values);
  const state = session.value;
  useFetchMatch();
  if (state === null) return null;
  const { settings } = state;
  const team = myTeam.value;
  const watches = me.value?.presence === 'watching';
  return (
    <div class="page lobby">
      <header class="page-top">
        <Logo />
        <p class="lobby-code">
          <span class="soft">{t('code')}</span>
          <b role="img" aria-label={t('codeSpoken', { code: [...state.code].join(' ') })}>
            {state.code}
          </b>
        </p>
        <PageSettings />
      </header>
      <main class="lobby-main">
        <h1 class="unseen">{t('title')}</h1>
        <section class="lobby-me">
          <p class="lobby-name">
            {t('you', { name: me.value?.nickname ?? '' })}
            {team !== null && !isOneTeam(modes[settings.mode]) && (
              <b>{words.say(`names.teams.${team.id}`)}</b>
            )}
          </p>
          <p class="lobby-wait" role="status">
            <span class="wait-mark" aria-hidden="true" />
            {t(!state.hosted ? 'noInstructor' : watches ? 'watch' : 'wait')}
          </p>
          {state.brokenOff && <p class="lobby-broken">{t('brokenOff')}</p>}
        </section>
        {team?.side === 'blue' && !watches && <RoleChoice />}
        <TeamCards session={state} />
      </main>
      <footer class="lobby-foot">
        <RejoinCode />
        <p>
          <b class="lobby-scenario">{words.say(`scenarios.${settings.scenario}.name`)}</b> ·{' '}
          {words.say(`modes.${settings.mode}.lobby`)}
          <br />
          {t('retention', { hours: state.retentionHours })}
        </p>
        <Leave />
      </footer>
    </div>
  );
}

/** The way back on another device: there to be written down, not to be read by the whole row. */
function RejoinCode() {
  const { words } = useApp();
  const { rejoin } = useGame();
  const code = rejoin.value;
  if (code === null) return null;
  return (
    <p class="rejoin-code">
      {words.say('ui.lobby.rejoin')}{' '}
      <b class="rejoin-words">{format(code, words.language.value)}</b>
      <br />
      {words.say('ui.lobby.rejoinWhy')}
    </p>
  );
}

/** The map is most of the download: it is fetched while people wait. */
function useFetchMatch(): void {
  const asked = useSignal(false);
  useEffect(() => {
    if (asked.peek()) return;
    asked.value = true;
    const quiet = (): void => {};
    import('../match/match.tsx').catch(quiet);
    import('../../map/mount.ts').catch(quiet);
  }, [asked]);
}
