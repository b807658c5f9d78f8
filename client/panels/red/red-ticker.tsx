import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { type RedHappening, redMoodOf } from '../../state/match/told/red-happenings.ts';
import { Ticker } from '../ticker.tsx';
import { happenedText } from './red-words.ts';

/** What has become otherwise in what the attackers know. */
export function RedTicker() {
  const { words } = useApp();
  const { redHappenings, red } = useGame();
  const tell = (one: RedHappening) => ({
    text: happenedText(words.say, red.value, one),
    mood: redMoodOf(one),
  });
  return <Ticker all={redHappenings.value} tell={tell} />;
}
