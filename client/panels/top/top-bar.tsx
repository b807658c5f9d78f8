import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Bar } from '../../parts/bar.tsx';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { Logo } from '../../parts/logo.tsx';
import { clockOf } from '../../state/match/wording.ts';
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
      <LanguageSwitch short />
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
  const { match } = useGame();
  const points = match.value?.[duty] ?? 0;
  const kind = points >= FINE ? 'good' : 'warn';
  const name = words.say(`ui.match.${duty}`);
  return (
    <div
      class="duty"
      title={`${words.say(`ui.match.inFull.${duty}`)}. ${words.say(`ui.match.counted.${duty}`)}`}
    >
      <span class="duty-name">{name}</span>
      <span class={`duty-points ${kind}-ink`}>{points}</span>
      <Bar share={points / 1000} kind={kind} />
    </div>
  );
}

function Credits() {
  const { words } = useApp();
  const { match } = useGame();
  return (
    <div class="chip">
      <span class="chip-name">{words.say('ui.match.credits')}</span>
      <b>{(match.value?.credits ?? 0).toLocaleString('en-US')}</b>
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
      <b>{time}</b>
      <span class="clock-total">/ {total}</span>
      <Speed />
      <span class={`phase ${row.phase}`}>{words.say(`ui.match.${row.phase}`)}</span>
    </div>
  );
}
