import { useSignal } from '@preact/signals';
import type { Because, BreachRow } from '../../../shared/view/rows.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { placeOf } from '../../state/match/counters.ts';
import {
  assetName,
  clockOf,
  commandName,
  commandValues,
  hostName,
  tenantName,
  vmName,
} from '../../state/match/wording.ts';

/** A harm as soon as it is known: harm ← its preconditions, each with the command that counters it. */
export function BecauseCard({ breach, first }: { breach: BreachRow; first: boolean }) {
  const { words } = useApp();
  const game = useGame();
  const view = game.view.value;
  /** Folded or unfolded by hand; `null` leaves it to the order: the first one is unfolded. */
  const turned = useSignal<boolean | null>(null);
  if (view === null) return null;
  const t = words.say;
  const open = turned.value ?? (first && breach.open);
  const values = {
    asset: assetName(t, view, breach.asset),
    victim: tenantName(t, view, breach.victim),
    host: hostName(breach.host),
    vm: vmName(breach.vm),
  };
  const leak = breach.kind === 'leak';
  const [answer, subject] = leak
    ? (['close-breach', { asset: breach.asset }] as const)
    : (['rebuild-host', { host: breach.host }] as const);
  const place = leak ? (`assets/${breach.asset}` as const) : (`hosts/${breach.host}` as const);
  return (
    <article class={`because${breach.open ? ' bleeding' : ''}`}>
      <button
        type="button"
        class="because-head"
        aria-expanded={open}
        onClick={() => {
          turned.value = !open;
        }}
      >
        <b>{t(leak ? 'ui.match.leakOf' : 'ui.match.takeoverOf', values)}</b>
        <span class="because-by">
          {t(`attacks.${breach.attack}.name`)} ·{' '}
          {t(!breach.open ? 'ui.match.stopped' : leak ? 'ui.match.bleeding' : 'ui.match.held')}
        </span>
        <span class="alert-foot">
          <span>
            {values.host} · {values.vm}
          </span>
          <span>{clockOf(breach.discoveredAt)}</span>
        </span>
      </button>
      {open && (
        <div class="because-more">
          <p class="because-label">{t('ui.match.because')}</p>
          <ul>
            {breach.needs.map((need) => (
              <NeedLine key={need.need} attack={breach.attack} need={need} values={values} />
            ))}
          </ul>
          {breach.open && (
            <button type="button" class="button close-leak" onClick={() => game.select(place)}>
              {commandName(t, answer, subject, view)}
            </button>
          )}
        </div>
      )}
    </article>
  );
}

interface NeedLineProps {
  readonly attack: string;
  readonly need: Because;
  readonly values: Readonly<Record<string, string>>;
}

function NeedLine({ attack, need, values }: NeedLineProps) {
  const { words } = useApp();
  const game = useGame();
  const view = game.view.value;
  const { counter } = need;
  const place = view === null || counter === null ? null : placeOf(view, counter);
  const text =
    counter === null
      ? ''
      : words.say('ui.match.counter', {
          command: words.say(
            `commands.${counter.command}.done`,
            commandValues(words.say, counter.args, view),
          ),
        });
  return (
    <li>
      <span>{words.say(`attacks.${attack}.needs.${need.need}`, values)}</span>
      {counter !== null &&
        (place === null ? (
          <span class="counter">{text}</span>
        ) : (
          <button type="button" class="counter" onClick={() => game.select(place)}>
            {text}
          </button>
        ))}
    </li>
  );
}
