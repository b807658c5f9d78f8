/** Version of the wire. It is in the path of the socket: an old path is answered 426. */
export const WIRE_VERSION = 8;
export const SOCKET_PATH = `/rt/${WIRE_VERSION}`;

/** Characters of a nickname, any script, counted as a person counts them. */
export const NICKNAME_LENGTH = { min: 1, max: 16 } as const;

/** Letters and digits of a join code; none that are read as another. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 6;

/** A rejoin code is two of so many words and two digits. */
export const REJOIN_WORDS = 64;
export const REJOIN_DIGITS = 100;

/** Bytes of one message from a client. */
export const MESSAGE_BYTES = 4096;

/** Messages of one seat: so many at once, and so many a second for long. */
export const SEAT_RATE = { burst: 40, perSecond: 15 } as const;
/** Words to one's team: people read no faster. */
export const TALK_RATE = { burst: 6, perSecond: 1 } as const;
/** Guesses at a secret or a rejoin code, for a whole session. */
export const GUESS_RATE = { burst: 20, perSecond: 0.2 } as const;

/** Changes kept for a client that comes back; an older one gets a whole view. */
export const RING = 40;

export const SEATS_PER_SESSION = 60;
export const TEAMS_PER_SESSION = 12;

/** Characters of a free message, and of an instructor's. */
export const CHAT_LENGTH = 120;
export const NOTICE_LENGTH = 200;
/** Seconds that a message to everyone is on the wall. */
export const NOTICE_SECONDS = 60;

/** Minutes of Live that an instructor may set. */
export const MINUTES = { min: 5, max: 30 } as const;

/** Seconds between a restart of the server and the next tick of a match that it found: pages come back within one. */
export const COUNTDOWN_SECONDS = 2;
