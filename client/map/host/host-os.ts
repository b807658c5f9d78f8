import { asks } from '../../../shared/commands/badges.ts';
import { EVERYDAY, type Program } from '../../../shared/world/machine/host-os.ts';
import { label } from '../drawing/labels.ts';
import { mix } from '../drawing/palette.ts';
import type { Piece } from '../drawing/piece.ts';
import { pill, pillType, pillWidth } from '../drawing/pills.ts';
import { type Rect, right } from '../drawing/rect.ts';
import { typeOf } from '../drawing/text.ts';
import { told } from '../facts.ts';
import type { Site, Sketch } from '../sketch.ts';

/** Whether strangers reach the host by that program. */
const isEveryday = (program: Program): boolean =>
  (EVERYDAY as readonly Program[]).includes(program);

/** Somebody else's program runs there as a user: known, and not ended yet. */
const isTainted = ({ facts }: Sketch, { host }: Site): boolean =>
  facts.used.has(host.row.id) || host.takeover?.open === true;

/** Programs for which there is room, those first by which strangers come in. */
function fitting({ writer }: Sketch, { host, lot }: Site, room: number): Program[] {
  const s = lot.section.scale;
  const widthOf = (program: Program): number =>
    pillWidth(writer, writer.say(`names.programs.${program}`), s, pillType(s)) + 5 * s;
  let left = room;
  return host.row.programs.filter((program) => {
    if (widthOf(program) > left) return false;
    left -= widthOf(program);
    return true;
  });
}

/**
 * The programs of a host OS as blocks on its floor, from the right: the hypervisor above is one of them. What
 * strangers reach the host by wants attention where it can be removed, and is red when somebody is in.
 */
function programBlocks(
  sketch: Sketch,
  site: Site,
  y: number,
  from: number,
  to: number,
): { readonly pieces: readonly Piece[]; readonly end: number } {
  const { theme, writer, look } = sketch;
  const { row } = site.host;
  const s = site.lot.section.scale;
  const tainted = isTainted(sketch, site);
  const asked = asks(sketch.facts.view, 'used-host');
  const pieces: Piece[] = [];
  let end = to;
  for (const program of fitting(sketch, site, to - from).reverse()) {
    const text = writer.say(`names.programs.${program}`);
    const reached = isEveryday(program);
    const ink = !reached ? theme.osSoft : tainted ? theme.harm : asked ? theme.warn : theme.osInk;
    const block = pill(
      writer,
      text,
      s,
      {
        ink,
        fill: reached && tainted ? theme.harmGround : theme.building,
        line: reached && (tainted || asked) ? ink : mix(theme.os, theme.osSoft, 0.5),
        round: false,
      },
      {
        id: `host/${row.id}/platform/os/${program}`,
        x: end,
        y,
        align: 'right',
        lit: look.lights.platform,
      },
    );
    pieces.push(...block.pieces);
    end = block.box.x - 5 * s;
  }
  return { pieces, end };
}

/** The privileged domain of a bare-metal host: drivers and tools that hold every guest in their hands. */
export function dom0Block(
  { theme, writer, look }: Sketch,
  site: Site,
  y: number,
  from: number,
  to: number,
): readonly Piece[] {
  const s = site.lot.section.scale;
  const text = [writer.say('ui.map.dom0Long'), writer.say('ui.map.dom0')].find(
    (one) => pillWidth(writer, one, s, pillType(s)) <= to - from,
  );
  if (text === undefined) return [];
  return pill(
    writer,
    text,
    s,
    { ink: theme.platformInk, fill: theme.building, line: theme.platformSoft, round: false },
    {
      id: `host/${site.host.row.id}/platform/dom0`,
      x: from,
      y,
      lit: look.lights.platform,
    },
  ).pieces;
}

/** The floor under a hosted hypervisor: its name and build at one side, its programs at the other. */
export function osWriting(sketch: Sketch, site: Site, box: Rect): Piece[] {
  const { theme, writer } = sketch;
  const { say, setter } = writer;
  const { row } = site.host;
  const s = site.lot.section.scale;
  const y = box.y + box.h / 2;
  const bold = typeOf(12 * s, 600);
  const plain = typeOf(11.5 * s, 500);
  const id = `host/${row.id}/platform/os`;
  const start = box.x + 11 * s;
  const plainName = say('ui.map.hostOs');
  const least = start + setter.width(plainName, bold) + 10 * s;
  const programs = programBlocks(sketch, site, y, least, right(box) - 8 * s);
  const names = told(row)
    ? [say('ui.map.hostOsBuild', { build: row.osBuild }), plainName]
    : [plainName];
  const name =
    names.find((text) => start + setter.width(text, bold) + 8 * s <= programs.end) ?? plainName;
  const pieces = [
    ...programs.pieces,
    label(writer, name, { type: bold, colour: theme.osInk }, { id: `${id}/name`, x: start, y }),
  ];
  if (row.programs.length > 0) return pieces;
  const room = box.w - 22 * s - setter.width(name, bold) - 14 * s;
  const more = [say('ui.map.hostOsMore'), say('ui.map.hostOsShort')].find(
    (text) => setter.width(text, plain) <= room,
  );
  if (more !== undefined) {
    const at = { id: `${id}/more`, x: right(box) - 11 * s, y, align: 'right' as const };
    pieces.push(label(writer, more, { type: plain, colour: theme.osSoft }, at));
  }
  return pieces;
}
