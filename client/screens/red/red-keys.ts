import { redRow } from '../../../shared/view/red/red-reading.ts';
import type { RedSelection } from '../../panels/red/selection.ts';
import { useKeys } from '../../parts/use-keys.ts';
import type { Game } from '../../state/match/game.ts';
import { firstUnknown, probeOrder } from '../../state/red/probe.ts';
import { type Direction, neighbour, type Standpoint } from '../../state/red/red.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The keys of the attackers' screen, by what is printed on them. */
export function useRedKeys(game: Game, selection: RedSelection, openHelp: () => void): void {
  useKeys((key, { target, shiftKey }) => {
    if (key === '?') {
      openHelp();
      return true;
    }
    if (key === 'Escape') {
      selection.choose(0);
      return true;
    }
    if (!(target instanceof HTMLElement)) return false;
    const direction = ARROWS[key];
    if (direction !== undefined) return move(target, direction);
    if (game.watching) return false;
    if (key === 'P') return probe(game, selection);
    // Enter on a card's own line strikes; on its buttons it does what they say.
    if (key !== 'Enter' || target.dataset.card === undefined) return false;
    return strike(game, Number(target.dataset.card), shiftKey);
  });
}

/** From one VM of the board to the nearest, or from one card to the next. */
function move(target: HTMLElement, direction: Direction): boolean {
  const here = target.dataset.knownVm;
  if (here !== undefined) {
    const columns = [...document.querySelectorAll<HTMLElement>('[data-known-vm]')];
    const spots = columns.map(
      ({ dataset }): Standpoint => ({
        id: Number(dataset.knownVm),
        x: Number(dataset.x),
        y: Number(dataset.y),
      }),
    );
    const next = neighbour(spots, Number(here), direction);
    columns.find(({ dataset }) => dataset.knownVm === String(next))?.focus();
    return true;
  }
  const item = target.closest('.red-card');
  if (item === null || direction === 'left' || direction === 'right') return false;
  const heads = [...document.querySelectorAll<HTMLElement>('[data-card]')];
  const at = heads.findIndex((head) => item.contains(head));
  const next = heads[at + (direction === 'down' ? 1 : -1)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return true;
}

function strike(game: Game, id: number, quiet: boolean): boolean {
  const card = redRow(game.red.peek(), 'cards', id);
  if (card === null) return false;
  game.orders.give(card.attack, { ...card.args, ...(quiet ? { quiet: 1 } : {}) });
  return true;
}

function probe(game: Game, selection: RedSelection): boolean {
  const card = redRow(game.red.peek(), 'cards', selection.card.peek());
  const need = card === null ? null : firstUnknown(card);
  const order = card === null || need === null ? null : probeOrder(card, need);
  if (order === null) return false;
  game.orders.give(order.command, order.args);
  return true;
}
