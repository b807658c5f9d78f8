import { isOverBound } from '../../../shared/view/backtest.ts';
import './trap-desk.css';
import type { HeldRow } from '../../../shared/view/machine-rows.ts';
import { rowOf, rowsOf } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { hostName, vmName } from '../../state/match/wording.ts';
import { heldTitle, operandText, remainingSeconds } from './held-words.ts';

/** Whether anything could land on the desk: a filter somewhere holds. */
const isStaffed = (view: BlueView): boolean =>
  [...rowsOf(view, 'hosts'), ...rowsOf(view, 'vms')].some(({ filters }) =>
    filters.some(({ action }) => action === 'hold'),
  );

/** Exits that wait for a human, the one with the least time first. Nothing is there where nothing is held. */
export function TrapDesk() {
  const { words } = useApp();
  const { view } = useGame();
  const now = view.value;
  if (now === null) return null;
  const cards = [...rowsOf(now, 'held')].sort((a, b) => a.until - b.until || a.id - b.id);
  if (cards.length === 0 && !isStaffed(now)) return null;
  return (
    <section class="trap-desk" aria-labelledby="desk-title" data-jump="desk">
      <h2 id="desk-title" class="panel-title">
        {words.say('ui.traps.desk')}
        {cards.length > 0 && <span>{words.say('ui.traps.waiting', { count: cards.length })}</span>}
      </h2>
      {cards.length === 0 ? (
        <p class="trap-slot">{words.say('ui.traps.empty')}</p>
      ) : (
        <ul class="held-list">
          {cards.map((held) => (
            <li key={held.id}>
              <HeldCard view={now} held={held} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Where it is decided may have been scrolled away under a VM that was chosen already. */
const show = (held: number): void => {
  document.getElementById(`held-${held}`)?.scrollIntoView({ block: 'start' });
};

function HeldCard({ view, held }: { view: BlueView; held: HeldRow }) {
  const { words } = useApp();
  const { clock, select, selection } = useGame();
  const vm = rowOf(view, 'vms', held.vm);
  const over = isOverBound(held);
  const chosen = selection.value === `vms/${held.vm}`;
  const where = [
    hostName(held.host),
    `${vmName(held.vm)}${vm === null ? '' : ` ${words.say(`names.workloads.${vm.workload}`)}`}`,
    operandText(words.say, held, held.operand),
  ];
  return (
    <button
      type="button"
      class={`held-card${over ? ' over' : ''}`}
      aria-pressed={chosen}
      data-land
      onClick={() => {
        select(`vms/${held.vm}`);
        show(held.id);
      }}
    >
      <b>{heldTitle(words.say, held)}</b>
      <span class="held-time">
        {words.say('ui.traps.seconds', { seconds: remainingSeconds(held, clock.tick.value) })}
      </span>
      <span class="held-where">{where.join(' · ')}</span>
    </button>
  );
}
