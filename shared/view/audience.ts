/** Who looks. Each audience gets a view of its own, built by naming what it may know. */
export type Audience = 'blue' | 'red' | 'projector';
