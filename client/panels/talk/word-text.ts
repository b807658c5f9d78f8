import type { Speaker } from '../../../shared/text/speak.ts';
import type { TeamWord } from '../../state/match/talk.ts';

/** What was said, in the reader's language; what someone wrote is theirs. */
export function wordText(say: Speaker, word: TeamWord): string {
  switch (word.kind) {
    case 'ping':
      return say(`ui.talk.ping.${word.ping}`);
    case 'phrase':
      return say(`ui.talk.phrase.${word.phrase}`);
    case 'chat':
      return word.text;
  }
}
