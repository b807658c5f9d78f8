import { clockOf } from '../../../shared/text/clock.ts';
import { sharesCredential } from '../../../shared/view/reading.ts';
import { type Integrity, integrityOf, keyShapeOf } from '../../../shared/view/trust.ts';
import { label } from '../drawing/labels.ts';
import type { MapTheme } from '../drawing/palette.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { type Rect, rect, right } from '../drawing/rect.ts';
import { keyGlyph, sealGlyph } from '../drawing/seals.ts';
import { badge } from '../drawing/shapes.ts';
import { typeOf } from '../drawing/text.ts';
import { told } from '../facts.ts';
import type { Site, Sketch } from '../sketch.ts';

const inkOf = (theme: MapTheme, soft: string): Readonly<Record<Integrity, string>> => ({
  proven: theme.good,
  unproven: soft,
  'no-tpm': soft,
  broken: theme.harm,
});

/** Whether what a slab measured is as it should be, and the shape of the key that opens it. */
export function slabTrust(
  sketch: Sketch,
  site: Site,
  [from, to]: readonly [number, number],
  y: number,
  soft: string,
): Piece[] {
  const { theme, writer, facts } = sketch;
  const { row } = site.host;
  if (!told(row)) return [];
  const s = site.lot.section.scale;
  const key = keyAt(sketch, site, to, y, Math.round(20 * s));
  const kind = integrityOf(facts.view, row);
  const ink = inkOf(theme, soft)[kind];
  const side = Math.round(16 * s);
  const end = key.box.x - 8 * s;
  if (end - from < side) return [key];
  const id = `host/${row.id}/integrity`;
  const type = typeOf(12 * s, 550);
  const texts = [
    writer.say(`ui.trust.integrity.${kind}`, { time: clockOf(row.attested) }),
    writer.say(`ui.trust.integrityShort.${kind}`),
  ];
  const text = texts.find((one) => writer.setter.width(one, type) + side + 6 * s <= end - from);
  const textW = text === undefined ? 0 : writer.setter.width(text, type) + 6 * s;
  const x = end - textW - side;
  const seal = badge(
    rect(Math.round(x), Math.round(y - side / 2), side, side),
    { glyph: wide(sealGlyph(kind)), name: `seal-${kind}`, ink, radius: side / 2, fill: null },
    { id, depth: DEPTH.label, lit: 1 },
  );
  if (text === undefined) return [key, seal];
  const colour = kind === 'broken' ? theme.harmInk : soft;
  const at = { id: `${id}/text`, x: x + side + 6 * s, y };
  return [key, seal, label(writer, text, { type, colour }, at)];
}

/** The key alone, where there is no room for words. */
export function slabKey(sketch: Sketch, site: Site, slab: Rect): Piece[] {
  if (!sketch.look.trust || !told(site.host.row)) return [];
  const side = Math.round(Math.min(slab.h + 4, 18 * site.lot.section.scale));
  return [keyAt(sketch, site, right(slab) - 3, slab.y + slab.h / 2, side)];
}

function keyAt(
  { theme, facts }: Sketch,
  { host }: Site,
  end: number,
  y: number,
  side: number,
): Piece {
  const { row } = host;
  const shape = keyShapeOf(facts.view, row.credential);
  const shared = sharesCredential(facts.view, row).length > 0;
  const ink = shared ? theme.warn : theme.soft;
  return badge(
    rect(Math.round(end - side), Math.round(y - side / 2), side, side),
    {
      glyph: keyGlyph(shape),
      name: `key-${shape}`,
      ink,
      radius: Math.round(side * 0.25),
      fill: theme.ground,
      line: ink,
      width: 1.2,
    },
    { id: `host/${row.id}/key`, depth: DEPTH.label, lit: 1 },
  );
}

/** A badge leaves its glyph a rim; a seal is its own. */
const wide =
  (glyph: ReturnType<typeof sealGlyph>): ReturnType<typeof sealGlyph> =>
  (brush, x, y, radius, colour) =>
    glyph(brush, x, y, radius * 1.6, colour);
