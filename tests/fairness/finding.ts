import { z } from 'zod';

/** One row of the fairness that the design writes. */
export const finding = z.strictObject({
  what: z.string(),
  found: z.string(),
  bound: z.string(),
  holds: z.boolean(),
});

export type FairnessRow = z.output<typeof finding>;
