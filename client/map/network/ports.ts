import type { VmRow } from '../../../shared/view/machine-rows.ts';
import { SIGN_SIDE } from '../../style/category-signs.ts';
import { GATEWAY_SIGN } from '../../style/gateway-sign.ts';
import { outlined } from '../drawing/glyphs.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { rect } from '../drawing/rect.ts';
import { badge } from '../drawing/shapes.ts';
import type { Site, Sketch } from '../sketch.ts';

/** How wide each strand of a trunk is at scale 1, and how much larger its node than another's, in CSS pixels. */
const STRAND = 2;
const LARGER = 1.8;

/** Colours of the zones that anyone is in, by number: the VLANs that a trunk carries. */
function trunkColours({ theme, facts }: Sketch): string[] {
  const { zones, vms } = facts.view.tables;
  const lived = new Set(vms.map((vm) => vm?.zone));
  return zones.flatMap((zone) =>
    zone && lived.has(zone.id) && zone.name !== 'quarantine' ? [theme.zones[zone.name]] : [],
  );
}

/**
 * The wire of a trunk: a strand in the colour of each zone, and at the rail a node in all of them (rule N24). However
 * short the wire is, the node tells.
 */
export function trunkWire(
  sketch: Sketch,
  at: {
    readonly x: number;
    readonly base: number;
    readonly railY: number;
    readonly radius: number;
  },
  placed: Pick<Piece, 'id' | 'lit' | 'comes' | 'goes'>,
): Piece[] {
  const colours = trunkColours(sketch);
  const { x, base, railY } = at;
  const w = colours.length * STRAND;
  const h = Math.max(1, railY - base);
  const radius = Math.round(at.radius * LARGER);
  const side = radius * 2 + 4;
  const key = colours.join(',');
  return [
    {
      ...placed,
      depth: DEPTH.wire,
      box: rect(Math.round(x - w / 2), base, w, h),
      stamp: {
        key: `trunk|${h}|${key}`,
        size: { w, h },
        paint: (brush) =>
          colours.forEach((colour, i) => {
            brush.fillStyle = colour;
            brush.fillRect(i * STRAND, 0, STRAND, h);
          }),
      },
    },
    {
      ...placed,
      id: `${placed.id}/node`,
      depth: DEPTH.node,
      box: rect(Math.round(x - side / 2), Math.round(railY - side / 2), side, side),
      stamp: {
        key: `trunk-node|${radius}|${key}|${sketch.theme.building}`,
        size: { w: side, h: side },
        paint: (brush) => {
          const mid = side / 2;
          const part = (Math.PI * 2) / colours.length;
          brush.beginPath();
          brush.arc(mid, mid, radius + 1.5, 0, Math.PI * 2);
          brush.fillStyle = sketch.theme.building;
          brush.fill();
          colours.forEach((colour, i) => {
            brush.beginPath();
            brush.moveTo(mid, mid);
            brush.arc(mid, mid, radius, i * part, (i + 1) * part);
            brush.closePath();
            brush.fillStyle = colour;
            brush.fill();
          });
        },
      },
    },
  ];
}

/** Where a VM that answers like a DHCP server is plugged in, as far as it is known: the sign of a gateway. */
export function falseGateway({ theme, facts }: Sketch, site: Site, vm: VmRow, x: number): Piece[] {
  if (!facts.gateways.has(vm.id)) return [];
  const { section, box } = site.lot;
  const side = Math.round((section.density === 'overview' ? 14 : 18) * Math.sqrt(section.scale));
  const y = Math.round(box.y + section.railY - side / 2);
  return [
    badge(
      rect(Math.round(x - side / 2), y, side, side),
      {
        glyph: outlined(GATEWAY_SIGN, SIGN_SIDE),
        name: 'gateway',
        ink: theme.ground,
        radius: Math.round(side * 0.28),
        fill: theme.warn,
        line: theme.warn,
      },
      { id: `vm/${vm.id}/gateway`, depth: DEPTH.token, lit: 1, comes: 'fade', goes: 'fade' },
    ),
  ];
}
