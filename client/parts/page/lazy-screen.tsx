import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { loadPart } from '../../net/load.ts';
import type { Trouble } from '../../net/trouble.ts';
import { Wait } from '../waiting.tsx';

type State<P> =
  | { readonly kind: 'loading'; readonly trouble: Trouble | null }
  | { readonly kind: 'ready'; readonly Screen: ComponentType<P> };

/**
 * A screen that is fetched when it is first shown, with the words that it needs; while it does not
 * come it says why, and goes on asking.
 */
export function lazyScreen<P extends object>(
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  return function LazyScreen(props: P) {
    const { words, waiting } = useApp();
    const state = useSignal<State<P>>({ kind: 'loading', trouble: null });
    useEffect(() => {
      const part = loadPart(
        () => Promise.all([load(), words.complete()]),
        waiting,
        (trouble) => {
          state.value = { kind: 'loading', trouble };
        },
      );
      void part.result.then(([Screen]) => {
        state.value = { kind: 'ready', Screen };
      });
      return part.stop;
    }, [state, words, waiting]);

    const now = state.value;
    if (now.kind === 'ready') return <now.Screen {...props} />;
    return <Wait text={words.say('ui.common.loading')} trouble={now.trouble} />;
  };
}
