/** Version of the wire. It is in the path of the socket: an old path is answered 426. */
export const WIRE_VERSION = 1;
export const SOCKET_PATH = `/rt/${WIRE_VERSION}`;

/** Characters of a nickname, any script, counted as a person counts them. */
export const NICKNAME_LENGTH = { min: 1, max: 16 } as const;

/** Letters and digits of a join code; none that are read as another. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 6;

/** Bytes of one message from a client. */
export const MESSAGE_BYTES = 4096;

/** Messages of one seat: so many at once, and so many a second for long. */
export const SEAT_RATE = { burst: 40, perSecond: 15 } as const;

/** Changes kept for a client that comes back; an older one gets a whole view. */
export const RING = 40;

export const SEATS_PER_SESSION = 60;
