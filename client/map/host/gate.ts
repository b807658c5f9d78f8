import { check, cross } from '../drawing/glyphs.ts';
import { label } from '../drawing/labels.ts';
import { line, panel } from '../drawing/paint.ts';
import { type MapTheme, mix } from '../drawing/palette.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { type Rect, rect, right } from '../drawing/rect.ts';
import { badge, bar, dashes, plate } from '../drawing/shapes.ts';
import { type Type, typeOf } from '../drawing/text.ts';
import { told } from '../facts.ts';
import type { Site, Sketch } from '../sketch.ts';
import { dmaGate, type GateState, interruptGate, passesDevices } from './basement.ts';

/** Of the small bar for interrupts, and between it and the gate. CSS pixels at scale 1. */
const SMALL = 2;
const JOINT = 1;
/** A lower gate has no room for words: it is a line, whole or dashed. */
const LEAST_WORDY = 12;
/** Behind words, over everything that passes the gate. */
const BEHIND_WORDS = DEPTH.label - 0.5;

/** Where the gate of a building stands; `null` where it is not drawn, or nothing is told of the host. */
export function gateBox({ lot, host }: Site): Rect | null {
  const { gate } = lot.section;
  if (gate === null || !told(host.row)) return null;
  return rect(lot.box.x + gate.x, lot.box.y + gate.y, gate.w, gate.h);
}

/**
 * The IOMMU: what stands between the devices of a host and its memory. Whole while it remaps, with its
 * leaves open while it does not, an outline where the chipset has none; under it, likewise, a small bar
 * for the interrupts of devices.
 */
export function gate(sketch: Sketch, site: Site): Piece[] {
  const box = gateBox(site);
  if (box === null) return [];
  const s = site.lot.section.scale;
  const id = `host/${site.host.row.id}/gate`;
  const wordy = box.h >= LEAST_WORDY;
  const small = wordy ? Math.max(SMALL, Math.round(SMALL * s)) : 0;
  const joint = wordy ? Math.max(1, Math.round(JOINT * s)) : 0;
  const main = rect(box.x, box.y, box.w, box.h - small - joint);
  const lit = Math.max(0.8, sketch.look.lights.frame);
  const pieces: Piece[] = [leaves(sketch, site, main, id, lit)];
  if (!wordy) return pieces;
  const below = rect(box.x, main.y + main.h + joint, box.w, small);
  const state = interruptGate(site.host);
  const placed = { id: `${id}/interrupts/${state}`, depth: DEPTH.rail, lit };
  const colour = inkOf(sketch.theme, site, state);
  if (state === 'closed') pieces.push(bar(below, colour, placed));
  else if (state === 'open') pieces.push(...dashes(below, colour, [5, 4], placed));
  return [...pieces, ...words(sketch, site, main)];
}

/** Open it matters where a guest has a device of its own; else it is a plain fact. */
function inkOf(theme: MapTheme, { host }: Site, state: GateState): string {
  if (state === 'closed') return theme.good;
  return passesDevices(host) ? theme.warn : theme.faint;
}

function leaves({ theme }: Sketch, site: Site, box: Rect, id: string, lit: number): Piece {
  const state = dmaGate(site.host);
  const colour = inkOf(theme, site, state);
  const { w, h } = box;
  const s = site.lot.section.scale;
  const post = Math.max(3, Math.round(4 * s));
  return {
    id: `${id}/dma/${state}`,
    stamp: {
      key: `gate|${state}|${w}|${h}|${colour}`,
      size: { w, h },
      paint: (brush) => {
        const whole = rect(0, 0, w, h);
        const radius = Math.min(4 * s, h / 2);
        if (state === 'closed') {
          const fill = mix(theme.building, theme.good, 0.2);
          panel(brush, whole, radius, fill, { colour, width: 1.5 });
          return;
        }
        panel(brush, whole, radius, null, { colour, width: 1, dash: [4, 4] });
        if (state === 'absent') return;
        // Two posts, and the leaves that hang at them swung away.
        brush.lineCap = 'round';
        for (const [x, way] of [
          [0, 1],
          [w, -1],
        ] as const) {
          panel(brush, rect(x === 0 ? 0 : w - post, 0, post, h), post / 3, colour);
          line(brush, [x + way * post, 1], [x + way * (post + h * 0.7), h - 1], {
            colour,
            width: 1.5,
          });
        }
      },
    },
    box,
    depth: state === 'closed' ? DEPTH.frame : DEPTH.rail,
    lit,
    comes: 'fade',
    goes: 'fade',
  };
}

interface Said {
  readonly text: string;
  readonly state: GateState;
  readonly name: string;
}

/** From all that can be said of both to the name of one. */
function forms(sketch: Sketch, site: Site): readonly (readonly Said[])[] {
  const { say } = sketch.writer;
  const [dma, interrupts] = [dmaGate(site.host), interruptGate(site.host)];
  const of = (name: string, kind: string, state: GateState): Said => ({
    name,
    state,
    text: say(`ui.map.gate.${kind}.${state}`),
  });
  const usual = of('dma', 'dma', dma);
  const full = of('interrupts', 'interrupts', interrupts);
  return [
    [of('dma', 'dmaLong', dma), full],
    [usual, full],
    [usual, of('interrupts', 'interruptsShort', interrupts)],
    [usual],
  ];
}

/** What it is and how it is set at one end, the interrupts at the other; each with a sign. */
function words(sketch: Sketch, site: Site, box: Rect): Piece[] {
  const { theme, writer } = sketch;
  const s = site.lot.section.scale;
  const type: Type = typeOf(11.5 * s, 600);
  const side = Math.round(Math.min(box.h - 2, 13 * s));
  const open = dmaGate(site.host) === 'open' ? box.h : 0;
  const inset = Math.round(6 * s + open);
  const gap = Math.round(4 * s);
  const widthOf = ({ text }: Said): number => side + gap + writer.setter.width(text, type);
  const room = box.w - inset * 2;
  const fits = (saying: readonly Said[]): boolean =>
    saying.reduce((sum, one) => sum + widthOf(one) + 10 * s, -10 * s) <= room;
  const saying = forms(sketch, site).find(fits) ?? [];
  return saying.flatMap((one, i) => {
    const w = Math.ceil(widthOf(one));
    const x = Math.round(i === 0 ? box.x + inset : right(box) - inset - w);
    const colour = inkOf(theme, site, one.state);
    const id = `host/${site.host.row.id}/gate/${one.name}`;
    const y = box.y + box.h / 2;
    const sign = rect(x, Math.round(y - side / 2), side, side);
    const closed = one.state === 'closed';
    const ground = rect(x - 3, box.y + 2, w + 6, box.h - 4);
    const shut = dmaGate(site.host) === 'closed';
    return [
      // What passes an open gate passes behind its words.
      ...(shut
        ? []
        : plate(
            ground,
            { radius: 3, fill: theme.building },
            { id: `${id}/ground`, depth: BEHIND_WORDS, lit: 1 },
          )),
      badge(
        sign,
        {
          glyph: closed ? check : cross,
          name: closed ? 'check' : 'cross',
          ink: colour,
          radius: Math.round(side * 0.25),
          fill: theme.building,
          line: colour,
        },
        { id: `${id}/sign`, depth: DEPTH.label, lit: 1 },
      ),
      label(
        writer,
        one.text,
        { type, colour: shut ? theme.ink : closed ? theme.soft : colour },
        { id: `${id}/text`, x: x + side + gap, y },
      ),
    ];
  });
}
