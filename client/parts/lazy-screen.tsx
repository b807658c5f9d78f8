import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';

type State<P> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly Screen: ComponentType<P> }
  | { readonly kind: 'failed' };

/**
 * A screen that is fetched when it is first shown, with the words that it needs; if that fails it
 * says so and offers to retry.
 */
export function lazyScreen<P extends object>(
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  return function LazyScreen(props: P) {
    const { words } = useApp();
    const state = useSignal<State<P>>({ kind: 'loading' });
    const attempt = useSignal(0);
    useEffect(() => {
      let shown = true;
      Promise.all([load(), words.complete()]).then(
        ([Screen]) => {
          if (shown) state.value = { kind: 'ready', Screen };
        },
        () => {
          if (shown) state.value = { kind: 'failed' };
        },
      );
      return () => {
        shown = false;
      };
    }, [attempt.value]);

    const now = state.value;
    if (now.kind === 'ready') return <now.Screen {...props} />;
    if (now.kind === 'loading') {
      return (
        <main class="message" aria-busy="true">
          <p class="soft">{words.say('ui.common.loading')}</p>
        </main>
      );
    }
    return (
      <main class="message">
        <h1>{words.say('ui.common.failed')}</h1>
        <p>{words.say('ui.common.failedBody')}</p>
        <button
          type="button"
          class="button primary"
          onClick={() => {
            state.value = { kind: 'loading' };
            attempt.value += 1;
          }}
        >
          {words.say('ui.common.retry')}
        </button>
      </main>
    );
  };
}
