import { clockOf } from '../../../shared/text/clock.ts';
import { isDumped } from '../../../shared/view/dump.ts';
import type { AlertRow, Because, BreachRow } from '../../../shared/view/rows.ts';
import { NO_PHRASE, phraseOf } from '../../../shared/world/people/phrase.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Dump } from '../../parts/dump.tsx';
import { placeOf } from '../../state/match/counters.ts';
import {
  alertValues,
  assetName,
  commandValues,
  hostName,
  tenantName,
  vmName,
} from '../../state/match/wording.ts';

interface BecauseCardProps {
  readonly breach: BreachRow;
  /** Who told of it, and what had told of it before. */
  readonly alerts: readonly AlertRow[];
  readonly open: boolean;
  readonly toggle: () => void;
}

/** How an open harm goes on. */
const WHILE_OPEN = {
  leak: 'bleeding',
  takeover: 'held',
  starved: 'lasting',
  exhausted: 'lasting',
  squeezed: 'lasting',
  flooded: 'lasting',
} as const satisfies Record<BreachRow['kind'], string>;

/** A harm as soon as it is known: harm ← its preconditions, each with the command that counters it. */
export function BecauseCard({ breach, alerts, open, toggle }: BecauseCardProps) {
  const { words } = useApp();
  const game = useGame();
  const view = game.view.value;
  if (view === null) return null;
  const t = words.say;
  const read = breach.kind === 'leak' && isDumped(breach.attack);
  const phrase = read ? phraseOf(game.match.value?.phrase ?? NO_PHRASE) : null;
  const values = {
    asset: assetName(t, view, breach.asset),
    victim: tenantName(t, view, breach.victim),
    host: hostName(breach.host),
    vm: vmName(breach.vm),
  };
  return (
    <article class={`because${breach.open ? ' bleeding' : ''}`}>
      <button type="button" class="because-head" aria-expanded={open} onClick={toggle}>
        <b>{t(`ui.match.${breach.kind}Of`, values)}</b>
        <span class="because-by">
          {t(`attacks.${breach.attack}.name`)} ·{' '}
          {t(`ui.match.${breach.open ? WHILE_OPEN[breach.kind] : 'stopped'}`)}
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
          {alerts.map((alert) => (
            <p key={alert.id} class="because-told">
              {t(`alerts.${alert.seen.kind}.body`, alertValues(t, alert, view))}
            </p>
          ))}
          <p class="because-label">{t('ui.match.because')}</p>
          <ul>
            {breach.needs.map((need) => (
              <NeedLine key={need.need} attack={breach.attack} need={need} values={values} />
            ))}
          </ul>
          {phrase !== null && <Dump phrase={phrase} />}
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
