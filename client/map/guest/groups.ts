import type { VmRow } from '../../../shared/view/machine-rows.ts';
import { label } from '../drawing/labels.ts';
import { chip, panel } from '../drawing/paint.ts';
import { mix, tenantColour } from '../drawing/palette.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { type Rect, rect, right } from '../drawing/rect.ts';
import { typeOf } from '../drawing/text.ts';
import type { Site, Sketch } from '../sketch.ts';

interface Group {
  readonly tenant: number;
  readonly box: Rect;
  readonly count: number;
}

/** Neighbours of one tenant. @param boxOf the column of the nth VM */
function groupsOf(vms: readonly VmRow[], boxOf: (nth: number) => Rect | null): Group[] {
  const groups: Group[] = [];
  vms.forEach(({ tenant }, nth) => {
    const box = boxOf(nth);
    if (!box) return;
    const last = groups.at(-1);
    if (last?.tenant !== tenant) {
      groups.push({ tenant, box, count: 1 });
      return;
    }
    const grown = { ...last.box, w: right(box) - last.box.x };
    groups[groups.length - 1] = { tenant, box: grown, count: last.count + 1 };
  });
  return groups;
}

/**
 * Over the columns of each tenant one band with its letter, its name and how many they are: columns too
 * narrow for a chip have all their width for their names.
 */
export function groupBands(
  sketch: Sketch,
  { host, lot }: Site,
  line: { readonly top: number; readonly height: number },
  boxOf: (nth: number) => Rect | null,
): Piece[] {
  const { theme, writer, facts } = sketch;
  const s = lot.section.scale;
  const side = line.height;
  const type = typeOf(11.5 * s, 650);
  return groupsOf(host.vms, boxOf).flatMap(({ tenant, box, count }) => {
    const name = facts.view.tables.tenants[tenant]?.name;
    if (name === undefined) return [];
    const letter = writer.say(`names.tenants.${name}.letter`);
    const id = `host/${host.row.id}/tenant/${tenant}@${box.x}`;
    const at = rect(box.x + 1, Math.round(box.y + line.top), box.w - 2, side);
    const colour = tenantColour(theme, tenant);
    const fill = mix(colour, theme.building, 0.72);
    const { w, h } = at;
    const band: Piece = {
      id,
      stamp: {
        key: `band|${w}|${h}|${colour}|${letter}`,
        size: { w, h },
        paint: (brush) => {
          panel(brush, rect(0, 0, w, h), Math.min(5 * s, h / 3), fill);
          const look = { fill: colour, ink: theme.chipInk, family: writer.family };
          chip(brush, rect(0, 0, h, h), letter, look);
        },
      },
      box: at,
      depth: DEPTH.frame,
      lit: 1,
    };
    const said = `${writer.say(`names.tenants.${name}.name`)} ${count}`;
    const text = writer.setter.whole([said, String(count)], type, w - h - 8 * s);
    if (text === '') return [band];
    const beside = { id: `${id}/text`, x: at.x + h + 5 * s, y: at.y + h / 2 };
    return [band, label(writer, text, { type, colour: theme.ink }, beside)];
  });
}
