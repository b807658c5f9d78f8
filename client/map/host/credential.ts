import { asks } from '../../../shared/commands/badges.ts';
import { credentialMark } from '../../../shared/view/trust.ts';
import { key } from '../drawing/glyphs.ts';
import { label } from '../drawing/labels.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { rect } from '../drawing/rect.ts';
import { badge } from '../drawing/shapes.ts';
import { typeOf } from '../drawing/text.ts';
import { told } from '../facts.ts';
import type { Site, Sketch } from '../sketch.ts';

/** The letter of the credential that opens a host and others as well; '' where there is none to be told. */
const markOf = ({ facts }: Sketch, { row }: Site['host']): string =>
  told(row) && asks(facts.view, 'shares-credential') ? credentialMark(facts.view, row) : '';

const sideOf = ({ section }: Site['lot']): number => Math.round(16 * section.scale);

/** What it takes beside the name of its host. */
export const credentialWidth = (sketch: Sketch, { host, lot }: Site): number =>
  markOf(sketch, host) === '' ? 0 : sideOf(lot) + Math.round(18 * lot.section.scale);

/** A key with a letter beside the name: hosts with the same letter are opened by the same credential. */
export function credential(sketch: Sketch, site: Site, x: number, y: number): Piece[] {
  const { theme, writer } = sketch;
  const mark = markOf(sketch, site.host);
  if (mark === '') return [];
  const s = site.lot.section.scale;
  const side = sideOf(site.lot);
  const id = `host/${site.host.row.id}/credential`;
  return [
    badge(
      rect(Math.round(x), Math.round(y - side / 2), side, side),
      {
        glyph: key,
        name: 'key',
        ink: theme.warn,
        radius: Math.round(side * 0.28),
        fill: theme.ground,
        line: theme.warn,
        width: 1,
      },
      { id, depth: DEPTH.label, lit: 1, comes: 'fade', goes: 'fade' },
    ),
    label(
      writer,
      mark,
      { type: typeOf(12.5 * s, 700), colour: theme.warn },
      { id: `${id}/mark`, x: x + side + 4 * s, y },
    ),
  ];
}
