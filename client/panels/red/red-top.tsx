import { clockOf } from '../../../shared/text/clock.ts';
import { redRow, redRows } from '../../../shared/view/red/red-reading.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Logo } from '../../parts/page/logo.tsx';
import { PageSettings } from '../../parts/page/page-settings.tsx';
import { handsShown } from '../../state/match/hands.ts';
import { TalkMenu } from '../talk/talk-menu.tsx';
import { Speed } from '../top/speed.tsx';

/** What the attackers have, how long is left, and whose hands are free. */
export function RedTop({ onHelp }: { onHelp: () => void }) {
  const { words } = useApp();
  const { red, clock, times } = useGame();
  const overAt = times.value?.overAt ?? 0;
  const redTeam = redRow(red.value, 'redTeam', 1);
  const t = (key: string, values = {}) => words.say(`ui.red.${key}`, values);
  return (
    <header class="red-top">
      <Logo />
      <h1 class="unseen">{t('title')}</h1>
      <span class="red-side">
        <svg class="icon" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M6 .8l4.6 2v3.1c0 2.6-1.9 4.4-4.6 5.3C3.3 10.3 1.4 8.5 1.4 5.9V2.8z" />
          <path class="crack" d="M6.8 1.6L4.9 5.2l2.2.9-1.6 4" />
        </svg>
        <span>{t('side')}</span>
      </span>
      {redTeam !== null && (
        <>
          <Count
            name={t('loot')}
            said={t('lootLong', { count: redTeam.loot })}
            count={redTeam.loot}
          />
          <Count
            name={t('hosts')}
            said={t('hostsLong', { count: redTeam.hosts })}
            count={redTeam.hosts}
          />
          <Hands />
          <div class="red-figure red-clock">
            <b>{clockOf(Math.min(clock.tick.value, overAt))}</b>
            <span class="red-total">/ {clockOf(overAt)}</span>
            <Speed />
            <span class={`red-phase ${redTeam.phase}`}>{t(redTeam.phase)}</span>
          </div>
        </>
      )}
      <TalkMenu />
      <PageSettings short />
      <button
        type="button"
        class="button quiet red-help"
        aria-label={words.say('ui.help.open')}
        onClick={onHelp}
      >
        ?
      </button>
    </header>
  );
}

function Count({ name, said, count }: { name: string; said: string; count: number }) {
  return (
    <div class="red-figure" title={said}>
      <span class="unseen">{said}</span>
      <span aria-hidden="true">{name}</span>
      <b class={count > 0 ? 'harm-ink' : ''} aria-hidden="true">
        {count}
      </b>
    </div>
  );
}

/** One mark for each hand, those in use filled. */
function Hands() {
  const { words } = useApp();
  const game = useGame();
  const team = redRow(game.red.value, 'redTeam', 1);
  const used = redRows(game.red.value, 'strikes').length;
  const hands = handsShown(game, { all: team?.hands ?? 0, used });
  if (hands === null) return null;
  const said = words.say('ui.red.handsLong', hands);
  return (
    <div class="red-figure red-hands" title={said}>
      <span class="unseen">{said}</span>
      <span aria-hidden="true">{words.say('ui.red.hands')}</span>
      <span class="red-dots" aria-hidden="true">
        {Array.from({ length: hands.all }, (_, hand) => (
          <i key={hand} class={hand < hands.used ? 'used' : ''} />
        ))}
      </span>
    </div>
  );
}
