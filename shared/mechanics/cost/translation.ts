import { type Technique, TRANSLATED } from '../../world/machine/vm.ts';

/**
 * Basic blocks of a kernel's code that a million native cycles run through and that are not translated
 * yet, while the cache is empty (our figure).
 */
const COLD_BLOCKS = 250;

/**
 * Cycles in which a translator reads a basic block, puts safe code in the place of what is sensitive, and
 * stores it: once for each block (our figure; Adams and Agesen, ASPLOS 2006, describe the cache).
 */
export const TRANSLATE = 4000;

/** Blocks that a guest's translator translates in a million native cycles: none once its cache is warm. */
export const blocksToTranslate = (technique: Technique, translated: number): number =>
  technique === 'bt' ? Math.trunc((COLD_BLOCKS * (TRANSLATED - translated)) / TRANSLATED) : 0;

/** What that costs in a million native cycles. */
export const translationCost = (technique: Technique, translated: number): number =>
  blocksToTranslate(technique, translated) * TRANSLATE;

/** A second of running translates a quarter of what is left; the rest is met sooner or later (our figure). */
const LEFT_PART = 4;

/** How full the cache is after one more second. */
export const warmer = (translated: number): number =>
  translated + Math.ceil((TRANSLATED - translated) / LEFT_PART);
