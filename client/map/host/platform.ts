import { asks } from '../../../shared/commands/badges.ts';
import { wayOutOf } from '../../../shared/mechanics/processor/way-out.ts';
import type { HostRow } from '../../../shared/view/machine-rows.ts';
import { crack } from '../drawing/glyphs.ts';
import { label, type Writer } from '../drawing/labels.ts';
import { mix } from '../drawing/palette.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { pill, pillType, pillWidth } from '../drawing/pills.ts';
import { bottom, type Rect, rect, right } from '../drawing/rect.ts';
import { plate } from '../drawing/shapes.ts';
import { typeOf } from '../drawing/text.ts';
import { type Facts, told } from '../facts.ts';
import type { Site, Sketch } from '../sketch.ts';
import { exitOn } from './exits.ts';
import { confinedRim } from './fallen.ts';
import { dom0Block, osWriting } from './host-os.ts';
import { management, tellsManagement } from './management.ts';
import { slabKey, slabTrust } from './slab-trust.ts';

interface PlatformLook {
  readonly fill: string;
  readonly ink: string;
  readonly soft: string;
}

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
  const titles = !told(row)
    ? [say(`ui.map.${kind}Plain`)]
    : [
        say(`ui.map.${kind}`, { build: row.build }),
        say(`ui.map.${kind}Short`, { build: row.build }),
        say('ui.map.build', { build: row.build }),
      ];
  // Where it says from where its host is managed, that needs the room.
  if (managed) titles.splice(0, titles.length - 1);
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

type Span = readonly [number, number];

/** In which mode it runs, and when it zeroes memory. */
function settings(
  sketch: Sketch,
  site: Site,
  y: number,
  [from, to]: Span,
  colours: PlatformLook,
): Piece[] {
  const { writer } = sketch;
  const { say, setter } = writer;
  const { row } = site.host;
  const s = site.lot.section.scale;
  const id = `host/${row.id}/platform`;
  const plain = typeOf(12 * s, 500);
  const policy = say(`names.scrub.${row.scrub}`);
  const policyW = told(row) ? pillWidth(writer, policy, s, pillType(s)) : 0;
  // Where it is asked what has to be trusted, Dom0 comes before the mode.
  const dom0 = row.platform === 'type1' && told(row) && asks(sketch.facts.view, 'stands-on');
  const dom0W = dom0 ? pillWidth(writer, say('ui.map.dom0'), s, pillType(s)) + 8 * s : 0;
  const modes = modesOf(writer, site);
  const wide = (text: string, more: number): boolean =>
    setter.width(text, plain) + more <= to - from;
  // Without room for both, when it zeroes memory matters more.
  const mode = modes.find((text) => wide(text, 14 * s + policyW + dom0W));
  const alone =
    mode ?? (!dom0 && policyW > to - from ? modes.find((text) => wide(text, 0)) : undefined);
  const pieces: Piece[] = [];
  let end = to;
  if (alone !== undefined) {
    const at = { id: `${id}/root`, x: end, y, align: 'right' as const };
    pieces.push(label(writer, alone, { type: plain, colour: colours.soft }, at));
    end -= setter.width(alone, plain) + 12 * s;
  }
  if (told(row) && policyW + dom0W <= end - from) {
    pieces.push(...scrubPill(sketch, site, policy, end, y, colours));
    end -= policyW + 8 * s;
  }
  if (row.platform === 'type1') pieces.push(...dom0Block(sketch, site, y, from, end));
  return pieces;
}

/**
 * How the hypervisor stands above its guests: as an app of the host OS, in root mode where a guest
 * uses the CPU's extension, else in ring 0 with its guests' kernels in less privileged rings.
 */
function modesOf({ say }: Writer, { host }: Site): readonly string[] {
  const { row, vms } = host;
  if (row.platform === 'type2') return [say('ui.map.appOfHost'), say('ui.map.appShort')];
  const assisted = vms.some(({ technique }) => wayOutOf(technique) === 'exits');
  return assisted && row.virtualisationExtension
    ? [say('ui.map.root'), say('ui.map.rootShort')]
    : [say('ui.map.ringZero')];
}

