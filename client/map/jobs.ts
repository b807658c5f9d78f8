import type { MapTheme } from './drawing/palette.ts';
import { type Brush, DEPTH, type Piece } from './drawing/piece.ts';
import { type Rect, rect } from './drawing/rect.ts';
import { progressOf } from './facts.ts';
import { badgesWidth } from './guest/badges.ts';
import { columnBox } from './guest/columns.ts';
import { hostTokenBox } from './host/building.ts';
import type { Site, Sketch } from './sketch.ts';

/** A ring is painted anew each time it has come this much further. */
const STEPS = 48;

/** A token on each VM and host that somebody is working on: a ring that closes. */
export function jobTokens(sketch: Sketch, site: Site): Piece[] {
  const { host, lot } = site;
  const s = lot.section.scale;
  const onHost = (sketch.jobs.get(`hosts/${host.row.id}`) ?? []).map((job, i) =>
    token(
      sketch,
      `job/${job.id}/host`,
      progressOf(job, sketch.clock),
      hostTokenBox(sketch, site, i),
    ),
  );
  const onVms = host.vms.flatMap((vm, nth) => {
    const box = columnBox(site, nth);
    if (!box) return [];
    const side = Math.round((lot.section.density === 'full' ? 16 : 14) * s);
    return (sketch.jobs.get(`vms/${vm.id}`) ?? []).map((job, i) => {
      const x = box.x + box.w - side * 0.62 - i * side * 1.15 - badgesWidth(sketch, site, vm);
      const at = rect(Math.round(x), Math.round(box.y - side * 0.38), side, side);
      return token(sketch, `job/${job.id}/vm`, progressOf(job, sketch.clock), at);
    });
  });
  return [...onHost, ...onVms];
}

function token({ theme }: Sketch, id: string, progress: number, box: Rect): Piece {
  const step = Math.round(progress * STEPS);
  return {
    id,
    stamp: {
      key: `job|${box.w}|${step}`,
      size: { w: box.w, h: box.h },
      paint: (brush) => paintRing(brush, box.w, step / STEPS, theme),
    },
    box,
    depth: DEPTH.token,
    lit: 1,
    comes: 'fade',
    goes: 'fade',
  };
}

function paintRing(brush: Brush, side: number, progress: number, theme: MapTheme): void {
  const half = side / 2;
  const width = side * 0.16;
  const radius = half - width / 2 - 1;
  const arc = (end: number): void => {
    brush.beginPath();
    brush.arc(half, half, radius, -Math.PI / 2, -Math.PI / 2 + end * Math.PI * 2);
  };
  brush.beginPath();
  brush.arc(half, half, half, 0, Math.PI * 2);
  brush.fillStyle = theme.ground;
  brush.fill();
  arc(1);
  brush.strokeStyle = theme.line;
  brush.lineWidth = width;
  brush.stroke();
  arc(progress);
  brush.strokeStyle = theme.accent;
  brush.lineCap = 'round';
  brush.stroke();
  brush.beginPath();
  brush.arc(half, half, side * 0.1, 0, Math.PI * 2);
  brush.fillStyle = theme.accent;
  brush.fill();
}
