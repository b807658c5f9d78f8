import { z } from 'zod';
import { ROLE_NAMES } from '../world/people/seat.ts';
import { readCode } from './code.ts';
import { LESSON } from './lesson.ts';
import {
  CHAT_LENGTH,
  NICKNAME_LENGTH,
  NOTICE_LENGTH,
  REJOIN_DIGITS,
  REJOIN_WORDS,
  TEAMS_PER_SESSION,
} from './limits.ts';
import { isLine, lineOf } from './line.ts';
import { sessionSettings } from './settings-schema.ts';
import { PHRASES, PINGS } from './talk.ts';

// The page's content security policy forbids code made at run time, which zod would otherwise try.
z.config({ jitless: true });

/** Text that people wrote, in one line. */
const line = (min: number, max: number) =>
  z
    .string()
    .max(4 * max)
    .transform(lineOf)
    .refine((text) => isLine(text, { min, max }));

export const nickname = line(NICKNAME_LENGTH.min, NICKNAME_LENGTH.max);

const joinCode = z
  .string()
  .max(16)
  .transform((text, context) => {
    const code = readCode(text);
    if (code !== null) return code;
    context.addIssue('not a code');
    return z.NEVER;
  });

const token = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);
const rowRef = z
  .string()
  .regex(
    /^(hosts|vms|frames|blocks|requests|zones|segments|policies|images|tenants|assets|knownVms|cards)\/[1-9]\d{0,5}$/,
  );
const argument = z.union([z.int().min(0).max(1_000_000), z.string().max(32)]);
const tick = z.int().min(-1).max(10_000_000);
const seat = z.int().min(1).max(10_000);
const team = z
  .int()
  .min(1)
  .max(2 * TEAMS_PER_SESSION);
const world = z.int().min(1).max(TEAMS_PER_SESSION);
const roles = z.array(z.enum(ROLE_NAMES)).min(1).max(ROLE_NAMES.length);

/** Two words of the list, by number, and two digits. */
const rejoinCode = z.tuple([
  z
    .int()
    .min(0)
    .max(REJOIN_WORDS - 1),
  z
    .int()
    .min(0)
    .max(REJOIN_WORDS - 1),
  z
    .int()
    .min(0)
    .max(REJOIN_DIGITS - 1),
]);

/** Everything an instructor can do to a session. Each is recorded. */
export const instructorAct = z.discriminatedUnion('kind', [
  /** `sameSeed`: the world that was just played, once more. */
  z.strictObject({ kind: z.literal('start'), sameSeed: z.boolean() }),
  /** The second half: the same world with the sides swapped. */
  z.strictObject({ kind: z.literal('swap') }),
  z.strictObject({ kind: z.literal('pause') }),
  z.strictObject({ kind: z.literal('resume') }),
  z.strictObject({ kind: z.literal('speed'), speed: z.literal([0.5, 1, 2, 4]) }),
  /** Ends Prepare now. */
  z.strictObject({ kind: z.literal('go-live') }),
  /** Minutes of Live more or fewer. */
  z.strictObject({ kind: z.literal('time'), minutes: z.int().min(-10).max(10) }),
  z.strictObject({ kind: z.literal('end') }),
  /** From the debrief back to the lobby. */
  z.strictObject({ kind: z.literal('again') }),
  z.strictObject({ kind: z.literal('settings'), settings: sessionSettings.partial() }),
  /** `world` 0: all of them. `key` is one of the injections that the server named. */
  z.strictObject({
    kind: z.literal('inject'),
    world: z.union([world, z.literal(0)]),
    key: z.string().max(160),
  }),
  /** To everyone, one team or one seat. */
  z.strictObject({
    kind: z.literal('message'),
    to: z.union([z.literal('all'), z.strictObject({ team }), z.strictObject({ seat })]),
    text: line(1, NOTICE_LENGTH),
  }),
  z.strictObject({ kind: z.literal('move'), seat, team }),
  z.strictObject({ kind: z.literal('rename'), seat, nickname }),
  /** Takes a seat away. The key of the device that had it opens no other seat of this session. */
  z.strictObject({ kind: z.literal('remove'), seat }),
  /** Gives up the seats of all who are not connected. They may come in again. */
  z.strictObject({ kind: z.literal('clear-dropped') }),
  /** Lets in who waits, or who was removed; or turns them away. */
  z.strictObject({ kind: z.literal('approve'), seat, yes: z.boolean() }),
  z.strictObject({ kind: z.literal('roles'), seat, roles }),
  /** Lets somebody look on at their team's world, or play along again. */
  z.strictObject({ kind: z.literal('watch'), seat, on: z.boolean() }),
  /** Spreads the players over the teams, and the roles over each team, anew. */
  z.strictObject({ kind: z.literal('share-out') }),
  z.strictObject({
    kind: z.literal('lesson'),
    part: z
      .int()
      .min(0)
      .max(LESSON.length - 1),
  }),
  /** Shows the projector one world (0: the standings). */
  z.strictObject({ kind: z.literal('project'), world: z.union([world, z.literal(0)]) }),
  /** Ends the session. What was debriefed is kept, to be read, until its time is past. */
  z.strictObject({ kind: z.literal('close') }),
  /** Ends the session and deletes all of it at once. */
  z.strictObject({ kind: z.literal('erase') }),
]);

