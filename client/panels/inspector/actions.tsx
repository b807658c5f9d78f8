import { useSignal } from '@preact/signals';
import { type ComponentChild, Fragment, type RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { playable } from '../../../shared/commands/answers.ts';
import type { Offer as Option } from '../../../shared/commands/command.ts';
import { traits } from '../../../shared/commands/traits.ts';
import { rowOf, splitRef } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { useSteady } from '../../parts/steady.ts';
import { sortOptions } from '../../state/match/fitting.ts';
import { hintedCommand } from '../../state/match/guide.ts';
import { orderKey } from '../../state/match/orders.ts';
import { commandValues } from '../../state/match/wording.ts';
import { assignKeys } from '../../state/page/keys.ts';
import { ActionButton } from './action-button.tsx';

interface Lettered {
  readonly option: Option;
  /** It stays with its option, whatever group that is in. */
  readonly letter: string;
}

const GROUPS = ['fitting', 'possible', 'refused', 'ways'] as const;
type Group = (typeof GROUPS)[number];

/** An option in its place. */
interface Placed extends Lettered {
  readonly group: Group;
  /** It cannot be ordered any more, and stands there until the pointer has left. */
  readonly gone: boolean;
}

const keyOf = ({ option }: Placed): string => orderKey(option.command, option.args);

/** A place keeps its group: what it says there is as it is now. */
const keepGroup = (before: Placed, now: Placed | null): Placed =>
  now === null ? { ...before, gone: true } : { ...now, group: before.group };

/** Options by group; what a hint speaks of stands first, where it is seen. */
function placesOf(
  view: BlueView,
  lettered: readonly Lettered[],
  hinted: string,
): readonly Placed[] {
  const choice = sortOptions(view, lettered, ({ option }) => option);
  const first = choice.fitting.filter(({ option }) => option.command === hinted);
  const sorted = {
    ...choice,
    fitting: [...first, ...choice.fitting.filter((item) => !first.includes(item))],
  };
  return GROUPS.flatMap((group) => sorted[group].map((item) => ({ ...item, group, gone: false })));
}

/** Why there is nothing to order about it: what a request asks for is being done, or was. */
function whyNone(view: BlueView, subject: RowRef): 'noActions' | 'beingServed' | 'settled' {
  const { table, id } = splitRef(subject);
  const request = table === 'requests' ? rowOf(view, 'requests', id) : null;
  if (request === null || request.state === 'open') return 'noActions';
  return request.state === 'in-work' ? 'beingServed' : 'settled';
}

/** So many that a reader takes them in at once: with no more than that nothing is folded away. */
const FEW = 4;

/**
 * Everything this seat could order about the subject, as the authority lists it: what answers
 * something that is to be seen, then other ways of the same, then what is possible as well, then what
 * is not, and why.
 */
export function Actions({
  subject,
  place,
}: {
  subject: RowRef;
  place: RefObject<HTMLDivElement | null>;
}) {
  const { words } = useApp();
  const { seat, view, hint } = useGame();
  const state = seat.value;
  const now = view.value;
  const known = state !== null && state.looking === subject;
  // What waits on the trap desk is decided where it is shown.
  const options = known ? state.options.filter(({ command }) => command !== 'decide-trap') : [];
  const all = known ? state.options : [];
  const keys = assignKeys(all);
  const lettered = options.map((option) => ({ option, letter: keys[all.indexOf(option)] ?? '' }));
  /** Under the pointer no action changes its place. */
  const held = useSignal(false);
  const subjectHeld = useRef(subject);
  const placed = useSteady(
    now === null ? [] : placesOf(now, lettered, hintedCommand(hint.value)),
    held.value && subjectHeld.current === subject,
    keyOf,
    keepGroup,
  );
  subjectHeld.current = subject;
  if (now === null) return null;
  const inGroup = (group: Group): readonly Placed[] =>
    placed.filter((item) => item.group === group);
  const worthwhile = inGroup('fitting');
  const possible = inGroup('possible');
  const refused = inGroup('refused');
  const ways = inGroup('ways');
  const waiting = known ? whyNone(now, subject) : 'thinking';
  const few = options.length <= FEW;
  const desk = playable(rowOf(now, 'match', 1), 'decide-trap');
  const said = ({ option }: Lettered): string => {
    const does = words.say(
      `commands.${option.command}.does`,
      commandValues(words.say, option.args, now),
    );
    const held = desk && traits[option.command]?.atDesk === true;
    return held ? `${does} ${words.say(`commands.${option.command}.atDesk`)}` : does;
  };
  /** What several of a group have in common is said once, above the first of them. */
  const group = (items: readonly Placed[], kind: 'offered' | 'refused' | 'ways' = 'offered') =>
    items.map((item, i) => {
      const { option, letter } = item;
      const shared =
        kind === 'offered' && items.some((other) => other !== item && said(other) === said(item));
      const first = items.findIndex((other) => said(other) === said(item)) === i;
      return (
        <Fragment key={orderKey(option.command, option.args)}>
          {shared && first && <p class="actions-note">{said(item)}</p>}
          <ActionButton
            option={option}
            subject={subject}
            gone={item.gone}
            letter={letter}
            does={shared || kind === 'ways' ? null : said(item)}
            brief={kind === 'ways'}
          />
        </Fragment>
      );
    });
  return (
    <div
      class="actions"
      ref={place}
      aria-busy={!known}
      data-jump="actions"
      onPointerEnter={() => (held.value = true)}
      onPointerLeave={() => (held.value = false)}
    >
      <h3 class="panel-title">
        {words.say(worthwhile.length > 0 && !few ? 'ui.inspector.fitting' : 'ui.inspector.actions')}
      </h3>
      {group(worthwhile)}
      <Folded title={words.say('ui.inspector.otherWays', { count: ways.length })}>
        {group(ways, 'ways')}
      </Folded>
      {few || worthwhile.length === 0 ? (
        group(possible)
      ) : (
        <Folded title={words.say('ui.inspector.possible', { count: possible.length })}>
          {group(possible)}
        </Folded>
      )}
      {few ? (
        group(refused, 'refused')
      ) : (
        <Folded title={words.say('ui.inspector.notNow', { count: refused.length })}>
          {group(refused, 'refused')}
        </Folded>
      )}
      {options.length === 0 && <p class="soft">{words.say(`ui.inspector.${waiting}`)}</p>}
    </div>
  );
}

/** A group that is there for whoever looks for it. Without anything in it there is none. */
function Folded({ title, children }: { title: string; children: readonly ComponentChild[] }) {
  if (children.length === 0) return null;
  return (
    <details class="folded">
      <summary>{title}</summary>
      <div class="actions">{children}</div>
    </details>
  );
}
