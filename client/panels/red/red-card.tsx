import { remaining } from '../../../shared/text/clock.ts';
import type { CardRow, StrikeRow } from '../../../shared/view/red/red-rows.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Bar } from '../../parts/bar.tsx';
import { Key } from '../../parts/key.tsx';
import { OrderNote } from '../../parts/order-note.tsx';
import { orderKey } from '../../state/match/orders.ts';
import { attackName } from '../../state/red/names.ts';
import { firstUnknown, isProbed, PROBE_TICKS, probeOrder } from '../../state/red/probe.ts';
import { chipSign, chipWord, progressOf, secondsOf, standingOf } from '../../state/red/red.ts';
import { GainMark } from './gain-mark.tsx';
import { aboutName, needName } from './red-words.ts';
import { useRedSelection } from './selection.ts';

/** Acts of an ordinary customer, and what is written on their one button: they have nothing to hide. */
const LAWFUL: Readonly<Record<string, string>> = {
  'entry-tenant': 'ask',
  'entry-return': 'giveBack',
};

interface RedCardProps {
  readonly card: CardRow;
  /** What of it is under way already. */
  readonly strike: StrikeRow | null;
  readonly strikes: readonly StrikeRow[];
  /** Whether Tab stops here: at one card of all. */
  readonly current: boolean;
}

/** One attack: what it takes, what it brings, and the two ways to do it. */
export function RedCard({ card, strike, strikes, current }: RedCardProps) {
  const { words } = useApp();
  const { red, watching } = useGame();
  const selection = useRedSelection();
  const about = aboutName(words.say, red.value, card.args);
  const unknown = firstUnknown(card);
  const tab = current ? 0 : -1;
  const chosen = selection.card.value === card.id;
  return (
    <li class={`red-card ${standingOf(card)}${chosen ? ' chosen' : ''}`}>
      <button
        type="button"
        class="red-card-head"
        data-card={card.id}
        tabIndex={tab}
        aria-keyshortcuts="Enter Shift+Enter P"
        onClick={() => selection.read(card.id)}
        onFocus={() => selection.read(card.id)}
      >
        <b>{attackName(words.say, card.attack)}</b>
        <GainMark gain={card.gain} />
        {about !== '' && <span class="red-about">{about}</span>}
      </button>
      {chosen && <p class="red-does">{words.say(`attacks.${card.attack}.does`)}</p>}
      {card.attack === 'entry-tenant' && !chosen && (
        <p class="red-does">{words.say('ui.red.unmarked')}</p>
      )}
      <ul class="red-chips" aria-label={words.say('ui.red.chipsOf')}>
        {card.needs.map(({ need, chip }) => (
          <li key={need} title={words.say(`attacks.${card.attack}.needs.${need}`)}>
            {chip === 'unknown' && !watching ? (
              <ProbeChip
                card={card}
                need={need}
                tab={tab}
                first={need === unknown}
                probing={isProbed(card, need, strikes)}
              />
            ) : (
              <span class={`red-chip ${chip}`}>
                <i aria-hidden="true">{chipSign(chip)}</i>
                <span class="unseen">{words.say(chipWord(chip))}: </span>
                {needName(words.say, need)}
              </span>
            )}
          </li>
        ))}
      </ul>
      {strike !== null ? (
        <UnderWay strike={strike} />
      ) : (
        !watching && (
          <div class="red-acts">
            <Act card={card} quiet={false} tab={tab} />
            {LAWFUL[card.attack] === undefined && <Act card={card} quiet tab={tab} />}
          </div>
        )
      )}
    </li>
  );
}

interface ProbeChipProps {
  readonly card: CardRow;
  readonly need: string;
  readonly tab: number;
  /** The one that P probes. */
  readonly first: boolean;
  readonly probing: boolean;
}

/** A precondition that is not known: pressing it looks. */
function ProbeChip({ card, need, tab, first, probing }: ProbeChipProps) {
  const { words } = useApp();
  const { orders } = useGame();
  const selection = useRedSelection();
  const name = needName(words.say, need);
  const order = probeOrder(card, need);
  const key = order === null ? '' : orderKey(order.command, order.args);
  const sending = orders.pending.value.some((pending) => pending.key === key);
  const seconds = secondsOf(PROBE_TICKS);
  const looking = probing || sending;
  const full = first || looking;
  return (
    <>
      <button
        type="button"
        class={`red-chip unknown${looking ? ' probing' : ''}`}
        tabIndex={tab}
        aria-disabled={order === null || probing}
        onClick={() => {
          selection.read(card.id);
          if (order !== null && !probing) orders.give(order.command, order.args);
        }}
      >
        <i aria-hidden="true">{chipSign('unknown')}</i>
        <span class="unseen">{words.say(chipWord('unknown'))}: </span>
        <span>{name}</span>
        {/* Said in full of each; written in full once, or the card would be full of it. */}
        {!full && <span class="unseen">{words.say('ui.red.probe', { seconds })}</span>}
        <em aria-hidden={!full}>
          {looking
            ? words.say('ui.red.probing')
            : words.say(first ? 'ui.red.probe' : 'ui.red.seconds', { seconds })}
        </em>
        {first && !probing && <Key name="P" />}
      </button>
      <OrderNote of={key} />
    </>
  );
}

/** Fast or quiet, and how long it takes. */
function Act({ card, quiet, tab }: { card: CardRow; quiet: boolean; tab: number }) {
  const { words } = useApp();
  const { orders } = useGame();
  const selection = useRedSelection();
  const args = { ...card.args, ...(quiet ? { quiet: 1 } : {}) };
  const key = orderKey(card.attack, args);
  const sending = orders.pending.value.some((pending) => pending.key === key);
  const seconds = secondsOf(quiet ? card.quiet : card.fast);
  const t = (path: string, values = {}) => words.say(`ui.red.${path}`, values);
  return (
    <div class="red-act-place">
      <button
        type="button"
        class={`red-act${quiet ? ' quiet' : ''}${sending ? ' sending' : ''}`}
        tabIndex={tab}
        title={quiet ? t('quietHint') : undefined}
        aria-disabled={sending}
        onClick={() => {
          selection.read(card.id);
          orders.give(card.attack, args);
        }}
      >
        <b>{t(quiet ? 'quietly' : (LAWFUL[card.attack] ?? 'fast'))}</b>
        <span>{sending ? t('sending') : t('seconds', { seconds })}</span>
        <Key name={quiet ? '⇧ Enter' : 'Enter'} />
      </button>
      <OrderNote of={key} />
    </div>
  );
}

/** How far it has come. */
function UnderWay({ strike }: { strike: StrikeRow }) {
  const { words } = useApp();
  const { clock } = useGame();
  const now = clock.tick.value;
  return (
    <p class="red-under-way">
      <span>{words.say('ui.red.underWay')}</span>
      <Bar share={progressOf(strike, now)} kind="accent" moving />
      <span>{words.say('ui.red.left', { time: remaining(strike.endsAt - now) })}</span>
    </p>
  );
}
