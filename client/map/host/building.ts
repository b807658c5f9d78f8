import { label } from '../drawing/labels.ts';
import { panel } from '../drawing/paint.ts';
import { mix } from '../drawing/palette.ts';
import { DEPTH, type Piece, type Stamp } from '../drawing/piece.ts';
import { type Rect, rect, right } from '../drawing/rect.ts';
import { plate } from '../drawing/shapes.ts';
import { typeOf } from '../drawing/text.ts';
import { told } from '../facts.ts';
import type { Site, Sketch } from '../sketch.ts';
import { credential, credentialWidth } from './credential.ts';
import { fallenWalls, takenPill, teeth } from './fallen.ts';
import { features } from './features.ts';
import { gate } from './gate.ts';
import { platforms } from './platform.ts';
import { strip } from './strip.ts';

/** A load above this, in permille, wants attention. */
const HIGH_LOAD = 850;

/** The shell of a host: its walls, its name and load, and the slots nobody lives in. */
export function building(sketch: Sketch, site: Site): Piece[] {
  const { theme } = sketch;
  const { lot, host } = site;
  const s = lot.section.scale;
  const id = `host/${host.row.id}`;
  const fallen = host.takeover?.open === true;
  return [
    ...plate(
      lot.box,
      {
        radius: Math.round(10 * Math.sqrt(s)),
        fill: fallen ? mix(theme.building, theme.harmGround, 0.6) : theme.building,
        line: fallen ? theme.harm : theme.line,
        width: fallen ? 1.5 : 1,
      },
      { id: `${id}/body`, depth: DEPTH.building, lit: 1 },
    ),
    ...(fallen ? [fallenWalls(sketch, site), ...teeth(sketch, site)] : []),
    ...header(sketch, site),
    ...emptySlots(sketch, site),
    ...platforms(sketch, site),
    ...gate(sketch, site),
    ...strip(sketch, site),
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
  const taken = host.takeover?.open
    ? takenPill(sketch, { lot, host }, y, host.takeover.tick)
    : null;
  if (taken) pieces.push(...taken.pieces);
  const loaded = told(row) && taken === null;
  if (loaded) {
    pieces.push({
      id: `${id}/load`,
      stamp: loadStamp(meter, row.load, theme.bar, high ? theme.warn : theme.accent),
      box: meter,
      depth: DEPTH.label,
      lit: look.lights.load,
    });
  }
  const jobs = sketch.jobs.get(`hosts/${row.id}`)?.length ?? 0;
  const site = { lot, host };
  const keyW = credentialWidth(sketch, site);
  pieces.push(...credential(sketch, site, x + nameW + 8 * s, y));
  const token = keyW + (jobs > 0 ? jobs * 22 * s : 0);
  const room = (taken?.left ?? meter.x) - x - nameW - 22 * s - token;
  const texts = loaded ? [writer.say('ui.map.load', { percent }), `${percent}%`] : [];
  const load = texts.find((text) => writer.setter.width(text, plain) <= room) ?? '';
  const loadW = writer.setter.width(load, plain);
  if (load !== '') {
    pieces.push(
      label(
        writer,
        load,
        { type: plain, colour: high ? theme.warn : theme.soft },
        { id: `${id}/percent`, x: meter.x - 8 * s, y, align: 'right' },
      ),
    );
  }
  const platform = writer.say(`names.platforms.${row.platform}`);
  const short = row.platform === 'container' ? writer.say('names.techniques.container') : platform;
  const kind = writer.say('ui.map.kind', { platform, year: row.year });
  const kindRoom = room - loadW - 4 * s;
  const kindText = [kind, platform, short].find(
    (text) => writer.setter.width(text, plain) <= kindRoom,
  );
  if (kindText !== undefined) {
    const at = { id: `${id}/kind`, x: x + nameW + 9 * s + token, y };
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
  const named = box.x + section.header.x + sketch.writer.setter.width(name, bold) + 8 * s;
  const x = named + credentialWidth(sketch, { lot, host });
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
