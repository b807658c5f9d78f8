import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DeskState } from '../../../shared/protocol/server.ts';
import type { Desk } from '../../state/desk/desk.ts';

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('outside a desk');
  return desk;
}

/** The state of the instructor's desk. Only within what is shown once there is one. */
export function useDeskState(): DeskState {
  const state = useDesk().state.value;
  if (state === null) throw new Error('before the desk is open');
  return state;
}
