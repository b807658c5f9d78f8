import { columnBox } from './columns.ts';
import { label } from './labels.ts';
import { mix } from './palette.ts';
import { DEPTH, type Piece } from './piece.ts';
import { bottom, rect, right } from './rect.ts';
import { bar, node } from './shapes.ts';
import type { Site, Sketch } from './sketch.ts';
import { typeOf } from './text.ts';

/** The virtual switch: a rail inside the building, a wire to each guest, and an uplink to the street. */
export function wires(sketch: Sketch, site: Site): Piece[] {
  return [...rail(sketch, site), ...guestWires(sketch, site), ...uplink(sketch, site)];
}

const railWidth = (scale: number): number => Math.max(2, Math.round(3 * Math.sqrt(scale)));

function rail({ theme, look, writer }: Sketch, { lot, host }: Site): Piece[] {
  const { box, section, laneX } = lot;
  const s = section.scale;
  const width = railWidth(s);
  const x = box.x + section.pad;
  const y = box.y + section.railY;
  const id = `host/${host.row.id}/rail`;
  const lit = look.lights.rail;
  const pieces = [
    bar(rect(x, Math.round(y - width / 2), laneX - x, width), theme.rail, {
      id,
      depth: DEPTH.rail,
      lit,
    }),
  ];
  if (section.railText) {
    const type = typeOf(11.5 * s, 450);
    const text = writer.say('ui.map.virtualSwitch');
    const textY = box.y + section.railText.y + section.railText.h / 2;
    const named = look.zones && host.vms.length > 0;
    // In the network layer the zones stand under their wires, and the rail's name moves to its end.
    if (!named) {
      pieces.push(
        label(
          writer,
          text,
          { type, colour: theme.faint },
          { id: `${id}/text`, x, y: textY, lit: Math.max(0.75, lit) },
        ),
      );
    } else if (
      (section.slots[host.vms.length]?.x ?? section.size.w) + writer.setter.width(text, type) <=
      section.size.w - section.pad
    ) {
      const at = {
        id: `${id}/text`,
        x: right(box) - section.pad,
        y: textY,
        align: 'right' as const,
      };
      pieces.push(label(writer, text, { type, colour: theme.faint }, at));
    }
  }
  return pieces;
}

function guestWires(sketch: Sketch, site: Site): Piece[] {
  const { theme, look, facts, writer } = sketch;
  const { lot, host } = site;
  const { box, section } = lot;
  const s = section.scale;
  const railY = box.y + section.railY;
  const lit = look.lights.rail;
  const width = look.zones ? railWidth(s) + 1 : railWidth(s) - 1;
  return host.vms.flatMap((vm, i) => {
    const slot = columnBox(site, i);
    const zone = facts.view.tables.zones[vm.zone];
    if (!slot || !zone) return [];
    const on = vm.power === 'running';
    const own = theme.zones[zone.name];
    const colour = on ? own : mix(own, theme.building, 0.6);
    const x = Math.round(slot.x + slot.w / 2);
    const id = `vm/${vm.id}/wire`;
    const fades = { comes: 'fade', goes: 'fade' } as const;
    const slabTop = box.y + section.slab.y;
    const wire = (part: string, from: number, to: number): Piece =>
      bar(rect(Math.round(x - width / 2), from, width, to - from), colour, {
        id: `${id}${part}`,
        depth: DEPTH.wire,
        lit,
        ...fades,
      });
    const pieces: Piece[] = [
      wire('/guest', bottom(slot), slabTop),
      wire('', slabTop + section.slab.h, railY),
      // A switched-off guest is plugged in, but its port is dark.
      node(
        x,
        railY,
        Math.max(2.5, (section.density === 'overview' ? 3 : 4) * Math.sqrt(s)),
        { fill: on ? own : theme.building, rim: on ? theme.building : colour },
        { id: `${id}/node`, depth: DEPTH.node, lit, ...fades },
      ),
    ];
    if (look.zones && section.railText) {
      const type = typeOf(11.5 * s, 650);
      const text = writer.setter.choose([writer.say(`names.zones.${zone.name}`)], type, slot.w + 4);
      const y = box.y + section.railText.y + section.railText.h / 2 + 2 * s;
      const style = { type, colour: mix(own, theme.ink, 0.42) };
      pieces.push({
        ...label(writer, text, style, {
          id: `${id}/zone`,
          x,
          y,
          align: 'center',
          lit: on ? 1 : 0.6,
        }),
        ...fades,
      });
    }
    return pieces;
  });
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
      {
        id: `${id}/node`,
        depth: DEPTH.uplink,
        lit,
      },
    ),
  ];
}
