import { isOverBound } from '../../../shared/view/backtest.ts';
import type { HeldRow } from '../../../shared/view/machine-rows.ts';
import { useApp } from '../../app-context.ts';
import { operandText } from './held-words.ts';

/** Beyond this many times its bound an operand’s bar is as long as it gets. */
const MOST = 2;

/** An operand beside its bound: what is over it is hatched. Says nothing where there is no bound. */
export function OperandBar({ held }: { held: HeldRow }) {
  const { words } = useApp();
  const { operand, bound } = held;
  if (bound === 0) return null;
  const over = isOverBound(held);
  const scale = over ? Math.min(MOST, operand / bound) : 1;
  const within = Math.min(1, operand / bound) / scale;
  return (
    <div class={`operand${over ? ' over' : ''}`}>
      <p>
        <b>{words.say('ui.traps.asked', { asked: operandText(words.say, held, operand) })}</b>
        <span>{words.say('ui.traps.bound', { edge: operandText(words.say, held, bound) })}</span>
      </p>
      <div class="operand-bar" aria-hidden="true">
        <i class="operand-within" style={{ width: `${within * 100}%` }} />
        {over && <i class="operand-beyond" style={{ width: `${(1 - 1 / scale) * 100}%` }} />}
      </div>
    </div>
  );
}
