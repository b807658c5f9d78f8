import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';

/** Milliseconds in which a second press is meant as one. */
const SURE_MS = 4000;

/**
 * Gives up the seat and goes to the first page. `label` is the path of its text. The seat of a class
 * is gone for good, so that takes a second press; going back in the browser keeps it.
 */
export function Leave({ label = 'ui.common.leave' }: { label?: string }) {
  const { words, sessions, router } = useApp();
  const asked = useSignal(false);
  const seated = sessions.game.value?.solo === false;
  useEffect(() => {
    if (!asked.value) return;
    const timer = setTimeout(() => {
      asked.value = false;
    }, SURE_MS);
    return () => clearTimeout(timer);
  }, [asked.value, asked]);
  return (
    <button
      type="button"
      class={`button quiet${asked.value ? ' sure' : ''}`}
      onClick={() => {
        if (seated && !asked.value) {
          asked.value = true;
          return;
        }
        void sessions.leave();
        router.go({ name: 'landing' });
      }}
    >
      {words.say(asked.value ? 'ui.common.leaveSure' : label)}
    </button>
  );
}
