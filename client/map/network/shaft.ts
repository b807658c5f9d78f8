import type { VmRow } from '../../../shared/view/machine-rows.ts';
import { line } from '../drawing/paint.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { bottom, type Rect, rect } from '../drawing/rect.ts';
import { bar, node } from '../drawing/shapes.ts';
import { dmaGate } from '../host/basement.ts';
import { gateBox } from '../host/gate.ts';
import type { Site, Sketch } from '../sketch.ts';

/** Of a shaft: its middle, where it comes out of the slab, and how it is drawn. CSS pixels. */
interface Shaft {
  readonly x: number;
  readonly base: number;
  readonly width: number;
  readonly radius: number;
  readonly colour: string;
  readonly lit: number;
}

/** How far to each side what passes an open gate spreads, as a share of the way down to the frames. */
const SPREAD = 1.6;

/**
 * A device that a guest has to itself: a shaft with two walls, past the rail and whatever watches it, to
 * a port of the card; through the gate of the IOMMU, where that is drawn, and down to the frames.
 */
export function shaft(sketch: Sketch, site: Site, vm: VmRow, look: Shaft): Piece[] {
  const { theme } = sketch;
  const { x, base, width, radius, colour, lit } = look;
  const id = `vm/${vm.id}/wire@${vm.host}`;
  const placed = { depth: DEPTH.node, comes: 'fade', goes: 'fade' } as const;
  const side = Math.max(1, Math.round(width / 2));
  const gap = Math.max(2, Math.round(width * 0.9));
  const through = gateBox(site);
  const railY = site.lot.box.y + site.lot.section.railY;
  const end = through === null ? railY + radius + 2 : through.y - 1;
  const wall = (at: number, from: number, to: number): Rect =>
    rect(Math.round(at - side / 2), from, side, to - from);
  const pieces: Piece[] = [
    bar(wall(x - gap, base, end), colour, { id, ...placed, lit }),
    bar(wall(x + gap, base, end), colour, { id: `${id}/wall`, ...placed, lit }),
  ];
  if (through !== null) {
    const open = dmaGate(site.host) !== 'closed';
    const seen = Math.max(0.8, lit);
    if (open) {
      // Nothing stands in its way: it is seen going through.
      const [top, to] = [through.y, bottom(through)];
      const inside = { ...placed, depth: DEPTH.rail + 0.5, lit: seen };
      pieces.push(
        bar(wall(x - gap, top, to), theme.warn, { id: `${id}/in`, ...inside }),
        bar(wall(x + gap, top, to), theme.warn, { id: `${id}/in/wall`, ...inside }),
      );
    }
    pieces.push(mouth(sketch, site, vm, { x, gap, side, colour, open, lit: seen }));
  }
  const port = { fill: theme.building, rim: colour };
  return [
    ...pieces,
    // Over the edge of the gate, so that one sees where it goes in.
    node(x, end, radius, port, {
      ...placed,
      depth: through === null ? DEPTH.node : DEPTH.frame + 0.2,
      id: `${id}/node`,
      lit: Math.max(0.8, lit),
    }),
  ];
}

/** Below the gate: straight on to the frames of its own guest, or spread over everyone's. */
function mouth(
  { theme }: Sketch,
  { lot }: Site,
  vm: VmRow,
  look: {
    readonly x: number;
    readonly gap: number;
    readonly side: number;
    readonly colour: string;
    readonly open: boolean;
    readonly lit: number;
  },
): Piece {
  const { gate, cells } = lot.section;
  const from = lot.box.y + (gate === null ? 0 : bottom(gate));
  const first = cells[0];
  const h = Math.max(3, (first ? lot.box.y + first.y : from) - from);
  const { x, gap, side, open, lit } = look;
  const colour = open ? theme.warn : look.colour;
  const reach = Math.ceil(open ? h * SPREAD + gap : gap) + side + 1;
  const w = reach * 2;
  return {
    id: `vm/${vm.id}/${open ? 'spread' : 'kept'}@${vm.host}`,
    stamp: {
      key: `mouth|${w}|${h}|${gap}|${side}|${colour}|${open}`,
      size: { w, h },
      paint: (brush) => {
        const mid = w / 2;
        const stroke = { colour, width: open ? 1.5 : side };
        for (const way of [-1, 1]) {
          const spread = open ? way * h * SPREAD : 0;
          line(brush, [mid + way * gap, 0], [mid + way * gap + spread, h], stroke);
        }
        if (open) line(brush, [mid, 0], [mid, h], stroke);
      },
    },
    box: rect(Math.round(x - w / 2), from, w, h),
    depth: DEPTH.node,
    lit,
    comes: 'fade',
    goes: 'fade',
  };
}
