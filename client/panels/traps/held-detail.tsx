import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Offer } from '../../../shared/commands/command.ts';
import {
  cyclesOf,
  handledAs,
  kindOf,
  pipelineOf,
} from '../../../shared/mechanics/exits/pipeline/pipeline.ts';
import { figure } from '../../../shared/text/figure.ts';
import { exposure } from '../../../shared/view/advisories.ts';
import { isOverBound, livesBy, trapOfHeld } from '../../../shared/view/backtest.ts';
import type { HeldRow, VmRow } from '../../../shared/view/machine-rows.ts';
import { rowOf, rowsOf } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { TRAP_CHOICES, type TrapChoice } from '../../../shared/world/machine/held.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Bar } from '../../parts/bar.tsx';
import { Key, useShortcut } from '../../parts/key.tsx';
import { OrderNote } from '../../parts/order-note.tsx';
import { useHiddenDetail } from '../../parts/role-only.tsx';
import { orderKey } from '../../state/match/orders.ts';
import { hostName, refusalText, vmName } from '../../state/match/wording.ts';
import { FilterOfIt } from './filter-of-it.tsx';
import { heldTitle, leftOf, operandText, remainingSeconds } from './held-words.ts';
import { OperandBar } from './operand-bar.tsx';

interface HeldProps {
  readonly view: BlueView;
  readonly vm: VmRow;
  readonly held: HeldRow;
}

const KEYS: Readonly<Record<TrapChoice, string>> = { emulate: 'E', refuse: 'R', stop: 'S' };

/**
 * An exit that waits: what was asked for, beside its bound, and what there is to decide, each with what it
 * costs and what follows, in one dress: no answer is suggested.
 */
export function HeldDetail({ view, vm, held }: HeldProps) {
  const { words } = useApp();
  const { clock, seat, watching } = useGame();
  const t = (key: string, values = {}) => words.say(`ui.traps.${key}`, values);
  const buildHidden = useHiddenDetail('builds');
  const tick = clock.tick.value;
  // It waits for seconds only: whoever looks at its VM sees it, however far down they are.
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => place.current?.scrollIntoView({ block: 'start' }), []);
  const trap = trapOfHeld(held);
  const state = seat.value;
  const options = state !== null && state.looking === `vms/${vm.id}` ? state.options : [];
  const open = rowsOf(view, 'advisories').filter((advisory) =>
    exposure(view, advisory).vms.some(({ id }) => id === vm.id),
  );
  return (
    <section ref={place} id={`held-${held.id}`} class="held-detail" aria-labelledby="held-title">
      <h2 class="panel-title">
        {t('desk')}
        <span>{`${hostName(held.host)} › ${vmName(vm.id)}`}</span>
      </h2>
      <h3 id="held-title" class="held-title">
        {heldTitle(words.say, held)}
      </h3>
      <p class="held-clock">
        <span>{t('cpuWaits')}</span>
        <b>{t('refusedIn', { seconds: remainingSeconds(held, tick) })}</b>
      </p>
      <Bar share={leftOf(held, tick)} kind="warn" />
      <dl class="facts">
        <div>
          <dt>{t('reason')}</dt>
          <dd>{t(`reasons.${held.reason}`)}</dd>
        </div>
        <div>
          <dt>{t('needed')}</dt>
          <dd>{t(livesBy(vm, trap) ? 'neededYes' : 'neededNo')}</dd>
        </div>
      </dl>
      <OperandBar held={held} />
      {buildHidden === null && open.length > 0 && (
        <p class="held-note warn-ink">
          {t('unpatched', {
            flaws: open.map(({ name }) => words.say(`flaws.${name}.name`)).join(' · '),
          })}
        </p>
      )}
      {!watching && (
        <>
          <div class="held-choices">
            {TRAP_CHOICES.map((choice) => (
              <Choice
                key={choice}
                view={view}
                vm={vm}
                held={held}
                choice={choice}
                option={options.find(
                  ({ command, args }) => command === 'decide-trap' && args.choice === choice,
                )}
              />
            ))}
          </div>
          <FilterOfIt view={view} vm={vm} held={held} options={options} />
        </>
      )}
    </section>
  );
}

interface ChoiceProps extends HeldProps {
  readonly choice: TrapChoice;
  readonly option: Offer | undefined;
}

function Choice({ view, vm, held, choice, option }: ChoiceProps) {
  const { words } = useApp();
  const { orders } = useGame();
  const shortcut = useShortcut();
  const args = { vm: vm.id, held: held.id, choice };
  const key = orderKey('decide-trap', args);
  const sending = orders.pending.value.some((order) => order.key === key);
  const refusal = option?.refusal ?? null;
  const off = option === undefined || refusal !== null || sending;
  const letter = KEYS[choice];
  const over = isOverBound(held);
  const extent = over ? 'Over' : choice === 'emulate' && held.bound === 0 ? 'Any' : 'Within';
  const what = choice === 'stop' ? 'stop' : `${choice}${extent}`;
  const cycles = cyclesFor(view, vm, held, choice);
  return (
    <div class="act-place">
      <button
        type="button"
        class={`act${refusal === null ? (sending ? ' sending' : '') : ' no'}`}
        aria-disabled={off}
        aria-keyshortcuts={shortcut(letter)}
        onClick={() => {
          if (!off) orders.give('decide-trap', args);
        }}
      >
        {shortcut(letter) === undefined ? <span /> : <Key name={letter} />}
        <b class="act-name">{words.say(`names.choices.${choice}`)}</b>
        <span class="act-cost">
          <span>
            {choice === 'stop'
              ? words.say('ui.inspector.atOnce')
              : cycles !== null && words.say('ui.inspector.cyclesOf', { cycles: figure(cycles) })}
          </span>
        </span>
        <span class="act-text">
          {refusal === null ? (
            <span>
              {words.say(`ui.traps.choices.${what}`, {
                asked: operandText(words.say, held, held.operand),
                edge: operandText(words.say, held, held.bound),
              })}
            </span>
          ) : (
            <span class="act-why">{refusalText(words.say, refusal, view)}</span>
          )}
        </span>
      </button>
      <OrderNote of={key} />
    </div>
  );
}

/** What the way of that exit costs, to its end or to its refusal; `null` where nobody published all of it. */
function cyclesFor(view: BlueView, vm: VmRow, held: HeldRow, choice: TrapChoice): number | null {
  const host = rowOf(view, 'hosts', held.host);
  if (host === null) return 0;
  const kind = kindOf(held);
  if (kind === 'vmrun' && choice === 'emulate') return null;
  const turnout = {
    checked: false,
    refused: choice === 'refuse',
    intercepted: true,
    ...(held.call === 'memory_op' ? { call: held.call } : {}),
  };
  const technique = handledAs(held.reason, vm.technique);
  return cyclesOf(pipelineOf(kind, technique, host, turnout, vm.wordSize));
}
