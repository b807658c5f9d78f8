import { dirtyFree, foreignFrames, rowOf } from '../reading.ts';
import { ofHosts, ofVms } from './sign.ts';

/** Free frames of a host that still hold something. */
export const dirtyFrames = ofHosts((view, host) => dirtyFree(view, host).length > 0);

/** Free blocks of a host that hold something which their next owner could read. */
export const readableBlocks = ofHosts((view, { freeBlocks }) =>
  freeBlocks.some((id) => {
    const block = rowOf(view, 'blocks', id);
    return block !== null && block.residue !== 0 && !block.sealed;
  }),
);

/** A host on whose disk the logs of device models have grown. */
export const grownLog = ofHosts((_, { logBlocks }) => logBlocks.length > 0);

/** A VM with data of another tenant in its memory. */
export const foreignMemory = ofVms((view, vm) => foreignFrames(view, vm).length > 0);
