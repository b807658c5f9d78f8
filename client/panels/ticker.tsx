import './ticker.css';
import { useSignal } from '@preact/signals';
import { clockOf } from '../../shared/text/clock.ts';
import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { Key, useShortcut } from '../parts/key.tsx';
import { useKeys } from '../parts/use-keys.ts';
import type { Mood, Told } from '../state/match/told/told.ts';
import { TICKER_KEY } from '../state/page/keys.ts';

/** More than these do not fit on the widest screen; the line shows whole ones only. */
const ON_THE_LINE = 4;

/** One of them in words. */
interface Telling {
  readonly text: string;
  readonly mood: Mood;
}

interface TickerProps<One> {
  /** The latest last. */
  readonly all: readonly One[];
  readonly tell: (one: One) => Telling;
}

/** What has become otherwise for a side, told once each, with a way to look at it. */
export function Ticker<One extends Told<string>>({ all, tell }: TickerProps<One>) {
  const { words } = useApp();
  const open = useSignal(false);
  const shortcut = useShortcut();
  useKeys((key) => {
    if (key === TICKER_KEY) open.value = !open.value;
    else if (key === 'Escape' && open.value) open.value = false;
    else return false;
    return true;
  }, true);
  const newest = [...all].reverse();
  return (
    <section class="ticker" aria-label={words.say('ui.match.happenings')}>
      <div class="ticker-line" role="log" aria-live="polite" aria-relevant="additions">
        {newest.slice(0, ON_THE_LINE).map((one) => (
          <Line key={keyOf(one)} one={one} telling={tell(one)} />
        ))}
        {all.length === 0 && <span class="happening">{words.say('ui.match.nothingHappened')}</span>}
      </div>
      <button
        type="button"
        class="button quiet ticker-open"
        aria-expanded={open.value}
        aria-keyshortcuts={shortcut(TICKER_KEY)}
        aria-label={words.say('ui.match.allHappenings')}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <svg class="ticker-sign" viewBox="0 0 10 6" aria-hidden="true">
          <path d="M1 5 5 1l4 4" />
        </svg>
        <Key name={TICKER_KEY} />
      </button>
      {open.value && (
        <ol class="ticker-list" aria-label={words.say('ui.match.happenings')}>
          {newest.map((one) => (
            <li key={keyOf(one)}>
              <Line one={one} telling={tell(one)} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const keyOf = ({ tick, kind, at, values }: Told<string>): string =>
  `${tick} ${kind} ${at} ${Object.values(values).join()}`;

function Line({
  one: { tick, at },
  telling: { text, mood },
}: {
  one: Told<string>;
  telling: Telling;
}) {
  const { select } = useGame();
  const said = (
    <>
      <time>{clockOf(tick)}</time>
      <span>{text}</span>
    </>
  );
  if (at === null) return <span class={`happening ${mood}`}>{said}</span>;
  return (
    <button type="button" class={`happening ${mood}`} onClick={() => select(at)}>
      {said}
    </button>
  );
}
