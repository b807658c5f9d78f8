import { useEffect } from 'preact/hooks';
import type { Offer as Option, Quote } from '../../../shared/commands/command.ts';
import { remaining } from '../../../shared/text/clock.ts';
import type { Speaker } from '../../../shared/text/speak.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Key, useShortcut } from '../../parts/key.tsx';
import { OrderNote } from '../../parts/order-note.tsx';
import { useHiddenDetail } from '../../parts/role-only.tsx';
import { lackingIn } from '../../state/match/faults.ts';
import { hintedCommand } from '../../state/match/guide.ts';
import { type Follows, followsOf, type Offer, offerOf } from '../../state/match/offered.ts';
import { orderKey } from '../../state/match/orders.ts';
import { commandName, hostName, refusalText, tenantNames } from '../../state/match/wording.ts';
import { wishName } from '../foot/wish.ts';

interface ActionButtonProps {
  readonly option: Option;
  readonly subject: RowRef;
  readonly letter: string;
  /** It was there a moment ago, and is no longer offered. */
  readonly gone: boolean;
  /** What it does; `null` where that is said above it. */
  readonly does: string | null;
  /** It is another way of what stands above it: what both have in common is not said again. */
  readonly brief: boolean;
}

/** One order: its key, what it does, what it costs, how long it takes, and why not if it cannot. */
export function ActionButton({ option, subject, letter, gone, does, brief }: ActionButtonProps) {
  const { words } = useApp();
  const game = useGame();
  const view = game.view.value;
  const { command, args, refusal, quote } = option;
  const shortcut = useShortcut();
  const key = orderKey(command, args);
  const sending = game.orders.pending.value.some((order) => order.key === key);
  const taken = game.orders.notes.value.some((note) => note.key === key && note.kind === 'taken');
  const offer = view === null || brief ? null : offerOf(view, args);
  const follows = view === null || brief ? null : followsOf(view, args);
  const hidden = useHiddenDetail('frames');
  const hint = game.hint.value;
  const hinted = refusal === null && hintedCommand(hint) === command;
  const consider = (): void => {
    game.considered.value = option;
  };
  const forget = (): void => {
    if (game.considered.peek() === option) game.considered.value = null;
  };
  // An option can vanish under the pointer, and then nothing tells that the pointer has left it.
  useEffect(() => forget, [option]);
  const mood =
    gone || refusal !== null
      ? ' no'
      : sending
        ? ' sending'
        : taken
          ? ' taken'
          : hinted
            ? ' hinted'
            : '';
  return (
    <div class="act-place">
      <button
        type="button"
        class={`act${mood}`}
        aria-disabled={gone || refusal !== null}
        aria-keyshortcuts={shortcut(letter)}
        onClick={() => {
          if (!gone && refusal === null) game.orders.give(command, args);
        }}
        onPointerEnter={consider}
        onPointerLeave={forget}
        onFocus={consider}
        onBlur={forget}
      >
        {shortcut(letter) === undefined ? <span /> : <Key name={letter} />}
        <b class="act-name">{actionName(words.say, view, option, subject)}</b>
        <span class="act-cost">
          {quote !== undefined && quote.now === undefined && (
            <b class="act-quote">{words.say('ui.inspector.times', { cost: times(quote.cost) })}</b>
          )}
          {option.price > 0 && <b>{words.say('ui.inspector.priceOf', { price: option.price })}</b>}
          <span>
            {sending
              ? words.say(`ui.match.${game.pace.value.paused ? 'waitsForPlay' : 'sending'}`)
              : option.length === 0
                ? words.say('ui.inspector.atOnce')
                : remaining(option.length)}
          </span>
        </span>
        <span class="act-text">
          {gone ? (
            <span class="act-why">{words.say('ui.inspector.noLonger')}</span>
          ) : refusal !== null ? (
            <span class="act-why">{refusalText(words.say, refusal, view)}</span>
          ) : (
            does !== null && <span>{does}</span>
          )}
          {lackingIn(view, args).map((device) => (
            <span key={device} class="act-offer warn-ink">
              {words.say('ui.inspector.lacks', { device: words.say(`names.devices.${device}`) })}
            </span>
          ))}
          {refusal === null && quote !== undefined && <QuoteLine quote={quote} />}
          {refusal === null && follows !== null && view !== null && (
            <FollowsLines follows={follows} view={view} />
          )}
          {offer !== null && view !== null && (
            <span class={`act-offer${hidden !== null || offer.harmless ? '' : ' warn-ink'}`}>
              {hidden === null
                ? offerText(words.say, view, offer)
                : `${words.say('ui.inspector.offered', { frames: offer.frames.length })} · ${hidden}`}
            </span>
          )}
        </span>
      </button>
      <OrderNote of={key} />
    </div>
  );
}

/** What stands between the VM and its host; of a move, what it does to the cost of its work. */
function QuoteLine({ quote: { cost, now, boundary } }: { quote: Quote }) {
  const { words } = useApp();
  const name = words.say(`names.boundaries.${boundary}`);
  const line = <span>{words.say('ui.inspector.boundaryOf', { boundary: name })}</span>;
  if (now === undefined) return line;
  const text = cost === now ? 'sameCost' : 'movedCost';
  return (
    <>
      <span class={cost > now ? 'warn-ink' : ''}>
        {words.say(`ui.inspector.${text}`, { now: times(now), cost: times(cost) })}
      </span>
      {line}
    </>
  );
}

/** What else would be so there: room, neighbours, a flaw of the host that is not patched. */
function FollowsLines({ follows, view }: { follows: Follows; view: BlueView }) {
  const { words } = useApp();
  const hidden = useHiddenDetail('exposure');
  const { host, left, neighbours, fix } = follows;
  const tenants = tenantNames(words.say, view, neighbours);
  return (
    <>
      <span>
        {neighbours.length === 0
          ? words.say('ui.inspector.followsAlone', { frames: left })
          : words.say('ui.inspector.follows', { frames: left, tenants })}
      </span>
      {fix > 0 && hidden === null && (
        <span class="act-offer warn-ink">
          {words.say('ui.inspector.followsOld', { host: hostName(host), build: fix })}
        </span>
      )}
    </>
  );
}

/** Permille as a multiple, to two digits. */
const times = (permille: number): string => (permille / 1000).toFixed(2);

/** The command; seen from a host, also the request that it would serve there. */
function actionName(say: Speaker, view: BlueView | null, option: Option, subject: RowRef): string {
  const parts = [commandName(say, option.command, option.args, view)];
  const { request } = option.args;
  if (typeof request === 'number' && !subject.startsWith('requests/') && view !== null) {
    parts.push(wishName(say, view, request));
  }
  return parts.filter((part) => part !== '').join(' · ');
}

function offerText(say: Speaker, view: BlueView, offer: Offer): string {
  const frames = offer.frames.length;
  const dirty = offer.dirty.length;
  if (dirty === 0) return say('ui.inspector.offeredClean', { frames });
  if (offer.harmless) return say('ui.inspector.offeredOwn', { frames, dirty });
  const tenants = tenantNames(say, view, offer.tenants);
  return say('ui.inspector.offeredDirty', { frames, dirty, tenants });
}
