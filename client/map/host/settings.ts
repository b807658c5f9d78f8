import { asks } from '../../../shared/commands/badges.ts';
import { wayOutOf } from '../../../shared/mechanics/processor/way-out.ts';
import type { HostRow } from '../../../shared/view/machine-rows.ts';
import { label, type Writer } from '../drawing/labels.ts';
import { mix } from '../drawing/palette.ts';
import type { Piece } from '../drawing/piece.ts';
import { pill, pillType, pillWidth } from '../drawing/pills.ts';
import type { Rect } from '../drawing/rect.ts';
import { typeOf } from '../drawing/text.ts';
import { type Facts, told } from '../facts.ts';
import type { Site, Sketch } from '../sketch.ts';
import { dom0Block } from './host-os.ts';

/** How a platform is coloured. */
export interface PlatformLook {
  readonly fill: string;
  readonly ink: string;
  readonly soft: string;
}

type Span = readonly [number, number];

/** In which mode it runs, and when it zeroes memory. */
export function settings(
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
export function sharedSettings(
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
