import { useSignal } from '@preact/signals';
import type { Offer } from '../../../shared/commands/command.ts';
import { CHECK } from '../../../shared/mechanics/cost/checks.ts';
import { remaining } from '../../../shared/text/clock.ts';
import { figure } from '../../../shared/text/figure.ts';
import { backtestOf, isOverBound, trapOfHeld } from '../../../shared/view/backtest.ts';
import type { HeldRow, VmRow } from '../../../shared/view/machine-rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Key, useShortcut } from '../../parts/key.tsx';
import { OrderNote } from '../../parts/order-note.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { orderKey } from '../../state/match/orders.ts';
import { hostName, refusalText, vmName } from '../../state/match/wording.ts';
import { operandText } from './held-words.ts';

const KEY = 'F';

interface FilterProps {
  readonly view: BlueView;
  readonly vm: VmRow;
  readonly held: HeldRow;
  readonly options: readonly Offer[];
}

/**
 * The refusal of this exit as a filter, of its VM or of the host: what it says, what it would have done to
 * what is on record, and what it costs (rule K83).
 */
export function FilterOfIt({ view, vm, held, options }: FilterProps) {
  const { words } = useApp();
  const { orders } = useGame();
  const shortcut = useShortcut();
  const whole = useSignal(false);
  const t = (key: string, values = {}) => words.say(`ui.traps.${key}`, values);
  const trap = trapOfHeld(held);
  const over = isOverBound(held);
  const action = over ? 'bounds-check' : 'refuse';
  const command = whole.value ? 'exit-filter' : 'vm-exit-filter';
  const args = whole.value ? { host: held.host, trap, action } : { vm: vm.id, trap, action };
  const key = orderKey(command, args);
  const option = options.find((one) => orderKey(one.command, one.args) === key);
  const refusal = option?.refusal ?? null;
  const sending = orders.pending.value.some((order) => order.key === key);
  const off = option === undefined || refusal !== null || sending;
  const tested = backtestOf(view, {
    vm: whole.value ? 0 : vm.id,
    host: held.host,
    trap,
    action,
  });
  const give = (): void => {
    if (!off) orders.give(command, args);
  };
  // Before the letters of what is selected: they know of no scope.
  useKeys((pressed) => {
    if (pressed !== KEY) return false;
    give();
    return true;
  }, true);
  const scope = (ofHost: boolean, label: string) => (
    <button
      type="button"
      aria-pressed={whole.value === ofHost}
      onClick={() => (whole.value = ofHost)}
    >
      {label}
    </button>
  );
  return (
    <div class="filter-of-it">
      <p class="filter-head">
        <b>{t('filterOfIt')}</b>
        {option !== undefined && (
          <span>
            {option.price > 0 && `${words.say('ui.inspector.priceOf', { price: option.price })} · `}
            {remaining(option.length)}
          </span>
        )}
      </p>
      <div class="filter-scope">
        {scope(false, t('onlyVm', { vm: vmName(vm.id) }))}
        {scope(true, t('allOf', { host: hostName(held.host) }))}
      </div>
      <p class="filter-rule">
        {t(over ? 'ruleOver' : 'ruleAll', {
          trap: words.say(`names.traps.${trap}`),
          edge: operandText(words.say, held, held.bound),
        })}
      </p>
      <p class={`held-note${tested.lawful > 0 ? ' warn-ink' : ''}`}>
        {t('backtest', {
          looked: figure(tested.looked),
          refused: figure(tested.refused),
          needed: figure(tested.lawful),
        })}
      </p>
      {over && <p class="held-note">{t('perCheck', { cycles: figure(CHECK) })}</p>}
      <button
        type="button"
        class={`act filter-order${refusal === null ? (sending ? ' sending' : '') : ' no'}`}
        aria-disabled={off}
        aria-keyshortcuts={shortcut(KEY)}
        onClick={give}
      >
        {shortcut(KEY) === undefined ? <span /> : <Key name={KEY} />}
        <b class="act-name">{t('setFilter')}</b>
        <span class="act-text">
          {refusal !== null && <span class="act-why">{refusalText(words.say, refusal, view)}</span>}
          {option === undefined && <span class="act-why">{t('filterThere')}</span>}
        </span>
      </button>
      <OrderNote of={key} />
    </div>
  );
}
