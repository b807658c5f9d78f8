import './held.css';
import type { Held as Account, HeldLine } from '../../../shared/match/report.ts';
import { clockOf } from '../../../shared/text/clock.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { whoAt } from '../../state/match/team.ts';
import { signed } from '../../state/match/wording.ts';
import { HeldLane } from './held-lane.tsx';
import { doneText, otherHarmText } from './report-words.ts';

const isProved = (line: HeldLine): line is Credited => line.order !== null && line.without !== null;

/** An attempt with the order that stopped it. */
type Credited = HeldLine & {
  readonly order: NonNullable<HeldLine['order']>;
  readonly without: NonNullable<HeldLine['without']>;
};

/** Whether any order is shown to have stopped anything. */
export const anyCredit = ({ lines }: Account): boolean => lines.some(isProved);

interface HeldProps {
  readonly held: Account;
  readonly overAt: number;
  /** Whether the match has been run again: before that nobody knows since when what was missing. */
  readonly proved: boolean;
}

/** Attempts that came to nothing: what was missing, whose order that was, and what comes without it. */
export function Held({ held, overAt, proved: known }: HeldProps) {
  const { words } = useApp();
  const t = (key: string) => words.say(`ui.debrief.held.${key}`);
  const proved = held.lines.filter(isProved);
  const others = held.lines.filter((line) => !isProved(line));
  if (held.lines.length === 0) return null;
  return (
    <>
      {proved.length > 0 && (
        <section class="card held" aria-label={t('title')}>
          <div class="held-head" aria-hidden="true">
            {(['attempt', 'missing', 'who', 'without'] as const).map((column) => (
              <span key={column}>{t(column)}</span>
            ))}
          </div>
          <ul>
            {proved.map((line) => (
              <Line key={lineKey(line)} line={line} overAt={overAt} />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && <Others lines={others} open={proved.length === 0} known={known} />}
    </>
  );
}

const lineKey = ({ attack, need, ticks, order, spare }: HeldLine): string =>
  `${attack} ${need} ${order?.tick ?? ''} ${order?.command ?? ''} ${ticks[0] ?? ''} ${spare}`;

/** The attack and how often it came, and the condition that was missing. */
function Attempted({ line }: { line: HeldLine }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.debrief.held.${key}`, values);
  const { attack, need, ticks } = line;
  return (
    <>
      <p class="held-cell">
        <b>{words.say(`attacks.${attack}.name`)}</b>
        <small>{ticks.length === 0 ? t('never') : t('times', { count: ticks.length })}</small>
      </p>
      <p class="held-cell held-missing">
        <b>{need === '' ? t('targetGone') : words.say(`needs.${need}.short`)}</b>
        <small>
          <i class="held-chip">{t('notSo')}</i>
        </small>
      </p>
    </>
  );
}

function Line({ line, overAt }: { line: Credited; overAt: number }) {
  const { words } = useApp();
  const { session, solo, world, view } = useGame();
  const { order, without } = line;
  const t = (key: string, values = {}) => words.say(`ui.debrief.held.${key}`, values);
  const who = solo
    ? words.say('ui.common.you')
    : (whoAt(session.value, world.value, order.who)?.nickname ?? words.say('ui.talk.someone'));
  const { harm, works, free, points } = without;
  const attack = words.say(`attacks.${harm?.attack ?? line.attack}.name`);
  return (
    <li class="held-line">
      <Attempted line={line} />
      <p class="held-cell held-who">
        <b>{doneText(words.say, order, view.value)}</b>
        <small>{t('whoWhen', { who, time: clockOf(order.tick) })}</small>
      </p>
      <p class="held-cell held-without">
        <span class="unseen">{t('without')}: </span>
        <b>
          {harm === null ? t('getsIn', { time: clockOf(works) }) : otherHarmText(words.say, harm)}
        </b>
        <small>{harm === null ? t('noFurther') : t(free ? 'onTo' : 'by', { attack })}</small>
        <i class="held-cost">{t('total', { points: signed(points.total) })}</i>
      </p>
      <HeldLane done={order.done} ticks={line.ticks} overAt={overAt} />
    </li>
  );
}

interface OthersProps {
  readonly lines: readonly HeldLine[];
  readonly open: boolean;
  readonly known: boolean;
}

/** What was not shown to be anybody's doing: since when it was missing. */
function Others({ lines, open, known }: OthersProps) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.debrief.held.${key}`, values);
  return (
    <details class="card held-others folded" open={open}>
      <summary>
        {t('others')} <span>{lines.reduce((sum, { ticks }) => sum + ticks.length, 0)}</span>
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={lineKey(line)} class="held-line">
            <Attempted line={line} />
            <p class="held-cell held-who">
              {known && (
                <small>
                  {line.since === 0 ? t('fromStart') : t('since', { time: clockOf(line.since) })}
                </small>
              )}
              {line.spare > 0 && <small>{t('spare', { count: line.spare })}</small>}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
