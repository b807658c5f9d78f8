import type { HostRow } from '../../../shared/view/machine-rows.ts';
import { crack } from '../drawing/glyphs.ts';
import { label } from '../drawing/labels.ts';
import { mix } from '../drawing/palette.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { bottom, type Rect, rect, right } from '../drawing/rect.ts';
import { plate } from '../drawing/shapes.ts';
import { typeOf } from '../drawing/text.ts';
import { told } from '../facts.ts';
import type { Site, Sketch } from '../sketch.ts';
import { exitOn } from './exits.ts';
import { confinedRim } from './fallen.ts';
import { osWriting } from './host-os.ts';
import { management, tellsManagement } from './management.ts';
import { type PlatformLook, settings, sharedSettings } from './settings.ts';
import { slabKey, slabTrust } from './slab-trust.ts';

/** Where a platform of the section stands in the drawing. */
export const placed = ({ lot }: Site, part: Rect): Rect =>
  rect(lot.box.x + part.x, lot.box.y + part.y, part.w, part.h);

/** What everybody stands on: the hypervisor, its host OS, or the kernel that containers share. */
export function platforms(sketch: Sketch, site: Site): Piece[] {
  const { theme, look } = sketch;
  const { section } = site.lot;
  const { row, takeover } = site.host;
  // One OS has the machine to itself: between it and the metal there is no layer to draw.
  if (row.platform === 'native') return [];
  const s = section.scale;
  const box = placed(site, section.platform);
  const id = `host/${row.id}/platform`;
  const lit = look.lights.platform;
  const colours = coloursOf(sketch, site);
  const radius = Math.min(5 * s, box.h / 2);
  const pieces = plate(
    box,
    {
      radius,
      fill: colours.fill,
      ...(row.platform === 'container' && !takeover?.open
        ? { line: mix(theme.shared, theme.sharedSoft, 0.3) }
        : {}),
    },
    { id, depth: DEPTH.platform, lit },
  );
  const os = section.os && placed(site, section.os);
  if (os) {
    pieces.push(
      ...plate(
        os,
        { radius: Math.min(5 * s, os.h / 2), fill: theme.os },
        {
          id: `${id}/os`,
          depth: DEPTH.platform,
          lit,
        },
      ),
    );
  }
  // Whoever is below the guests has broken through it.
  if (isConfined(row) && !takeover?.open) pieces.push(confinedRim(sketch, site));
  if (takeover) pieces.push(crackIn(sketch, box, `${id}/crack`, takeover.open));
  if (section.density === 'overview') return [...pieces, ...slabKey(sketch, site, box)];
  pieces.push(...writing(sketch, site, box, colours));
  if (os) pieces.push(...osWriting(sketch, site, os));
  return pieces;
}

/** Device processes of a hypervisor or system calls of containers can do only what they need. */
const isConfined = (row: HostRow): boolean =>
  told(row) && (row.platform === 'container' ? row.seccomp : row.sandbox);

function coloursOf({ theme }: Sketch, { host }: Site): PlatformLook {
  if (host.takeover?.open) {
    return {
      fill: theme.harmPlatform,
      ink: theme.harmInk,
      soft: mix(theme.harmInk, theme.harm, 0.4),
    };
  }
  if (host.row.platform === 'container') {
    return { fill: theme.shared, ink: theme.sharedInk, soft: theme.sharedSoft };
  }
  return { fill: theme.platform, ink: theme.platformInk, soft: theme.platformSoft };
}

/** An escape has broken through here; once it is mended, a scar. */
function crackIn({ theme }: Sketch, box: Rect, id: string, open: boolean): Piece {
  const w = Math.max(10, Math.round(Math.min(26, box.h)));
  const colour = open ? theme.harm : theme.faint;
  // While it is open a name and the fix that is missing stand at one side, and that it fell at the other.
  const x = box.x + box.w * (open ? 0.72 : 0.5);
  const at = rect(Math.round(x - w / 2), box.y, w, box.h);
  return {
    id,
    stamp: {
      key: `crack|${w}|${box.h}|${colour}`,
      size: { w, h: box.h },
      paint: (brush) => crack(brush, w, box.h, colour, theme.building),
    },
    box: at,
    depth: DEPTH.rail,
    lit: 1,
    comes: 'fade',
  };
}

