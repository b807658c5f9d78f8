import type { ComponentChildren } from 'preact';
import { useApp } from '../app-context.ts';
import type { Route } from '../state/page/router.ts';

/** A link within the game: a real one, so that it can be copied or opened in another tab. */
export function Go(props: { to: Route; class?: string; children: ComponentChildren }) {
  const { router } = useApp();
  return (
    <a
      href={router.address(props.to)}
      class={props.class ?? ''}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        router.go(props.to);
      }}
    >
      {props.children}
    </a>
  );
}
