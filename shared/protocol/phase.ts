/** Where a session stands. `closed`: it is over, and only to be read until it is deleted. */
export type SessionPhase = 'lobby' | 'live' | 'debrief' | 'closed';
