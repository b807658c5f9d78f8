import { dirtyFree, foreignFrames, rowOf, rowsOf } from '../reading.ts';
import type { Sign } from './sign.ts';

/** Free frames of a host that still hold something. */
export const dirtyFrames: Sign = (view) =>
  rowsOf(view, 'hosts')
    .filter((host) => dirtyFree(view, host).length > 0)
    .map(({ id }) => ({ host: id }));

/** Free blocks of a host that hold something which their next owner could read. */
export const readableBlocks: Sign = (view) =>
  rowsOf(view, 'hosts')
    .filter(({ freeBlocks }) =>
      freeBlocks.some((id) => {
        const block = rowOf(view, 'blocks', id);
        return block !== null && block.residue !== 0 && !block.sealed;
      }),
    )
    .map(({ id }) => ({ host: id }));

/** A VM with data of another tenant in its memory. */
export const foreignMemory: Sign = (view) =>
  rowsOf(view, 'vms')
    .filter((vm) => foreignFrames(view, vm).length > 0)
    .map(({ id }) => ({ vm: id }));
