import { label } from './labels.ts';
import { panel } from './paint.ts';
import { DEPTH, type Piece, type Stamp } from './piece.ts';
import { type Rect, rect, right } from './rect.ts';
import { plate } from './shapes.ts';
import type { Site, Sketch } from './sketch.ts';
import { typeOf } from './text.ts';

/** A load above this, in permille, wants attention. */
const HIGH_LOAD = 850;

/** The shell of a host: its walls, its name and load, and the slots nobody lives in. */
export function building(sketch: Sketch, site: Site): Piece[] {
  const { theme } = sketch;
  const { lot, host } = site;
  const s = lot.section.scale;
  const id = `host/${host.row.id}`;
  return [
    ...plate(
      lot.box,
      { radius: Math.round(10 * Math.sqrt(s)), fill: theme.building, line: theme.line },
      { id: `${id}/body`, depth: DEPTH.building, lit: 1 },
    ),
    ...header(sketch, site),
    ...emptySlots(sketch, site),
    ...slab(sketch, site),
    ...features(sketch, site),
  ];
}

function header(sketch: Sketch, { lot, host }: Site): Piece[] {
  const { writer, theme, look } = sketch;
  const { section, box } = lot;
  const s = section.scale;
  const { row } = host;
  const id = `host/${row.id}`;
  const y = box.y + section.header.h / 2 + (section.density === 'full' ? 1 : 0);
  const name = writer.say('ui.map.host', { id: row.id });
  const bold = typeOf((section.density === 'overview' ? 12.5 : 15) * s, 700);
  const plain = typeOf(12.5 * s, 450);
  const x = box.x + section.header.x;
  const nameW = writer.setter.width(name, bold);
  const pieces = [
    label(writer, name, { type: bold, colour: theme.ink }, { id: `${id}/name`, x, y }),
  ];

  const end = right(box) - section.pad;
  const narrow = section.header.w < 150 * s;
  const barW = Math.round((narrow ? 34 : 56) * s);
  const percent = Math.round(row.load / 10);
  const meter = rect(end - barW, Math.round(y - 3.5 * s), barW, Math.round(7 * s));
  const high = row.load > HIGH_LOAD;
  pieces.push({
    id: `${id}/load`,
    stamp: loadStamp(meter, row.load, theme.bar, high ? theme.warn : theme.accent),
    box: meter,
    depth: DEPTH.label,
    lit: look.lights.load,
  });
  const jobs = sketch.jobs.get(`hosts/${row.id}`)?.length ?? 0;
  const token = jobs > 0 ? jobs * 22 * s : 0;
  const room = meter.x - x - nameW - 22 * s - token;
  const texts = [writer.say('ui.map.load', { percent }), `${percent}%`];
  const load = texts.find((text) => writer.setter.width(text, plain) <= room) ?? '';
  const loadW = writer.setter.width(load, plain);
  if (load !== '') {
    pieces.push(
      label(
        writer,
        load,
        { type: plain, colour: high ? theme.warn : theme.soft },
        { id: `${id}/percent`, x: meter.x - 8 * s, y, align: 'right', lit: look.lights.load },
      ),
    );
  }
  const kind = writer.say('ui.map.kind', { type: row.type, year: row.year });
  const kindRoom = room - loadW - 4 * s;
  const kindText = [kind, String(row.year)].find(
    (text) => writer.setter.width(text, plain) <= kindRoom,
  );
  if (kindText !== undefined) {
    const at = { id: `${id}/kind`, x: x + nameW + 9 * s + token, y, lit: look.lights.header };
    pieces.push(label(writer, kindText, { type: plain, colour: theme.soft }, at));
  }
  return pieces;
}

/** Where the tokens of a host's jobs stand, beside its name. */
export function hostTokenBox(sketch: Sketch, { lot, host }: Site, nth: number): Rect {
  const { section, box } = lot;
  const s = section.scale;
  const bold = typeOf((section.density === 'overview' ? 12.5 : 15) * s, 700);
  const name = sketch.writer.say('ui.map.host', { id: host.row.id });
  const x = box.x + section.header.x + sketch.writer.setter.width(name, bold) + 8 * s;
  const side = Math.round(16 * s);
  return rect(
    Math.round(x + nth * 22 * s),
    Math.round(box.y + (section.header.h - side) / 2 + 1),
    side,
    side,
  );
}

function loadStamp(box: Rect, permille: number, ground: string, colour: string): Stamp {
  const { w, h } = box;
  const filled = Math.round((Math.min(1000, permille) / 1000) * w);
  return {
    key: `load|${w}|${h}|${filled}|${colour}`,
    size: { w, h },
    paint: (brush) => {
      panel(brush, rect(0, 0, w, h), h / 2, ground);
      if (filled > 0) panel(brush, rect(0, 0, Math.max(h, filled), h), h / 2, colour);
    },
  };
}

function emptySlots({ theme }: Sketch, { lot, host }: Site): Piece[] {
  const { section, box } = lot;
  return section.slots.slice(host.vms.length).map((slot, i) => {
    const { w, h } = slot;
    const radius = Math.min(7 * section.scale, w / 4);
    return {
      id: `host/${host.row.id}/slot/${host.vms.length + i}`,
      stamp: {
        key: `slot|${w}|${h}|${theme.emptyLine}`,
        size: { w, h },
        paint: (brush) =>
          panel(brush, rect(0, 0, w, h), radius, null, {
            colour: theme.emptyLine,
            width: 1,
            dash: [3, 4],
          }),
      },
      box: rect(box.x + slot.x, box.y + slot.y, w, h),
      depth: DEPTH.building,
      lit: 1,
    };
  });
}

