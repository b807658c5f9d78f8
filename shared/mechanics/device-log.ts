import { setFact } from '../world/fact.ts';
import type { HostId, Seq } from '../world/ids.ts';
import { get } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import { zeroBlock } from './disk.ts';

/**
 * The log of a device model, without a cap, takes every block of its host's disk that is free, and writes over
 * what lay in them (rule B7). Volumes are given their blocks when they are made, and go on in them. Source:
 * CVE-2014-3672, XSA-180: QEMU's standard error, at its guest's word.
 */
export function growLog({ world }: Turn, host: HostId, cause: Seq): void {
  const { freeBlocks, logBlocks } = get(world.hosts, host);
  for (const block of freeBlocks) zeroBlock(world, block, cause);
  setFact(world, 'hosts', host, 'logBlocks', [...logBlocks, ...freeBlocks], cause);
  setFact(world, 'hosts', host, 'freeBlocks', [], cause);
}

/** What such logs hold beyond a cap is free again, as it was before, and empty: nobody's data is in it (rule B7). */
export function dropLog({ world }: Turn, host: HostId, cause: Seq): void {
  const { freeBlocks, logBlocks } = get(world.hosts, host);
  if (logBlocks.length === 0) return;
  setFact(world, 'hosts', host, 'freeBlocks', [...freeBlocks, ...logBlocks], cause);
  setFact(world, 'hosts', host, 'logBlocks', [], cause);
}
