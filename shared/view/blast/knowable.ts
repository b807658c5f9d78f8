import type { FactRef } from '../../world/fact.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { BLUE_COLUMNS } from '../columns.ts';

/** What whoever comes makes so themselves, step by step: of a hypothesis it is known. */
const THEIR_OWN: Readonly<Record<string, readonly string[]>> = {
  vms: ['foothold', 'intruder', 'deviceProcess', 'layoutKnownBy'],
  hosts: ['intruder', 'stolen'],
};

const KNOWN: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(BLUE_COLUMNS).map(([table, columns]: [string, readonly string[]]) => [
    table,
    new Set([...columns, ...(THEIR_OWN[table] ?? [])]),
  ]),
);

/**
 * Whether the defenders know what a need read. What no view tells decides nothing: neither that something
 * could fall, nor that it could not. The rules of a switch are those of the policy while it has its version.
 */
export function isKnowable(world: ReadonlyWorld, ref: FactRef): boolean {
  const slash = ref.indexOf('/');
  const table = ref.slice(0, slash);
  // Of flaws only those are there that are published.
  if (table === 'flaws') return true;
  const last = ref.lastIndexOf('/');
  const field = ref.slice(last + 1);
  if (KNOWN.get(table)?.has(field)) return true;
  return (
    table === 'switches' &&
    field === 'rules' &&
    isUpToDate(world, Number(ref.slice(slash + 1, last)))
  );
}

const isUpToDate = ({ switches, policies }: ReadonlyWorld, host: number): boolean =>
  switches[host]?.version === policies[1]?.version;

/** Whether a fact is what whoever comes made so: what counters that throws them out again. */
export const isTheirs = (ref: FactRef): boolean =>
  THEIR_OWN[ref.slice(0, ref.indexOf('/'))]?.includes(ref.slice(ref.lastIndexOf('/') + 1)) === true;
