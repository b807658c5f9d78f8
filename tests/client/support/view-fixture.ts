import { Authority } from '../../../shared/authority/authority.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import type { BlueView } from '../../../shared/view/view.ts';

/** A real match, so many ticks after its start. Nobody plays it. */
export function matchAt(ticks: number): { readonly view: BlueView; readonly authority: Authority } {
  const scenario = Object.values(scenarios)[0];
  if (scenario === undefined) throw new Error('there is no scenario');
  const authority = new Authority({ scenario, seed: 7 });
  authority.submit({ kind: 'seat', seat: 1, pilot: 'human' });
  for (let tick = 0; tick < ticks; tick += 1) authority.step();
  return { view: authority.projection, authority };
}
