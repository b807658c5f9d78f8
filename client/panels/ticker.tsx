import './ticker.css';
import { useSignal } from '@preact/signals';
import { clockOf } from '../../shared/text/clock.ts';
import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { Key, useShortcut } from '../parts/key.tsx';
import { useHiddenDetail } from '../parts/role-only.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { type Happening, moodOf } from '../state/match/happenings.ts';
import { worded } from '../state/match/wording.ts';
import { TICKER_KEY } from '../state/page/keys.ts';

/** More than these do not fit on the widest screen; the line shows whole ones only. */
const ON_THE_LINE = 4;

/** What has become otherwise in the world, told once each, with a way to look at it. */
export function Ticker() {
  const { words } = useApp();
  const { happenings } = useGame();
  const open = useSignal(false);
  const all = happenings.value;
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
          <Told key={keyOf(one)} one={one} />
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
              <Told one={one} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const keyOf = ({ tick, kind, at, values }: Happening): string =>
  `${tick} ${kind} ${at} ${Object.values(values).join()}`;

function Told({ one }: { one: Happening }) {
  const { words } = useApp();
  const { view, select } = useGame();
  // What a switch enforces is for one role to say.
  const hidden = useHiddenDetail('drift');
  const { tick, at, values } = one;
  const kind = one.kind === 'moved-stale' && hidden !== null ? 'moved' : one.kind;
  const said = (
    <>
      <time>{clockOf(tick)}</time>
      <span>{words.say(`ui.match.happened.${kind}`, worded(words.say, values, view.value))}</span>
    </>
  );
  const mood = `happening ${moodOf({ ...one, kind })}`;
  if (at === null) return <span class={mood}>{said}</span>;
  return (
    <button type="button" class={mood} onClick={() => select(at)}>
      {said}
    </button>
  );
}
