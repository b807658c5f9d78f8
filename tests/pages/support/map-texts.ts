import { compose } from '../../../client/map/compose.ts';
import type { Brush } from '../../../client/map/drawing/piece.ts';
import { readFacts } from '../../../client/map/facts.ts';
import { LAYERS, type Layer } from '../../../client/map/layers/registry.ts';
import { planMap } from '../../../client/map/layout.ts';
import { mapCalls } from '../../../client/panels/talk/map-calls.ts';
import { blastOf } from '../../../shared/view/blast/blast.ts';
import { rowsOf } from '../../../shared/view/reading.ts';
import { measure, setter, sketchOf } from '../../client/map/fixture.ts';
import type { Page } from './page.ts';
import type { Said } from './texts.ts';

const AREA = { w: 856, h: 712 };
const UNCOVERED = { top: 0, right: 0, bottom: 0, left: 0 };
/** As it is fitted, where the short words are written, and near, where there is room for the long ones. */
const ZOOMS = [1, 3];

const nothing = (): void => {};

/** Node has no canvas, and so no paths of one. */
class NoPath {}
Object.assign(globalThis, { Path2D: globalThis.Path2D ?? NoPath });

/** A brush that paints nothing and notes what is written with it. */
function noting(texts: string[]): Brush {
  const brush: Record<string | symbol, unknown> = {
    fillText: (text: string) => texts.push(text),
    measureText: (text: string) => ({ width: measure(text, String(brush.font)) }),
  };
  return new Proxy(brush as unknown as Brush, {
    get: (kept, name) => Reflect.get(kept, name) ?? nothing,
  });
}

/** Every layer, from afar and from near. */
const LOOKS = ZOOMS.flatMap((zoom) =>
  (Object.keys(LAYERS) as Layer[]).map((layer) => ({ layer, zoom })),
);

/**
 * Everything that the map writes of what a defender sees now.
 * @param turn which of its layers is read, and from how near: one after the other, as each costs
 */
export function mapTextsOf({ app }: Page, turn: number): Said[] {
  const game = app.sessions.game.peek();
  const view = game?.view.peek() ?? null;
  const look = LOOKS[turn % LOOKS.length];
  if (game === null || view === null || look === undefined) return [];
  const { layer, zoom } = look;
  const { say } = app.words;
  const facts = readFacts(view);
  const [vm] = rowsOf(view, 'vms');
  const changes = {
    writer: { say, setter, family: 'sans-serif' },
    selection: game.selection.peek(),
    offered: game.offered.peek(),
    calls: mapCalls(say, game),
    clock: view.tick,
    blast: layer === 'trust' && vm ? blastOf(view, { kind: 'vm', id: vm.id }) : null,
  };
  const texts: string[] = [];
  const brush = noting(texts);
  const plan = planMap(facts, AREA, zoom, UNCOVERED);
  const { pieces } = compose(sketchOf(facts, changes, layer), plan, null);
  // Equal things are painted once.
  const stamps = new Map(pieces.map(({ stamp }) => [stamp.key, stamp]));
  for (const { paint } of stamps.values()) paint(brush);
  return texts.map((text) => ({ text, where: `map, layer ${layer}, zoom ${zoom}` }));
}
