import { backupFixOf } from '../../../shared/view/advisories.ts';
import { rowsOf } from '../../../shared/view/reading.ts';
import type { RepositoryRow } from '../../../shared/view/rows.ts';
import { kept, lock } from '../drawing/glyphs.ts';
import { label } from '../drawing/labels.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { rect } from '../drawing/rect.ts';
import { badge, plate } from '../drawing/shapes.ts';
import { typeOf } from '../drawing/text.ts';
import type { Street } from '../layout.ts';
import type { Sketch } from '../sketch.ts';
import { tellsFiles } from './shelf.ts';

/**
 * The backup server on the street: the soft copy of every VM. Amber while it is reached from elsewhere than the storage
 * network and is older than its fix, or while what it keeps can be read or deleted (rules M24, M25, M28, M29).
 * @param from where there is room for it, in CSS pixels of the drawing
 */
export function vault(sketch: Sketch, street: Street, from: number): Piece[] {
  const { facts, look, writer, theme } = sketch;
  const [server] = rowsOf(facts.view, 'repositories');
  if (!server || !tellsFiles(facts, look)) return [];
  const { pill, scale: s, x2 } = street;
  const type = typeOf(12.5 * s, 600);
  const side = Math.round(pill.h * 0.68);
  const inset = (pill.h - side) / 2;
  const left = from + 8 * s;
  const beside = side + inset + 16 * s;
  const text = writer.setter.whole(formsOf(sketch, server), type, x2 - left - 24 * s - beside);
  if (text === '') return [];
  const w = Math.round(beside + writer.setter.width(text, type));
  const box = rect(Math.round(left), pill.y, w, pill.h);
  const ink = isExposed(sketch, server) ? theme.warn : theme.good;
  const id = `backups/${server.id}`;
  return [
    ...plate(
      box,
      { radius: Math.round(6 * s), fill: theme.pill, line: ink, width: 1.5 },
      { id, depth: DEPTH.mark, lit: 1 },
    ),
    badge(
      rect(Math.round(box.x + inset), Math.round(box.y + inset), side, side),
      {
        glyph: server.encrypted ? lock : kept,
        name: server.encrypted ? 'lock' : 'kept',
        ink,
        radius: side / 2,
        fill: theme.pill,
      },
      { id: `${id}/sign`, depth: DEPTH.token, lit: 1 },
    ),
    label(
      writer,
      text,
      { type, colour: theme.ink },
      {
        id: `${id}/text`,
        x: box.x + inset + side + 5 * s,
        y: box.y + box.h / 2,
        depth: DEPTH.token,
      },
    ),
  ];
}

const isExposed = ({ facts }: Sketch, server: RepositoryRow): boolean =>
  (server.reachedFrom.length > 0 && backupFixOf(facts.view, server.build) > 0) ||
  !server.encrypted ||
  !server.immutable;

/** From all that can be said of it to its name alone. */
function formsOf({ facts, writer }: Sketch, { build, reachedFrom }: RepositoryRow): string[] {
  const fix = backupFixOf(facts.view, build);
  const zones = reachedFrom.map((zone) => writer.say(`names.zones.${zone}`)).join(' · ');
  const say = (key: string): string => writer.say(`ui.map.backups.${key}`, { build, fix, zones });
  return [
    ...(zones === '' ? [] : [say(fix > 0 ? 'behindFrom' : 'from')]),
    ...(fix > 0 ? [say('behind')] : []),
    say('name'),
    say('short'),
  ];
}
