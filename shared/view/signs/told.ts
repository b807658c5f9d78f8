import { rowsOf } from '../reading.ts';
import type { Sign } from './sign.ts';

/** A VM whose tenant asks to be rid of it. */
export const unwantedVm: Sign = (view) =>
  rowsOf(view, 'requests')
    .filter(({ kind, state }) => kind === 'destroy' && state === 'open')
    .map(({ vm }) => ({ vm }));

/** A VM that an open alert is about. */
export const alertOfVm: Sign = (view) =>
  rowsOf(view, 'alerts')
    .filter(({ state, vm }) => state === 'open' && vm !== 0)
    .map(({ vm }) => ({ vm }));

/** A host that an open alert is about. */
export const alertOfHost: Sign = (view) =>
  rowsOf(view, 'alerts')
    .filter(({ state, host }) => state === 'open' && host !== 0)
    .map(({ host }) => ({ host }));

/** A host whose container runtime somebody has opened to write to, as an alert tells. */
export const runtimeReached: Sign = (view) =>
  rowsOf(view, 'alerts')
    .filter(({ state, seen }) => state !== 'over' && seen.kind === 'runtime-written')
    .map(({ host }) => ({ host }));

/** A host that is known to have been taken over, and still is. */
export const fallenHost: Sign = (view) =>
  rowsOf(view, 'breaches')
    .filter(({ kind, open, host }) => kind === 'takeover' && open && host !== 0)
    .map(({ host }) => ({ host }));
