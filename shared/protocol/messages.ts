import { z } from 'zod';
import { CODE_ALPHABET, CODE_LENGTH, NICKNAME_LENGTH } from './limits.ts';

// The page's content security policy forbids code made at run time, which zod would otherwise try.
z.config({ jitless: true });

const graphemes = (text: string): number => [...text.normalize('NFC')].length;

/** A nickname: trimmed, composed (so that 홍길동 counts three), without control characters. */
export const nickname = z
  .string()
  .max(64)
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .refine(
    (text) => graphemes(text) >= NICKNAME_LENGTH.min && graphemes(text) <= NICKNAME_LENGTH.max,
  )
  .refine((text) => !/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(text));

export const joinCode = z
  .string()
  .max(16)
  .transform((text) => text.toUpperCase().replaceAll(/[\s-]/g, ''))
  .refine(
    (text) => text.length === CODE_LENGTH && [...text].every((c) => CODE_ALPHABET.includes(c)),
  );

const token = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);
const rowRef = z
  .string()
  .regex(
    /^(hosts|vms|frames|blocks|requests|zones|segments|policies|images|tenants|assets)\/[1-9]\d{0,5}$/,
  );
const argument = z.union([z.int().min(0).max(1_000_000), z.string().max(32)]);

/** Every message of a client, by event name. The answer to each is `Reply`. */
export const clientMessages = {
  /** Makes a session; the sender hosts it and has its first seat. */
  'session:create': z.strictObject({ nickname, scenario: z.string().max(40) }),
  'session:join': z.strictObject({ code: joinCode, nickname }),
  /** Comes back to a seat. `tick` is the last the client has seen, or -1. */
  'session:resume': z.strictObject({ token, tick: z.int().min(-1).max(10_000_000) }),
  'session:start': z.strictObject({}),
  /** After a debrief: back to the lobby with the same people. */
  'session:again': z.strictObject({}),
  'session:leave': z.strictObject({}),
  /** What the seat has selected: its options are sent back as seat state. */
  'match:look': z.strictObject({ subject: rowRef.nullable() }),
  /** `n` counts up for each seat: the same number again is the same order. */
  'match:order': z.strictObject({
    n: z.int().min(1).max(1_000_000),
    command: z.string().max(32),
    args: z.record(z.string().max(24), argument).refine((args) => Object.keys(args).length <= 8),
  }),
  /** The client has lost its place: the server sends what is missing after `tick`. */
  'match:sync': z.strictObject({ tick: z.int().min(-1).max(10_000_000) }),
} as const;

export type ClientEvent = keyof typeof clientMessages;
export type ClientMessage<E extends ClientEvent> = z.output<(typeof clientMessages)[E]>;

/** What a client may send: before defaults and transforms. */
export type ClientPayload<E extends ClientEvent> = z.input<(typeof clientMessages)[E]>;
