import type { RowRef } from '../../shared/world/fact.ts';
import { contains, grow } from './drawing/rect.ts';
import type { Facts } from './facts.ts';
import { columnBox } from './guest/columns.ts';
import type { Plan } from './layout.ts';
import { blockBox } from './memory/blocks.ts';
import { cellBox } from './memory/frames.ts';
import { filesBox } from './trust/files.ts';

/**
 * What is at a point of the drawing: a frame, else a VM (a block of its disk and its files included), else a host
 * (its switch included), else nothing.
 */
export function hit(facts: Facts, plan: Plan, x: number, y: number): RowRef | null {
  for (const [i, host] of facts.hosts.entries()) {
    const lot = plan.lots[i];
    if (!lot || !contains(lot.box, x, y)) continue;
    const site = { host, lot };
    for (const [nth, frame] of host.frames.entries()) {
      const cell = cellBox(site, nth);
      // The gap between frames belongs to its neighbours, so that no click falls between them.
      if (cell && contains(grow(cell, 1.5), x, y)) return `frames/${frame.id}`;
    }
    for (const [nth, { owner }] of host.blocks.entries()) {
      const block = owner === 0 ? null : blockBox(site, nth);
      if (block && contains(grow(block, 1), x, y)) return `vms/${owner}`;
    }
    for (const [nth, vm] of host.vms.entries()) {
      const box = columnBox(site, nth);
      if (box && contains(box, x, y)) return `vms/${vm.id}`;
      const files = filesBox(site, nth);
      if (files && contains(files, x, y)) return `vms/${vm.id}`;
    }
    return `hosts/${host.row.id}`;
  }
  return null;
}
