import './lobby.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RosterEntry } from '../../../shared/protocol/server.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { Leave } from '../../parts/leave.tsx';
import { Logo } from '../../parts/logo.tsx';
import { OrderNote } from '../../parts/order-note.tsx';
import { JoinCode } from './join-code.tsx';

export function Lobby() {
  const { words } = useApp();
  const { session } = useGame();
  const t = words.say;
  const state = session.value;
  useFetchMatch();
  if (state === null) return null;
  const roster = state.roster.filter((entry) => entry.presence !== 'left');
  return (
    <div class="page lobby">
      <header class="page-top">
        <Logo />
        <LanguageSwitch />
      </header>
      <main class="lobby-main">
        <h1 class="unseen">{t('ui.lobby.title')}</h1>
        <JoinCode code={state.code} />
        <section class="lobby-people" aria-labelledby="people">
          <h2 id="people" class="panel-title">
            {t('ui.lobby.here')}
            <span>{t('ui.lobby.people', { count: roster.length })}</span>
          </h2>
          <ul class="people" aria-live="polite">
            {roster.map((entry) => (
              <Person key={entry.seat} entry={entry} />
            ))}
          </ul>
        </section>
        <Actions roster={roster} />
      </main>
      <footer class="lobby-foot">
        <span>
          <b>{t(`names.scenarios.${state.scenario}.name`)}</b> · {t('ui.lobby.sameWorld')}
        </span>
        <span>{t('ui.lobby.retention', { hours: state.retentionHours })}</span>
      </footer>
    </div>
  );
}

function Person({ entry }: { entry: RosterEntry }) {
  const { words } = useApp();
  const { mySeat } = useGame();
  const marks = [
    entry.seat === mySeat.value ? words.say('ui.common.you') : '',
    entry.host ? words.say('ui.common.host') : '',
    entry.presence === 'dropped' ? words.say('ui.lobby.dropped') : '',
  ].filter((mark) => mark !== '');
  return (
    <li class={`person ${entry.presence}`}>
      <span class="person-name">{entry.nickname}</span>
      {marks.length > 0 && <span class="person-mark">{marks.join(' · ')}</span>}
    </li>
  );
}

const START = 'start';

function Actions({ roster }: { roster: readonly RosterEntry[] }) {
  const { words } = useApp();
  const { orders, link, mySeat } = useGame();
  const t = words.say;
  const host = roster.find((entry) => entry.host);
  const mine = host !== undefined && host.seat === mySeat.value;
  const starting = orders.pending.value.some((order) => order.key === START);
  return (
    <div class="lobby-actions">
      {mine ? (
        <button
          type="button"
          class="button primary large"
          aria-disabled={starting}
          onClick={() => {
            if (!starting) orders.watch(START, link.start());
          }}
        >
          {t(starting ? 'ui.lobby.starting' : 'ui.lobby.start')}
        </button>
      ) : (
        <p class="waiting" role="status">
          {t('ui.lobby.waiting', { host: host?.nickname ?? t('ui.common.host') })}
        </p>
      )}
      <Leave />
      <OrderNote of={START} />
    </div>
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
