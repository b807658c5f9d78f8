import type { VmRow } from '../../../shared/view/machine-rows.ts';
import { onTrunk } from '../../../shared/view/network/ports.ts';
import { isOwn } from '../../../shared/world/machine/card.ts';
import { mix } from '../drawing/palette.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { bottom, type Rect, rect } from '../drawing/rect.ts';
import { bar, dashes, node } from '../drawing/shapes.ts';
import { isShut, isUnbound } from '../facts.ts';
import { columnBox } from '../guest/columns.ts';
import { openContact } from '../guest/quarantine.ts';
import { baseOf } from '../host/platform.ts';
import type { Site, Sketch } from '../sketch.ts';
import { falseGateway, trunkWire } from './ports.ts';
import { rail, railWidth } from './rail.ts';
import { shaft } from './shaft.ts';

/** The virtual switch: a rail inside the building, a wire to each guest, and an uplink to the street. */
export function wires(sketch: Sketch, site: Site): Piece[] {
  return [...rail(sketch, site), ...guestWires(sketch, site), ...uplink(sketch, site)];
}

function guestWires(sketch: Sketch, site: Site): Piece[] {
  return site.host.vms.flatMap((vm, i) => {
    const slot = columnBox(site, i);
    return slot ? guestWire(sketch, site, vm, slot) : [];
  });
}

function guestWire(sketch: Sketch, site: Site, vm: VmRow, slot: Rect): Piece[] {
  const { theme, look, facts } = sketch;
  const { box, section } = site.lot;
  const zone = facts.view.tables.zones[vm.zone];
  if (!zone) return [];
  const s = section.scale;
  const railY = box.y + section.railY;
  const lit = look.lights.rail;
  const width = look.zones ? railWidth(s) + 1 : railWidth(s) - 1;
  const on = vm.power === 'running';
  const own = theme.zones[zone.name];
  const colour = on ? own : mix(own, theme.building, 0.6);
  const x = Math.round(slot.x + slot.w / 2);
  // A wire stands where its VM stands: when that moves, the old one is pulled out and a new one laid.
  const id = `vm/${vm.id}/wire@${vm.host}`;
  const fades = { comes: 'fade', goes: 'fade' } as const;
  const platformTop = box.y + section.platform.y;
  const base = baseOf(site);
  const place = (from: number, to: number): Rect =>
    rect(Math.round(x - width / 2), from, width, to - from);
  const loose = isUnbound(site.host, vm, facts);
  const guest = bar(place(bottom(slot), platformTop), loose ? theme.warn : colour, {
    id: `${id}/guest`,
    depth: DEPTH.wire,
    lit,
    ...fades,
  });
  const radius = Math.max(2.5, (section.density === 'overview' ? 3 : 4) * Math.sqrt(s));
  const placed = { depth: DEPTH.node, ...fades };
  if (isShut(facts, vm)) {
    // Its wire ends in an open contact, and the rail has nobody there.
    const rim = { fill: theme.building, rim: colour };
    return [
      guest,
      openContact(sketch, x, base, railY - Math.ceil(radius), { ...fades, id, lit: 1 }),
      node(x, railY, radius, rim, { ...placed, id: `${id}/node`, lit }),
    ];
  }
  if (isOwn(vm.card)) {
    return [guest, ...shaft(sketch, site, vm, { x, base, width, radius, colour, lit })];
  }
  if (loose) {
    // Nobody told the switch of this port: the wire hangs loose, and nothing filters it.
    const end = railY - radius - 2;
    return [
      guest,
      ...dashes(place(base, end), theme.warn, [3, 2], { ...placed, id, lit: 1 }),
      node(
        x,
        end,
        radius,
        { fill: theme.warn, rim: theme.building },
        { ...placed, id: `${id}/node`, lit: 1 },
      ),
    ];
  }
  const mark = falseGateway(sketch, site, vm, x);
  if (on && look.zones && onTrunk(facts.view, vm)) {
    const trunk = trunkWire(
      sketch,
      { x, base, railY, radius },
      { id: `${id}/trunk`, lit, ...fades },
    );
    return [guest, ...trunk, ...mark];
  }
  return [
    guest,
    bar(place(base, railY), colour, { id, ...placed, depth: DEPTH.wire, lit }),
    // A switched-off guest is plugged in, but its port is dark.
    node(
      x,
      railY,
      radius,
      { fill: on ? own : theme.building, rim: on ? theme.building : colour },
      { ...placed, id: `${id}/node`, lit },
    ),
    ...mark,
  ];
}

function uplink({ theme, look }: Sketch, { lot, host }: Site): Piece[] {
  const { box, section, laneX, streetY } = lot;
  const width = railWidth(section.scale);
  const railY = box.y + section.railY;
  const id = `host/${host.row.id}/uplink`;
  const lit = look.lights.street;
  const top = Math.min(railY, streetY);
  const x = Math.round(laneX - width / 2);
  const from = Math.round(top - (top === railY ? width / 2 : 0));
  const length = Math.abs(streetY - railY) + Math.ceil(width / 2);
  return [
    bar(rect(x, from, width, length), theme.rail, { id, depth: DEPTH.uplink, lit }),
    node(
      laneX,
      streetY,
      Math.max(3, 4 * Math.sqrt(section.scale)),
      { fill: theme.rail, rim: theme.ground },
      { id: `${id}/node`, depth: DEPTH.uplink, lit },
    ),
  ];
}
