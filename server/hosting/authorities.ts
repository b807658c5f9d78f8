import { Authority } from '../../shared/authority/authority.ts';
import type { Authorities } from '../ports.ts';

/** Runs matches with the one class that does, in this process. */
export const inProcess: Authorities = {
  open: (spec) => new Authority(spec),
  restore: (spec, found, rows) =>
    Authority.restore(
      spec,
      found,
      rows.map(({ tick, inputs }) => [tick, inputs]),
    ),
};
