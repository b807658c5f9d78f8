import { eye } from '../drawing/glyphs.ts';
import { label } from '../drawing/labels.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { rect, right } from '../drawing/rect.ts';
import { badge, bar, dashes, plate } from '../drawing/shapes.ts';
import { typeOf } from '../drawing/text.ts';
import { drifts, isDropping, isUnbound, told } from '../facts.ts';
import { passesDevices } from '../host/basement.ts';
import { placed } from '../host/platform.ts';
import type { Site, Sketch } from '../sketch.ts';

export const railWidth = (scale: number): number => Math.max(2, Math.round(3 * Math.sqrt(scale)));

/** Of a rail that lets nothing through, and of one whose rules are not what is meant. */
const DROPPING = [2, 4] as const;
const DRIFTING = [7, 4] as const;

/** The virtual switch: the floor it is on, its rail, its sensor, and what it enforces. */
export function rail(sketch: Sketch, site: Site): Piece[] {
  const { theme, look, facts } = sketch;
  const { lot, host } = site;
  const { box, section, laneX } = lot;
  const s = section.scale;
  const width = railWidth(s);
  const x = box.x + section.pad;
  const y = Math.round(box.y + section.railY - width / 2);
  const id = `host/${host.row.id}/rail`;
  const placedRail = { id, depth: DEPTH.rail, lit: look.lights.rail };
  const line = rect(x, y, laneX - x, width);
  const dropping = isDropping(host, facts);
  const amber = dropping || drifts(host, facts);
  return [
    ...floor(sketch, site),
    ...(amber
      ? dashes(line, theme.warn, dropping ? DROPPING : DRIFTING, {
          ...placedRail,
          lit: Math.max(0.8, look.lights.rail),
        })
      : [bar(line, theme.rail, placedRail)]),
    ...sensor(sketch, site),
    ...words(sketch, site, amber),
  ];
}

/** Whether a sensor looks into that switch. */
const isWatched = ({ host }: Site): boolean => (host.gate?.watch ?? 'none') !== 'none';

const floorOf = ({ theme }: Pick<Sketch, 'theme'>, site: Site): string =>
  isWatched(site) ? theme.watched : theme.unwatched;

/** In the network layer: lit where a sensor looks in, dark where nobody sees what passes. */
function floor({ theme, look }: Sketch, site: Site): Piece[] {
  if (!look.zones || !told(site.host.row)) return [];
  const watched = isWatched(site);
  const box = placed(site, site.lot.section.room);
  const at = { id: `host/${site.host.row.id}/room`, depth: DEPTH.room, lit: 1 };
  const radius = Math.min(5 * site.lot.section.scale, box.h / 2);
  return plate(
    box,
    {
      radius,
      fill: floorOf({ theme }, site),
      line: watched ? theme.watchedLine : theme.line,
    },
    at,
  );
}

const eyeSide = ({ lot: { section } }: Site): number =>
  Math.round((section.density === 'overview' ? 11 : 17) * Math.sqrt(section.scale));

/** Sensor S2: an eye on the rail. */
function sensor({ theme, look }: Sketch, { host, lot }: Site): Piece[] {
  const watch = host.gate?.watch ?? 'none';
  if (watch === 'none') return [];
  const { section, box } = lot;
  const side = eyeSide({ host, lot });
  const x = Math.round(right(box) - section.pad - side);
  const y = Math.round(box.y + section.railY - side / 2);
  const stands = watch === 'ips';
  return [
    badge(
      rect(x, y, side, side),
      {
        glyph: eye,
        name: 'eye',
        ink: stands ? theme.ground : theme.accent,
        radius: side / 2,
        fill: stands ? theme.accent : theme.pill,
        line: theme.accent,
        width: 1.5,
      },
      { id: `host/${host.row.id}/eye`, depth: DEPTH.mark, lit: Math.max(0.8, look.lights.rail) },
    ),
  ];
}

/** Which policy it enforces, and in the network layer what of it a sensor sees. */
function words(sketch: Sketch, site: Site, amber: boolean): Piece[] {
  const { theme, look, writer } = sketch;
  const { lot, host } = site;
  const { section, box } = lot;
  if (!section.railText) return [];
  const s = section.scale;
  const type = typeOf(11.5 * s, amber ? 550 : 450);
  const x = box.x + section.pad;
  const y = box.y + section.railText.y + section.railText.h / 2;
  const id = `host/${host.row.id}/rail`;
  const inner = section.size.w - section.pad * 2;
  const text = writer.setter.choose(stateWords(sketch, site), type, inner);
  const pieces = [
    label(
      writer,
      text,
      { type, colour: amber ? theme.warn : theme.faint },
      { id: `${id}/text`, x, y },
    ),
  ];
  if (passesDevices(host) && section.gate !== null) {
    // The shafts of devices go down behind what is written here.
    const w = writer.setter.width(text, type) + 6;
    const ground = rect(x - 3, Math.round(y - 8 * s), Math.ceil(w), Math.round(16 * s));
    const fill = !look.zones || !told(host.row) ? theme.building : floorOf(sketch, site);
    pieces.push(...plate(ground, { radius: 3, fill }, { id: `${id}/ground`, depth: 9.5, lit: 1 }));
  }
  if (!look.zones || !told(host.row)) return pieces;
  const watch = host.gate?.watch ?? 'none';
  // The eye hangs a little below its rail.
  const taken = watch === 'none' ? 0 : eyeSide(site) + 5 * s;
  const room = inner - taken - writer.setter.width(text, type) - 14 * s;
  const quiet = typeOf(11.5 * s, 500);
  const sight = [
    writer.say(`ui.map.sight.${watch}`),
    writer.say(`ui.map.sightShort.${watch}`),
  ].find((one) => writer.setter.width(one, quiet) <= room);
  if (sight === undefined) return pieces;
  const style = { type: quiet, colour: watch === 'none' ? theme.faint : theme.accent };
  const at = { id: `${id}/sight`, x: right(box) - section.pad - taken, y, align: 'right' as const };
  return [...pieces, label(writer, sight, style, at)];
}

/** From all that can be said of a switch to its name. */
function stateWords({ facts, writer: { say } }: Sketch, { host }: Site): string[] {
  const name = say('ui.map.virtualSwitch');
  if (!host.gate || facts.policy === 0) return [name];
  const { version } = host.gate;
  if (host.row.platform === 'native') {
    return [say('ui.map.ownFirewall', { version }), say('ui.map.ownFirewallShort')];
  }
  const { policy } = facts;
  if (host.gate.overloaded) return [say('ui.map.overloaded'), say('ui.map.overloadedShort')];
  if (isDropping(host, facts)) return [say('ui.map.dropping'), say('ui.map.droppingShort')];
  if (version < policy) {
    return [
      say('ui.map.stale', { version, policy }),
      say('ui.map.staleShort', { version, policy }),
    ];
  }
  const unbound = host.vms.filter((vm) => isUnbound(host, vm, facts)).length;
  if (unbound > 0) {
    return [
      say('ui.map.unbound', { count: unbound }),
      say('ui.map.unboundShort', { count: unbound }),
    ];
  }
  return [say('ui.map.enforces', { version }), name];
}
