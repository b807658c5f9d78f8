import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { useHiddenDetail } from '../parts/role-only.tsx';
import { type Happening, moodOf } from '../state/match/told/happenings.ts';
import { worded } from '../state/match/wording.ts';
import { Ticker } from './ticker.tsx';

/** What has become otherwise in the world that the defenders see. */
export function BlueTicker() {
  const { words } = useApp();
  const { happenings, view } = useGame();
  // What a switch enforces is for one role to say.
  const hidden = useHiddenDetail('drift');
  const tell = (one: Happening) => {
    const kind = one.kind === 'moved-stale' && hidden !== null ? 'moved' : one.kind;
    const values = worded(words.say, one.values, view.value);
    return { text: words.say(`ui.match.happened.${kind}`, values), mood: moodOf({ kind }) };
  };
  return <Ticker all={happenings.value} tell={tell} />;
}