/** Its name and build at one side, and how it is set at the other. */
function writing(sketch: Sketch, site: Site, box: Rect, colours: PlatformLook): Piece[] {
  const { theme, writer } = sketch;
  const { say, setter } = writer;
  const { row, fix, takeover } = site.host;
  const s = site.lot.section.scale;
  const id = `host/${row.id}/platform`;
  const inset = 11 * s;
  const tall = row.platform === 'container';
  const y = box.y + box.h * (tall ? 0.3 : 0.5);
  const bold = typeOf(12.5 * s, 650);
  const exit = exitOn(sketch, site);
  const [from, to] = freeSide(box, inset, exit);
  const kind = tall ? 'sharedKernel' : 'hypervisor';
  const managed = !takeover?.open && !exit && tellsManagement(sketch, row);
  // Where it says from where its host is managed, that needs the room.
  const forms = managed
    ? ['build']
    : told(row)
      ? [kind, `${kind}Short`, 'build']
      : [`${kind}Plain`];
  const titles = forms.map((form) => say(`ui.map.${form}`, { build: row.build }));
  const mend = fix === 0 ? '' : say('ui.map.fix', { build: fix });
  const mendW = mend === '' ? 0 : setter.width(mend, bold) + 5 * s;
  // Shortened it would say nothing: rather the build alone, rather without its fix, rather nothing.
  const fits = (extra: number): string | undefined =>
    titles.find((text) => setter.width(text, bold) + extra <= to - from);
  const whole = fits(mendW);
  const title = whole ?? fits(0) ?? '';
  const fixW = whole === undefined ? 0 : mendW;
  const titleW = setter.width(title, bold);
  // Beyond an exit it stands at the far end, so that the two are not read as one.
  const x = from > box.x + inset ? to - titleW - fixW : from;
  const pieces: Piece[] = [];
  if (title !== '') {
    const at = { id: `${id}/name`, x, y };
    pieces.push(label(writer, title, { type: bold, colour: colours.ink }, at));
    if (fixW > 0) {
      const beside = { id: `${id}/fix`, x: x + titleW + 5 * s, y };
      pieces.push(label(writer, mend, { type: bold, colour: theme.warn }, beside));
    }
  }
  const end = right(box) - inset;
  const start = from + titleW + fixW + 14 * s;
  if (sketch.look.trust) {
    const span = tall ? ([box.x + inset, end] as const) : ([start, end] as const);
    const line = tall ? box.y + box.h * 0.72 : y;
    return [...pieces, ...slabTrust(sketch, site, span, line, colours.soft)];
  }
  if (managed) {
    return [...pieces, ...management(sketch, site, y, [start, end])];
  }
  if (takeover?.open) {
    const plain = typeOf(12 * s, 650);
    const clear = !exit ? start : x === from && exit.from > x ? exit.to + inset : end;
    const taken = say('ui.map.taken');
    const text = setter.width(taken, plain) <= end - clear ? taken : '';
    const at = { id: `${id}/taken`, x: end, y, align: 'right' as const };
    if (text !== '') pieces.push(label(writer, text, { type: plain, colour: colours.ink }, at));
  } else if (tall) {
    pieces.push(...sharedSettings(sketch, site, box, [start, end], colours));
  } else if (!exit) {
    pieces.push(...settings(sketch, site, y, [start, end], colours));
  }
  return pieces;
}

/** An exit on its way leaves room for the name on one side of it. */
function freeSide(
  box: Rect,
  inset: number,
  exit: { readonly from: number; readonly to: number } | null,
): readonly [number, number] {
  const left = box.x + inset;
  const end = right(box) - inset;
  if (!exit) return [left, end];
  const before = exit.from - inset / 2 - left;
  const after = end - exit.to - inset;
  return before >= after ? [left, left + before] : [exit.to + inset, end];
}

/** The lower edge of everything that stands between the guests and the rail. */
export const baseOf = (site: Site): number => {
  const { platform, os } = site.lot.section;
  return site.lot.box.y + bottom(os ?? platform);
};
