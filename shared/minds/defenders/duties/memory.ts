import { dirtyFree, rowsOf } from '../../../view/reading.ts';
import { isDealt, roomiest } from '../reading.ts';
import type { Duty } from './duty.ts';

/** Clears what lies in free memory before anyone is given it. */
export const scrub: Duty = {
  family: 'memory',
  gives: ['scrub-frames'],
  wishes: (view) =>
    roomiest(view)
      .filter((host) => dirtyFree(view, host).length > 0)
      .map((host) => ({ command: 'scrub-frames', args: { host: host.id } })),
};

/** Clears what lies in free blocks. */
export const wipe: Duty = {
  family: 'memory',
  gives: ['wipe-blocks'],
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter((host) => host.freeBlocks.some((id) => view.tables.blocks[id]?.residue !== 0))
      .map((host) => ({ command: 'wipe-blocks', args: { host: host.id } })),
};

/**
 * Has memory cleared as it is freed where nothing ever clears it and that is for whoever plays to settle: what is
 * grown or moved there finds it clean.
 */
export const scrubByItself: Duty = {
  family: 'memory',
  gives: ['scrub-policy'],
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter(({ scrub: policy }) => policy === 'never' && isDealt(view, 'scrub-policy'))
      .map(({ id: host }) => ({ command: 'scrub-policy', args: { host, policy: 'on-free' } })),
};
