import type { ComponentChildren } from 'preact';
import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { type Detail, hiddenDetailOf } from '../state/match/role-details.ts';

/** Who can see a detail instead of the reader, as a quiet line; `null` when the reader can. */
export function useHiddenDetail(detail: Detail): string | null {
  const { words } = useApp();
  const { session, mySeat } = useGame();
  const hidden = hiddenDetailOf(session.value, mySeat.value, detail);
  if (hidden === null) return null;
  return words.say('ui.roles.roleOnly', {
    role: words.say(`ui.roles.${hidden.role}`),
    who: hidden.who.map(({ nickname }) => nickname).join(', '),
  });
}

/** A detail that belongs to one role: the others read whom to ask. */
export function RoleOnly({ detail, children }: { detail: Detail; children: ComponentChildren }) {
  const line = useHiddenDetail(detail);
  return line === null ? children : <p class="role-only">{line}</p>;
}
