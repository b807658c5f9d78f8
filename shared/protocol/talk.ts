/** Ready-made words to one's team: the reader sees them in the reader's language. */
export const PHRASES = [
  'need-hand',
  'on-it',
  'look-here',
  'do-not-touch',
  'scrub-first',
  'push-policy',
  'investigate',
  'contained',
  'all-clear',
  'well-done',
  'wait',
  'thanks',
] as const;
export type Phrase = (typeof PHRASES)[number];

/** What a ping on the map means. */
export const PINGS = ['look', 'danger', 'mine'] as const;
export type Ping = (typeof PINGS)[number];
