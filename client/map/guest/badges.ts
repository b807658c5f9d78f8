import { asks } from '../../../shared/commands/badges.ts';
import { filtersOf, filtersOn } from '../../../shared/mechanics/fidelity/filtered.ts';
import type { VmRow } from '../../../shared/view/machine-rows.ts';
import type { FilterAction } from '../../../shared/world/machine/host.ts';
import { DEVICE_GLYPHS, lock } from '../drawing/glyphs.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { type Rect, rect, right } from '../drawing/rect.ts';
import { badge } from '../drawing/shapes.ts';
import type { Site, Sketch } from '../sketch.ts';

type Told = keyof typeof DEVICE_GLYPHS;

const isTold = (device: string): device is Told => device in DEVICE_GLYPHS;

/** The devices of a VM that are worth a sign. */
const toldDevices = (vm: VmRow): readonly Told[] => vm.devices.filter(isTold);

/** What is done with a VM's exits for that device. */
const filterOf = ({ host }: Site, vm: VmRow, device: Told): FilterAction | null =>
  filtersOf(filtersOn(host.row, vm), vm, device)[0]?.action ?? null;

/** Width that badges take at the right end of a column's upper edge. */
export function badgesWidth(sketch: Sketch, site: Site, vm: VmRow): number {
  if (sketch.look.zones || site.lot.section.density === 'overview') return 0;
  return (toldDevices(vm).length + (vm.memoryEncrypted ? 1 : 0)) * (sideOf(site) + 2);
}

const sideOf = ({ lot }: Site): number =>
  Math.round((lot.section.density === 'full' ? 15 : 13) * lot.section.scale);

/** Devices that enlarge a guest's surface hang at its upper edge; a filter before one is its rim. */
export function badges(sketch: Sketch, site: Site, vm: VmRow, box: Rect): Piece[] {
  const { theme, look, facts } = sketch;
  const amber = asks(facts.view, 'open-device');
  if (badgesWidth(sketch, site, vm) === 0) return [];
  const side = sideOf(site);
  const place = (i: number): Rect =>
    rect(
      Math.round(right(box) - 3 * site.lot.section.scale - (i + 1) * (side + 2)),
      Math.round(box.y - side * 0.42),
      side,
      side,
    );
  const devices = toldDevices(vm);
  const hung = devices.map((device, i) => {
    const filter = filterOf(site, vm, device);
    const at = place(i);
    const rim = filter === null ? theme.line : theme.good;
    const ink = look.exits
      ? filter !== null
        ? theme.good
        : amber
          ? theme.warn
          : theme.soft
      : theme.soft;
    return badge(
      at,
      {
        glyph: DEVICE_GLYPHS[device],
        name: device,
        ink,
        radius: Math.round(side * 0.28),
        fill: theme.ground,
        line: look.exits && filter === null && amber ? theme.warn : rim,
        width: look.exits ? 1.5 : 1,
      },
      { id: `vm/${vm.id}/device/${device}`, depth: DEPTH.mark, lit: look.lights.device },
    );
  });
  return vm.memoryEncrypted ? [...hung, sealed(sketch, vm, place(devices.length))] : hung;
}

/** Its memory is encrypted: nobody below it reads what is in it. */
const sealed = ({ theme }: Sketch, vm: VmRow, at: Rect): Piece =>
  badge(
    at,
    {
      glyph: lock,
      name: 'sealed',
      ink: theme.good,
      radius: Math.round(at.h * 0.28),
      fill: theme.ground,
      line: theme.good,
      width: 1,
    },
    { id: `vm/${vm.id}/sealed`, depth: DEPTH.mark, lit: 1, comes: 'fade', goes: 'fade' },
  );
