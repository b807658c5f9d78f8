import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { SILENCE_MS } from '../net/trouble.ts';
import { Wait } from './waiting.tsx';

/** Whether that much time (ms) has passed since this was first shown. */
export function useLate(ms: number): boolean {
  const late = useSignal(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      late.value = true;
    }, ms);
    return () => clearTimeout(timer);
  }, [ms, late]);
  return late.value;
}

/** There is a game; what is to be seen of it is on its way. */
export function Arriving() {
  const { words } = useApp();
  const { status, link } = useGame();
  const late = useLate(SILENCE_MS);
  const now = status.value;
  const trouble = 'trouble' in now ? now.trouble : undefined;
  return (
    <Wait
      text={words.say('ui.status.connecting')}
      trouble={trouble ?? (late ? 'silent' : null)}
      again={link.retry}
    />
  );
}
