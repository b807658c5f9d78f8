import { type Answer, answersTo, remedyOf } from '../../../shared/commands/answers.ts';
import { remaining } from '../../../shared/text/clock.ts';
import type { Card } from '../../../shared/view/cards.ts';
import { rowsOf } from '../../../shared/view/reading.ts';
import type { BreachRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { OrderNote } from '../../parts/order-note.tsx';
import { useHiddenDetail } from '../../parts/role-only.tsx';
import { cardTitle } from '../../state/match/cards.ts';
import { orderKey } from '../../state/match/orders.ts';
import { commandName, placeOf, refusalText } from '../../state/match/wording.ts';

interface CardAnswersProps {
  readonly card: Card;
  /** An answer was given: the next card may have the room. */
  readonly done: () => void;
}

/** The answers to the opened card, below the list: in sight however long the card is. */
export function CardAnswers({ card, done }: CardAnswersProps) {
  const { words } = useApp();
  const { view } = useGame();
  const now = view.value;
  if (now === null) return null;
  const answers =
    card.kind === 'alert'
      ? answersTo(now, card.alerts[0])
      : card.kind === 'breach'
        ? notifying(card.breach)
        : [];
  const settled = card.kind === 'breach' && !card.breach.open;
  const place = card.kind === 'alert' ? null : <Lead card={card} view={now} />;
  if ((answers.length === 0 && place === null) || settled) return null;
  const acts = answers.filter(({ kind }) => kind !== 'ignore').length;
  return (
    <div class="card-answers">
      <p class="card-answers-of">{cardTitle(words.say, now, card)}</p>
      {card.kind === 'alert' && acts === 0 && <p class="soft">{words.say('ui.match.noAnswer')}</p>}
      <div class="answers">
        {answers.map((answer) => (
          <AnswerButton key={answer.command} answer={answer} view={now} done={done} />
        ))}
        {place}
        {answers.map(({ command, args }) => (
          <OrderNote key={command} of={orderKey(command, args)} />
        ))}
      </div>
    </div>
  );
}

/** Whoever lost data is told in one press; a host that fell is installed anew with more thought. */
const notifying = ({ kind, asset, open }: BreachRow): readonly Answer[] =>
  kind === 'leak' && open ? [{ kind: 'contain', command: 'close-breach', args: { asset } }] : [];

interface AnswerButtonProps {
  readonly answer: Answer;
  readonly view: BlueView;
  readonly done: () => void;
}

/** One answer: what it costs, and why not if it cannot be given now. */
function AnswerButton({ answer, view, done }: AnswerButtonProps) {
  const { words } = useApp();
  const { orders, seat, pace } = useGame();
  const { kind, command, args } = answer;
  const key = orderKey(command, args);
  const sent = orders.pending.value.some((order) => order.key === key);
  const underWay =
    sent || rowsOf(view, 'jobs').some((job) => orderKey(job.command, job.args) === key);
  const option = seat.value?.options.find((one) => orderKey(one.command, one.args) === key);
  const refusal = option?.refusal ?? null;
  const cost = [
    option !== undefined && option.price > 0
      ? words.say('ui.inspector.priceOf', { price: option.price })
      : '',
    underWay
      ? words.say(`ui.match.${sent && pace.value.paused ? 'waitsForPlay' : 'inWork'}`)
      : option === undefined || option.length === 0
        ? ''
        : remaining(option.length),
  ].filter((part) => part !== '');
  return (
    <button
      type="button"
      class={`answer ${kind}`}
      aria-disabled={underWay || refusal !== null}
      onClick={() => {
        if (underWay || refusal !== null) return;
        orders.give(command, args);
        if (kind === 'ignore') done();
      }}
    >
      <b>
        {kind === 'ignore'
          ? words.say('ui.match.ignore')
          : commandName(words.say, command, args, view)}
      </b>
      {cost.length > 0 && <span>{cost.join(' · ')}</span>}
      {refusal !== null && !underWay && (
        <span class="answer-why">{refusalText(words.say, refusal, view)}</span>
      )}
    </button>
  );
}

/** Where a breach or a published flaw is answered: one press leads there. */
function Lead({ card, view }: { card: Exclude<Card, { kind: 'alert' }>; view: BlueView }) {
  const { words } = useApp();
  const game = useGame();
  const hidden = useHiddenDetail('exposure');
  if (card.kind === 'breach') {
    const { breach } = card;
    if (!breach.open || breach.kind === 'leak') return null;
    const args = { host: breach.host };
    return (
      <LeadButton at={`hosts/${breach.host}`}>
        {commandName(words.say, 'rebuild-host', args, view)}
      </LeadButton>
    );
  }
  if (hidden !== null) return <p class="role-only">{hidden}</p>;
  const remedy = remedyOf(view, card.advisory);
  if (remedy === null) {
    return card.urgency === 0 ? null : <p class="soft">{words.say('ui.match.noRemedy')}</p>;
  }
  const { command, at } = remedy;
  return (
    <LeadButton at={at}>
      {`${placeOf(words.say, game.view.value, at)}: ${words.say(`commands.${command}.control`)}`}
    </LeadButton>
  );
}

function LeadButton({ at, children }: { at: RowRef; children: string }) {
  const { select } = useGame();
  return (
    <button type="button" class="answer contain" onClick={() => select(at)}>
      <b>{children}</b>
    </button>
  );
}
