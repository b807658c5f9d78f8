/** Points that keep the contract, of a thousand (rule P2). */
export const KEPT = 700;
