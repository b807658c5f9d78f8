import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { clockOf } from '../../state/match/wording.ts';
import { redRows } from '../../state/raid/raid.ts';
import { newsBody, newsHead } from './raid-words.ts';

/** So many of the latest are shown. */
const SHOWN = 40;

/** What came of what they did, the newest first. */
export function RaidNews() {
  const { words } = useApp();
  const { red } = useGame();
  const news = redRows(red.value, 'news').slice(-SHOWN).reverse();
  return (
    <section class="raid-foot-panel news" aria-labelledby="raid-news-title">
      <h2 id="raid-news-title" class="panel-title">
        {words.say('ui.raid.news')}
      </h2>
      {news.length === 0 ? (
        <p class="quiet-note">
          <b>{words.say('ui.raid.noNews')}</b>
          {words.say('ui.raid.noNewsBody')}
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to scroll it too.
        <ol class="raid-news" aria-live="polite" aria-labelledby="raid-news-title" tabIndex={0}>
          {news.map((row) => (
            <li key={row.id} class={row.kind}>
              <time>{clockOf(row.tick)}</time>
              <b>{newsHead(words.say, row)}</b>
              <span>{newsBody(words.say, red.value, row)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
