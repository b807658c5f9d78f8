/** What a session plays when nobody chooses, and a match alone when the address names nothing. */
export const DEFAULT_SCENARIO = 'vacated-seat';
