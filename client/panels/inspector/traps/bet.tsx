import {
  BETS,
  type BetKind,
  exitsFor,
  isBetOn,
  STAKES,
} from '../../../../shared/mechanics/exits/bet.ts';
import { figure } from '../../../../shared/text/figure.ts';
import type { HostRow, VmRow } from '../../../../shared/view/machine-rows.ts';
import { rowsOf } from '../../../../shared/view/reading.ts';
import type { BlueView } from '../../../../shared/view/view.ts';
import { useApp } from '../../../app-context.ts';
import { useGame } from '../../../game-context.ts';

interface BetProps {
  readonly view: BlueView;
  readonly vm: VmRow;
  readonly host: HostRow;
  readonly onStep: (kind: BetKind) => void;
}

/** Two bets while there is time: how often this guest leaves itself. What comes of them is its pipeline's. */
export function Bet({ view, vm, host, onStep }: BetProps) {
  const { words } = useApp();
  const { bets } = useGame();
  const [match] = rowsOf(view, 'match');
  if (match?.phase !== 'prepare' || !isBetOn(vm.technique)) return null;
  const t = (key: string, values = {}) => words.say(`ui.traps.bet.${key}`, values);
  return (
    <section class="bet" aria-labelledby="bet-title">
      <h4 id="bet-title" class="trap-title">
        {t('title')}
      </h4>
      {BETS.map((bet) => {
        const stake = bets.of(bet.kind);
        const exits = exitsFor(bet, vm.technique, host);
        return (
          <div key={bet.kind} class="bet-on">
            <p id={`bet-${bet.kind}`}>{t(`asks.${bet.kind}`, { count: figure(bet.times) })}</p>
            <fieldset class="bet-stakes" aria-labelledby={`bet-${bet.kind}`}>
              {STAKES.map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-pressed={stake === one}
                  aria-disabled={stake !== null}
                  onClick={() => bets.lay(bet.kind, one)}
                >
                  {t('stake', { count: figure(one) })}
                </button>
              ))}
            </fieldset>
            <p class="trap-note" aria-live="polite">
              {stake !== null && (
                <>
                  <b>{t(stake === exits ? 'right' : 'wrong', { count: figure(exits) })}</b>{' '}
                  {t(`because.${bet.kind}`)}{' '}
                  <button type="button" class="quiet-link" onClick={() => onStep(bet.kind)}>
                    {t('step')}
                  </button>
                </>
              )}
            </p>
          </div>
        );
      })}
    </section>
  );
}
