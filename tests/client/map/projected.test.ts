import { describe, expect, test } from 'vitest';
import { compose } from '../../../client/map/compose.ts';
import { readFacts } from '../../../client/map/facts.ts';
import { LAYERS, type Layer } from '../../../client/map/layers/registry.ts';
import { planMap } from '../../../client/map/layout.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { createMatch, stepMatch } from '../../../shared/match/match.ts';
import { projectProjector } from '../../../shared/view/projector.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { blueOf } from '../../shared/support/views.ts';
import { sketchOf } from './fixture.ts';

const AREA = { w: 856, h: 712 };
const INSET = { top: 0, right: 0, bottom: 0, left: 0 };

function viewOf(name: string): BlueView {
  const match = createMatch(scenarios[name]!, 1);
  while (match.world.tick < 900) stepMatch(match, []);
  return blueOf(match);
}

function draw(view: BlueView, layer: Layer) {
  const facts = readFacts(view);
  const { pieces, tally } = compose(
    sketchOf(facts, {}, layer),
    planMap(facts, AREA, 1, INSET),
    null,
  );
  return { ids: pieces.map(({ id }) => id), tally };
}

describe('the projected view on the map', () => {
  test.each(Object.keys(scenarios))(
    'X4 %s is drawn in every layer, without its secrets',
    (name) => {
      const blue = viewOf(name);
      const shown = projectProjector(blue);
      for (const layer of Object.keys(LAYERS) as Layer[]) {
        const own = draw(blue, layer);
        const projected = draw(shown, layer);
        expect(projected.tally).toMatchObject({
          drawnHosts: own.tally.drawnHosts,
          drawnVms: own.tally.drawnVms,
          drawnFrames: own.tally.drawnFrames,
          drawnBlocks: own.tally.drawnBlocks,
          residueFrames: 0,
          residueBlocks: 0,
          loosePorts: 0,
        });
        expect(projected.ids.length).toBeGreaterThan(50);
      }
    },
  );
});
