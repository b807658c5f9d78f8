import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Language } from '../../../shared/world/words.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { type Announcement, newsIn } from './news.ts';

/** So many are there to be read again. */
const KEPT = 4;

/**
 * What happens, for those who hear the screen: a breach at once, whatever is being read; the rest
 * when there is a pause. Each is said once, in the words that it had; in another language there is
 * nothing of it to be read again.
 */
export function Announcer() {
  const { words } = useApp();
  const { view } = useGame();
  const heard = useRef<Set<string> | null>(null);
  const said = useSignal<readonly (Announcement & { readonly language: Language })[]>([]);
  const now = view.value;
  const language = words.language.value;
  useEffect(() => {
    if (now === null) return;
    const first = heard.current === null;
    heard.current ??= new Set();
    const news = newsIn(now, heard.current, words.say).map((one) => ({ ...one, language }));
    // What there was already when one came in is on the screen to be read.
    if (!first && news.length > 0) said.value = [...said.peek(), ...news].slice(-KEPT);
  }, [now, said, words, language]);
  const lines = (urgent: boolean) =>
    said.value
      .filter((one) => one.urgent === urgent && one.language === language)
      .map(({ key, text }) => <p key={key}>{text}</p>);
  return (
    <div class="unseen">
      <div role="alert" aria-relevant="additions" aria-atomic="false">
        {lines(true)}
      </div>
      <div role="log">{lines(false)}</div>
    </div>
  );
}