/** That frames are never zeroed is an attention only where an order for it is played with. */
const neverAsked = ({ view }: Facts, { scrub }: HostRow): boolean =>
  scrub === 'never' && asks(view, 'never-scrubs');

function scrubPill(
  { theme, writer, look, facts }: Sketch,
  { host, lot }: Site,
  policy: string,
  end: number,
  y: number,
  colours: PlatformLook,
): Piece[] {
  const never = neverAsked(facts, host.row);
  return pill(
    writer,
    policy,
    lot.section.scale,
    {
      ink: never ? theme.warn : colours.soft,
      fill: theme.building,
      line: never ? theme.warn : theme.rail,
    },
    {
      id: `host/${host.row.id}/platform/scrub`,
      x: end,
      y,
      align: 'right',
      lit: look.lights.platform,
    },
  ).pieces;
}

/** The boundary of containers is one floor; system calls come straight down to it. */
function sharedSettings(
  sketch: Sketch,
  site: Site,
  box: Rect,
  [from, to]: Span,
  colours: PlatformLook,
): Piece[] {
  const { theme, writer, look } = sketch;
  const { say, setter } = writer;
  const { row } = site.host;
  const s = site.lot.section.scale;
  const lit = look.lights.platform;
  const id = `host/${row.id}/platform`;
  const pieces: Piece[] = [];
  const filter = say(row.seccomp ? 'ui.map.seccomp' : 'ui.map.noSeccomp');
  const fits = pillWidth(writer, filter, s, pillType(s)) <= to - from;
  const calm = row.seccomp || !asks(sketch.facts.view, 'not-confined');
  // Two pills one above the other need the height of both.
  const high = box.h * 0.42 > Math.max(17, 17 * s);
  if (fits && !sketch.look.exits && told(row) && !high) {
    const at = {
      id: `${id}/seccomp`,
      x: to - 7 * s,
      y: box.y + box.h * 0.3,
      align: 'right' as const,
    };
    const colour = calm ? colours.soft : theme.warn;
    pieces.push(label(writer, filter, { type: pillType(s), colour }, at));
  } else if (fits && !sketch.look.exits && told(row)) {
    pieces.push(
      ...pill(
        writer,
        filter,
        s,
        {
          ink: calm ? colours.soft : theme.warn,
          fill: theme.building,
          line: calm ? mix(theme.shared, theme.sharedSoft, 0.4) : theme.warn,
        },
        { id: `${id}/seccomp`, x: to, y: box.y + box.h * 0.3, align: 'right', lit },
      ).pieces,
    );
  }
  const y = box.y + box.h * 0.72;
  const policy = say(`names.scrub.${row.scrub}`);
  const room = to - box.x - 11 * s;
  const plain = typeOf(12 * s, 500);
  const policyW = pillWidth(writer, policy, s, pillType(s));
  const words = [say('ui.map.boundary'), say('ui.map.boundaryShort')];
  const text = words.find((one) => setter.width(one, plain) + policyW + 12 * s <= room);
  const alone = text ?? words.find((one) => setter.width(one, plain) <= room);
  if (alone !== undefined) {
    const at = { id: `${id}/boundary`, x: box.x + 11 * s, y };
    pieces.push(label(writer, alone, { type: plain, colour: colours.soft }, at));
  }
  if (text === undefined || !told(row)) return pieces;
  if (high) {
    pieces.push(...scrubPill(sketch, site, policy, to, y, colours));
  } else {
    const colour = neverAsked(sketch.facts, row) ? theme.warn : colours.soft;
    const at = { id: `${id}/scrub`, x: to - 7 * s, y, align: 'right' as const };
    pieces.push(label(writer, policy, { type: pillType(s), colour }, at));
  }
  return pieces;
}

/** The lower edge of everything that stands between the guests and the rail. */
export const baseOf = (site: Site): number => {
  const { platform, os } = site.lot.section;
  return site.lot.box.y + bottom(os ?? platform);
};
