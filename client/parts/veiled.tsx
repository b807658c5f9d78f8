import type { ComponentChildren } from 'preact';
import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { type Detail, veilOf } from '../state/match/lens.ts';

/** Who can see a detail instead of the reader, as a quiet line; `null` when the reader can. */
export function useVeil(detail: Detail): string | null {
  const { words } = useApp();
  const { session, mySeat } = useGame();
  const veil = veilOf(session.value, mySeat.value, detail);
  if (veil === null) return null;
  return words.say('ui.roles.veiled', {
    role: words.say(`ui.roles.${veil.role}`),
    who: veil.who.map(({ nickname }) => nickname).join(', '),
  });
}

/** A detail that belongs to one role: the others read whom to ask. */
export function Veiled({ detail, children }: { detail: Detail; children: ComponentChildren }) {
  const line = useVeil(detail);
  return line === null ? children : <p class="veiled">{line}</p>;
}
