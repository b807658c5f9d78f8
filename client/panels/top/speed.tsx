import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';

/** How fast match time runs, where somebody else has decided that it runs otherwise than usual. */
export function Speed() {
  const { words } = useApp();
  const { link, pace } = useGame();
  const { speed } = pace.value;
  if (link.alone !== null || speed === 1) return null;
  return (
    <b class="clock-speed">
      <span class="unseen">{words.say('ui.status.speed', { speed })}</span>
      <span aria-hidden="true">{speed}×</span>
    </b>
  );
}
