import { dirtyFree, rowsOf } from '../../../view/reading.ts';
import { roomiest } from '../reading.ts';
import type { Duty } from './duty.ts';

/** Clears what lies in free memory before anyone is given it. */
export const scrub: Duty = {
  family: 'memory',
  wishes: (view) =>
    roomiest(view)
      .filter((host) => dirtyFree(view, host).length > 0)
      .map((host) => ({ command: 'scrub-frames', args: { host: host.id } })),
};

/** Clears what lies in free blocks. */
export const wipe: Duty = {
  family: 'memory',
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter((host) => host.freeBlocks.some((id) => view.tables.blocks[id]?.residue !== 0))
      .map((host) => ({ command: 'wipe-blocks', args: { host: host.id } })),
};
