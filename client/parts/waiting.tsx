import { useApp } from '../app-context.ts';
import type { Trouble } from '../net/trouble.ts';

interface TroubleProps {
  readonly trouble: Trouble;
  /** What “Try again” does; without one it reloads the page. */
  readonly again?: (() => void) | undefined;
}

/** What is wrong, that it goes on by itself, and what can be done meanwhile. */
export function TroubleNote({ trouble, again }: TroubleProps) {
  const { say } = useApp().words;
  const facts = { host: location.host, path: new URL('rt', document.baseURI).pathname };
  return (
    <div class="trouble">
      <p role="status">
        {say(`ui.status.troubles.${trouble}`, facts)} {say('ui.status.goesOn')}
      </p>
      <button type="button" class="button" onClick={again ?? (() => location.reload())}>
        {say('ui.common.retry')}
      </button>
    </div>
  );
}

interface WaitProps {
  /** What is waited for. */
  readonly text: string;
  readonly trouble?: Trouble | null | undefined;
  readonly again?: (() => void) | undefined;
}

/** A page that waits: for what, and soon what is wrong and what can be done. */
export function Wait({ text, trouble, again }: WaitProps) {
  const { say } = useApp().words;
  if (trouble === null || trouble === undefined) {
    return (
      <main class="message" aria-busy="true">
        <p class="soft" role="status">
          {text}
        </p>
      </main>
    );
  }
  return (
    <main class="message" aria-busy="true">
      <h1>{say('ui.status.waiting')}</h1>
      <TroubleNote trouble={trouble} again={again} />
    </main>
  );
}
