import { useApp } from '../app-context.ts';

/**
 * Goes to the first page: from a match alone, which is kept, or out of a class, whose seat is given
 * up. `label` is the path of its text.
 */
export function Leave({ label = 'ui.common.leave' }: { label?: string }) {
  const { words, sessions, router, leaving } = useApp();
  const seated = sessions.game.value?.solo === false;
  const goOn = (): void => {
    void sessions.leave();
    router.go({ name: 'landing' });
  };
  return (
    <button
      type="button"
      class="button quiet"
      onClick={() => leaving.ask({ kind: seated ? 'seat' : 'away', goOn })}
    >
      {words.say(label)}
    </button>
  );
}
