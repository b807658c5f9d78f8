import type { HostRow } from './machine-rows.ts';
import { isTaken, rowsOf, sharesCredential } from './reading.ts';
import type { BlueView } from './view.ts';

/** Marks of credentials that open several hosts: the same letter, the same secret. */
const MARKS = 'ABCDEFGH';

/** The mark of the credential of a host that opens others as well; '' of one of its own. */
export function credentialMark(view: BlueView, host: HostRow): string {
  if (sharesCredential(view, host).length === 0) return '';
  const shared = rowsOf(view, 'hosts')
    .filter((one) => sharesCredential(view, one).length > 0)
    .map(({ credential }) => credential);
  const marks = [...new Set(shared)].sort((a, b) => a - b);
  return MARKS[marks.indexOf(host.credential)] ?? '';
}

/** Other hosts whose management interfaces can be reached from that of a host. */
export const reachedFrom = (view: BlueView, host: HostRow): readonly HostRow[] =>
  rowsOf(view, 'hosts').filter(
    ({ id, management }) => id !== host.id && management === host.management,
  );

/** Shapes of keys: the same shape, the same secret. There are as many as the largest room has hosts. */
const KEY_SHAPES = [
  'triangle',
  'square',
  'circle',
  'hexagon',
  'diamond',
  'pentagon',
  'cross',
  'star',
] as const;
export type KeyShape = (typeof KEY_SHAPES)[number];

/** The credentials of a view, each once, in the order in which they are told. */
export const credentialsOf = (view: BlueView): number[] =>
  [...new Set(rowsOf(view, 'hosts').map(({ credential }) => credential))]
    .filter((credential) => credential !== 0)
    .sort((a, b) => a - b);

/** The shape of a credential's key; with more of them than shapes, some shapes come again. */
export function keyShapeOf(view: BlueView, credential: number): KeyShape {
  const at = Math.max(0, credentialsOf(view).indexOf(credential));
  return KEY_SHAPES[at % KEY_SHAPES.length] ?? 'circle';
}

/**
 * What is known of a host's integrity (rules K62, S57): it was measured and is as it should be, it was never
 * measured, it cannot be, or it is not what it should be.
 */
export type Integrity = 'proven' | 'unproven' | 'no-tpm' | 'broken';

export function integrityOf(view: BlueView, host: HostRow): Integrity {
  const differs = rowsOf(view, 'alerts').some(
    ({ seen, host: at, state }) =>
      seen.kind === 'measurement-differs' && at === host.id && state !== 'over',
  );
  // An attestation that came out right later ends what an earlier one told.
  if (isTaken(view, host) || (differs && host.attested === 0)) return 'broken';
  if (!host.tpm) return 'no-tpm';
  return host.attested === 0 ? 'unproven' : 'proven';
}
