/**
 * What one guest gets of a host's cycles, in the unit of all three: what it can use, and where all of
 * them together can use more than is there, its share of that by what it wants (rule W1).
 */
export const shareOf = (usable: number, wanted: number, there: number): number =>
  wanted <= there ? usable : Math.trunc((usable * there) / wanted);

/**
 * What a guest can use under a limit, in the unit of what it wants.
 * @param limit permille of the host's cycles that it may have
 */
export const limited = (usable: number, there: number, limit: number): number =>
  Math.min(usable, Math.trunc((there * limit) / 1000));
