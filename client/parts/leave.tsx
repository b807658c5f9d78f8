import { useApp } from '../app-context.ts';

/** Gives up the seat and goes to the first page. `label` is the path of its text. */
export function Leave({ label = 'ui.common.leave' }: { label?: string }) {
  const { words, sessions, router } = useApp();
  return (
    <button
      type="button"
      class="button quiet"
      onClick={() => {
        void sessions.leave();
        router.go({ name: 'landing' });
      }}
    >
      {words.say(label)}
    </button>
  );
}
