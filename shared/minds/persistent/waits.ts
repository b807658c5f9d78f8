import { hasImplants, imagine, keyOf, onlyFrom, prospectsOf } from '../../view/prospects.ts';
import type { RedView } from '../../view/red/red.ts';
import type { Gain, Known, KnownVm, Prospect } from '../../world/people/known.ts';
import { goalOf } from './goals.ts';

/** What may come by itself: a VM in which they are is moved, one of theirs starts again, or one comes. */
const WAITS = ['move', 'boot', 'vm'] as const;
type Wait = (typeof WAITS)[number];

/** What would be possible if that came: what they know of those places, so changed; `null` if it cannot come. */
const COMES: Readonly<Record<Wait, (known: Known) => Known | null>> = {
  move: (known) => changed(known, ({ ring }) => ring !== 'none', { moving: true }, 'itself'),
  boot: (known) =>
    changed(known, ({ own, power }) => own && isOff(power), { power: 'running', ring: 'kernel' }),
  vm: (known) => {
    if (!known.waiting)
      return hasImplants(known) ? imagined(known, { kind: 'vm', theirs: true }) : null;
    return imagined({ ...known, waiting: false }, { kind: 'vm' });
  },
};

/** What could be tried from that VM, and from nowhere else. */
function imagined(known: Known, gain: Gain): Known {
  const after = imagine(known, gain);
  return onlyFrom(after, [after.vms.length]);
}

const isOff = (power: KnownVm['power']): boolean =>
  power !== 'running' && power !== 'gone' && power !== 'unknown';

function changed(
  known: Known,
  which: (vm: KnownVm) => boolean,
  to: Partial<KnownVm>,
  about: 'itself' | 'others' = 'others',
): Known | null {
  const places = known.vms.filter(which).map(({ number }) => number);
  if (places.length === 0) return null;
  const vms = known.vms.map((vm) => (which(vm) ? { ...vm, ...to } : vm));
  return onlyFrom({ ...known, vms }, places, about);
}

/** Goals that there is no act for now, but would be if something came by itself: by goal, what. */
export function awaited(view: RedView, possible: readonly Prospect[]): Map<string, Wait> {
  const there = new Set(possible.map(({ attack, args }) => keyOf(attack, args)));
  const found = new Map<string, Wait>();
  for (const wait of WAITS) {
    const known = COMES[wait](view.known);
    if (known === null) continue;
    for (const prospect of prospectsOf(known, view.inPlay)) {
      const goal = goalOf(prospect, view.known);
      const key = keyOf(prospect.attack, prospect.args);
      if (goal === null || there.has(key) || (view.memory.tried[key] ?? 0) > view.tick) continue;
      if (!found.has(goal)) found.set(goal, wait);
    }
  }
  return found;
}
