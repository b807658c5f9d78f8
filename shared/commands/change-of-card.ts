import { changeCard, replug } from '../mechanics/passing.ts';
import type { Card } from '../world/machine/card.ts';
import { find } from '../world/table.ts';
import type { Command } from './command.ts';
import { type VmCommand, vmCommand } from './on-vm.ts';

/**
 * A command that gives a VM another network card while it runs. What it had is unplugged as the work begins, so that it
 * is on no network meanwhile; given up, it has again what it had.
 */
export function changeOfCard(
  to: Card,
  command: Omit<VmCommand, 'start' | 'finish' | 'length' | 'abandon'>,
): Command {
  return vmCommand({
    ...command,
    length: (pace) => pace.cardLength,
    start: (turn, vm, order) =>
      changeCard(turn, vm, 'none', { kind: 'seat', id: order.seat }, order.seq),
    keeps: (world, vm) => vm.card === 'none' && command.keeps?.(world, vm) !== false,
    finish: (turn, vm, order) =>
      changeCard(turn, vm, to, { kind: 'seat', id: order.seat }, order.seq),
    abandon: (turn, vm, order) => {
      if (find(turn.world.vms, vm)) replug(turn, vm, { kind: 'seat', id: order.seat }, order.seq);
    },
  });
}