/** The hypervisor: the one floor that everybody stands on. */
function slab(sketch: Sketch, { lot, host }: Site): Piece[] {
  const { theme, writer, look } = sketch;
  const { section } = lot;
  const s = section.scale;
  const { row } = host;
  const id = `host/${row.id}/slab`;
  const box = rect(
    lot.box.x + section.slab.x,
    lot.box.y + section.slab.y,
    section.slab.w,
    section.slab.h,
  );
  const lit = look.lights.slab;
  const pieces = plate(
    box,
    { radius: Math.min(5 * s, box.h / 2), fill: theme.slab },
    { id, depth: DEPTH.slab, lit },
  );
  if (section.density === 'overview') return pieces;
  const bold = typeOf(12.5 * s, 650);
  const plain = typeOf(12 * s, 500);
  const y = box.y + box.h / 2;
  const build = { build: row.build };
  const inset = 11 * s;
  const title = writer.setter.choose(
    [writer.say('ui.map.hypervisor', build), writer.say('ui.map.hypervisorShort', build)],
    bold,
    box.w - inset * 2,
  );
  pieces.push(
    label(
      writer,
      title,
      { type: bold, colour: theme.slabInk },
      { id: `${id}/name`, x: box.x + inset, y, lit },
    ),
  );
  let end = right(box) - inset;
  let room = box.w - inset * 2 - writer.setter.width(title, bold) - 16 * s;
  const root = writer.say('ui.map.root');
  const policy = writer.say(`names.scrub.${row.scrub}`);
  const scrub = writer.setter.width(policy, plain) <= room ? policy : undefined;
  const rootW = writer.setter.width(root, plain);
  const scrubW = scrub === undefined ? 0 : writer.setter.width(scrub, plain) + 16 * s;
  if (rootW + scrubW + 14 * s <= room) {
    pieces.push(
      label(
        writer,
        root,
        { type: plain, colour: theme.slabSoft },
        { id: `${id}/root`, x: end, y, align: 'right', lit },
      ),
    );
    end -= rootW + 14 * s;
    room -= rootW + 14 * s;
  }
  if (scrub !== undefined && scrubW <= room) {
    const h = Math.round(18 * s);
    const pill = rect(Math.round(end - scrubW), Math.round(y - h / 2), Math.round(scrubW), h);
    const colour = row.scrub === 'never' ? theme.warn : theme.slabSoft;
    pieces.push(
      ...plate(
        pill,
        {
          radius: h / 2,
          fill: theme.building,
          line: row.scrub === 'never' ? theme.warn : theme.rail,
        },
        { id: `${id}/pill`, depth: DEPTH.rail, lit },
      ),
      label(
        writer,
        scrub,
        { type: plain, colour },
        { id: `${id}/scrub`, x: pill.x + pill.w / 2, y, align: 'center', lit },
      ),
    );
  }
  return pieces;
}

/** What the CPU can do, and how many frames are left. */
function features(sketch: Sketch, { lot, host }: Site): Piece[] {
  const { theme, writer, look } = sketch;
  const { section, box } = lot;
  if (section.features === null) return [];
  const s = section.scale;
  const type = typeOf(11.5 * s, 500);
  const id = `host/${host.row.id}/features`;
  const y = box.y + section.features.y + section.features.h / 2;
  const lit = look.lights.features;
  const { row, frames } = host;
  const has: readonly (readonly [string, boolean])[] = [
    [writer.say('ui.map.vtx'), row.virtualisationExtension],
    [writer.say('ui.map.ept'), row.nestedPaging],
    [writer.say('ui.map.iommu'), row.iommu],
  ];
  const pieces: Piece[] = [];
  let x = box.x + section.features.x;
  const free = frames.filter(({ owner }) => owner === 0).length;
  const residue = frames.filter((frame) => frame.residue !== 0).length;
  const counts = { count: frames.length, free, residue };
  const tallies = [
    writer.say(residue > 0 ? 'ui.map.tallyResidue' : 'ui.map.tally', counts),
    writer.say('ui.map.tallyShort', counts),
  ];
  const end = box.x + section.features.x + section.features.w;
  has.forEach(([feature, there], i) => {
    const text = there ? feature : writer.say('ui.map.without', { feature });
    const w = writer.setter.width(text, type) + 12 * s;
    const h = Math.round(17 * s);
    if (x + w > end) return;
    pieces.push(
      ...plate(
        rect(Math.round(x), Math.round(y - h / 2), Math.round(w), h),
        { radius: 4 * s, fill: there ? theme.bar : null, line: there ? theme.bar : theme.line },
        { id: `${id}/${i}`, depth: DEPTH.rail, lit },
      ),
      label(
        writer,
        text,
        { type, colour: there ? theme.soft : theme.faint },
        { id: `${id}/${i}/text`, x: x + w / 2, y, align: 'center', lit },
      ),
    );
    x += w + 5 * s;
  });
  const tally = tallies.find((text) => writer.setter.width(text, type) <= end - x - 6 * s);
  if (tally !== undefined) {
    pieces.push(
      label(
        writer,
        tally,
        { type, colour: residue > 0 ? theme.soft : theme.faint },
        { id: `${id}/tally`, x: end, y, align: 'right', lit },
      ),
    );
  }
  return pieces;
}
