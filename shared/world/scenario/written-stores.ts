import { z } from 'zod';
import { ZONE_NAMES } from '../zone.ts';

const zones = z.array(z.enum(ZONE_NAMES)).default([]);

/** Datastores, and the hosts that mount each; left out, nobody but hosts gets to where VMs’ files lie. */
export const storesSchema = z
  .array(
    z.strictObject({
      hosts: z.array(z.int().min(1).max(8)),
      reachedFrom: zones,
      /** The library of images: no host has VMs there, and whatever is deployed is copied from it. */
      library: z.boolean().optional(),
      verified: z.boolean().optional(),
    }),
  )
  .default([]);

/** Backup servers: what is copied to them is copied at hours of `people`. */
export const repositoriesSchema = z
  .array(
    z.strictObject({
      build: z.int().min(1).max(1000),
      reachedFrom: zones,
      encrypted: z.boolean().default(false),
      immutable: z.boolean().default(false),
    }),
  )
  .default([]);
