import { useApp } from '../app-context.ts';

/** Where this browser keeps nothing: what to write down instead, for a seat or for a desk. */
export function Forgets({ what }: { what: 'seat' | 'desk' }) {
  const { words, forgets } = useApp();
  if (!forgets.value) return null;
  return (
    <p class="forgets" role="status">
      {words.say(`ui.status.forgets.${what}`)}
    </p>
  );
}