export type InstructorAct = z.output<typeof instructorAct>;

/** Every message of a client, by event name. The answer to each is `Reply`. */
export const clientMessages = {
  /** Makes a session. The sender is its instructor, and has no seat. */
  'session:create': z.strictObject({ settings: sessionSettings.partial() }),
  /**
   * `ticket` is what the projected QR code carries for a short while. `token` is the key to the seat,
   * drawn by the browser: a join that is sent again, since its answer was lost, is then the same
   * join. Without one the server draws it.
   */
  'session:join': z.strictObject({
    code: joinCode,
    nickname,
    ticket: z.string().max(32).nullable(),
    token: token.optional(),
  }),
  /** Comes back to a seat. `tick` is the last the client has seen, or -1. */
  'session:resume': z.strictObject({ token, tick }),
  /** Comes back to a seat on another device. */
  'session:rejoin': z.strictObject({ code: joinCode, rejoin: rejoinCode }),
  'session:leave': z.strictObject({}),

  /** In the lobby, when players may choose. */
  'seat:team': z.strictObject({ team }),
  'seat:roles': z.strictObject({ roles }),
  'team:ping': z.strictObject({ subject: rowRef, ping: z.enum(PINGS) }),
  'team:say': z.strictObject({ phrase: z.enum(PHRASES), subject: rowRef.nullable() }),
  'team:chat': z.strictObject({ text: line(1, CHAT_LENGTH) }),

  /** What the seat has selected: its options are sent back as seat state. */
  'match:look': z.strictObject({ subject: rowRef.nullable() }),
  /** `n` counts up for each seat: the same number again is the same order. */
  'match:order': z.strictObject({
    n: z.int().min(1).max(1_000_000),
    /** The `placeKey` of the seat when it was given; left out, it is for whichever match runs. */
    placeKey: z.int().min(0).optional(),
    command: z.string().max(32),
    args: z.record(z.string().max(24), argument).refine((args) => Object.keys(args).length <= 8),
  }),
  /** The client has lost its place: the server sends what is missing after `tick`. */
  'match:sync': z.strictObject({ tick }),

  /** Opens the instructor's desk, or the projected page, each by its own key. */
  'desk:open': z.strictObject({ code: joinCode, key: token, as: z.enum(['console', 'projector']) }),
  /** Which world the desk looks into, and with whose eyes; 0: none. */
  'desk:watch': z.strictObject({
    world: z.union([world, z.literal(0)]),
    eyes: z.enum(['blue', 'red']),
  }),
  /** What could be put into a world now. */
  'desk:injections': z.strictObject({ world }),
  'desk:act': z.strictObject({ act: instructorAct }),
} as const;

export type ClientEvent = keyof typeof clientMessages;
export type ClientMessage<E extends ClientEvent> = z.output<(typeof clientMessages)[E]>;

/** What a client may send: before defaults and transforms. */
export type ClientPayload<E extends ClientEvent> = z.input<(typeof clientMessages)[E]>;
export type RejoinCode = z.output<typeof rejoinCode>;
