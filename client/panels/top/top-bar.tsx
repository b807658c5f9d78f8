import './top.css';
import { clockOf } from '../../../shared/text/clock.ts';
import { figure } from '../../../shared/text/figure.ts';
import type { Speaker } from '../../../shared/text/speak.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { Loss } from '../../../shared/world/losses.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Bar } from '../../parts/bar.tsx';
import { Logo } from '../../parts/page/logo.tsx';
import { PageSettings } from '../../parts/page/page-settings.tsx';
import { HARMS, lossPlace, lossText } from '../../state/match/losses.ts';
import { MinuteBars } from './minute-bars.tsx';
import { PaceControl } from './pace-control.tsx';
import { Speed } from './speed.tsx';

const DUTIES = ['fidelity', 'isolation', 'performance'] as const;

export function TopBar({ onHelp }: { onHelp: () => void }) {
  const { words } = useApp();
  return (
    <header class="top">
      <Logo />
      <h1 class="unseen">{words.say('ui.match.title')}</h1>
      <div class="duties">
        {DUTIES.map((duty) => (
          <Duty key={duty} duty={duty} />
        ))}
      </div>
      <MinuteBars />
      <Credits />
      <Clock />
      <PaceControl />
      <PageSettings short />
      <button
        type="button"
        class="button quiet help-button"
        aria-label={words.say('ui.help.open')}
        onClick={onHelp}
      >
        ?
      </button>
    </header>
  );
}

/** Below this a duty wants attention. */
const FINE = 850;

function Duty({ duty }: { duty: (typeof DUTIES)[number] }) {
  const { words } = useApp();
  const { match, view } = useGame();
  const losses = match.value?.losses[DUTIES.indexOf(duty)] ?? [];
  const now = view.value;
  const told = now === null ? [] : losses.map((loss) => lossLine(words.say, now, loss));
  const points = match.value?.[duty] ?? 0;
  const kind = points >= FINE ? 'good' : 'warn';
  const name = words.say(`ui.match.${duty}`);
  return (
    <div
      class="duty"
      title={[
        `${words.say(`ui.match.inFull.${duty}`)}. ${words.say(`ui.match.counted.${duty}`)}`,
        ...told,
      ].join('\n')}
    >
      <span class="duty-name">{name}</span>
      <Bar share={points / 1000} kind={kind} />
      <span class={`duty-points ${kind}-ink`}>{points}</span>
      <DutyReason loss={losses[0] ?? null} />
    </div>
  );
}

/** What took most from a duty in the minute that its figure is of; pressed, it is looked at. */
function DutyReason({ loss }: { loss: Loss | null }) {
  const { words } = useApp();
  const { view, match, select } = useGame();
  const now = view.value;
  if (now === null || loss === null) {
    const none = match.value?.phase === 'prepare' ? 'notCounted' : 'nothingLost';
    return <span class="duty-why">{words.say(`ui.match.${none}`)}</span>;
  }
  const place = lossPlace(now, loss);
  const text = (
    <>
      <b class={HARMS.has(loss.why) ? 'harm-ink' : 'warn-ink'}>
        {words.say('ui.match.lostPoints', { points: loss.points })}
      </b>{' '}
      {lossText(words.say, now, loss)}
    </>
  );
  if (place === null) return <span class="duty-why">{text}</span>;
  return (
    <button type="button" class="duty-why" onClick={() => select(place)}>
      {text}
    </button>
  );
}

const lossLine = (say: Speaker, view: BlueView, loss: Loss): string =>
  `${say('ui.match.lostPoints', { points: loss.points })} ${lossText(say, view, loss)}`;

function Credits() {
  const { words } = useApp();
  const { match } = useGame();
  return (
    <div class="chip">
      <b>{figure(match.value?.credits ?? 0)}</b>
      <span class="chip-name">{words.say('ui.match.credits')}</span>
    </div>
  );
}

function Clock() {
  const { words } = useApp();
  const { clock, match } = useGame();
  const row = match.value;
  if (row === null) return null;
  const time = clockOf(Math.min(clock.tick.value, row.overAt));
  const total = clockOf(row.overAt);
  return (
    <div class="chip clock">
      <b>
        {time}
        <span class="clock-total"> / {total}</span>
      </b>
      <Speed />
      <span class={`phase ${row.phase}`}>{words.say(`ui.match.${row.phase}`)}</span>
    </div>
  );
}
