import { useApp } from '../../app-context.ts';
import { EnterFrame } from './enter-frame.tsx';

/** The way into a session by its code. */
export function Join({ code }: { code: string }) {
  const { say } = useApp().words;
  return (
    <EnterFrame
      title={say('ui.enter.joinTitle', { code })}
      body={say('ui.enter.joinBody')}
      action={say('ui.enter.joinGo')}
      doing={say('ui.enter.joining')}
      entry={(nickname) => ({ kind: 'join', code, nickname })}
    />
  );
}
