import { clockOf } from '../../../shared/text/clock.ts';
import { redRows } from '../../../shared/view/red/red-reading.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { newsBody, newsHead } from './red-words.ts';

/** So many of the latest are shown. */
const SHOWN = 40;

/** What came of what they did, the newest first. */
export function RedNews() {
  const { words } = useApp();
  const { red } = useGame();
  const news = redRows(red.value, 'news').slice(-SHOWN).reverse();
  return (
    <section class="red-foot-panel news" aria-labelledby="red-news-title">
      <h2 id="red-news-title" class="panel-title">
        {words.say('ui.red.news')}
      </h2>
      {news.length === 0 ? (
        <p class="quiet-note">
          <b>{words.say('ui.red.noNews')}</b>
          {words.say('ui.red.noNewsBody')}
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to scroll it too.
        <ol class="red-news" aria-live="polite" aria-labelledby="red-news-title" tabIndex={0}>
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
