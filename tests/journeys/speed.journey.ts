import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Layer } from '../../client/map/layers/registry.ts';
import { askBuilt } from './support/built.ts';
import { bundle } from './support/bundle.ts';
import { holdings, lookAround } from './support/held.ts';
import { journey } from './support/journey.ts';
import type * as TownMap from './support/map-entry.ts';
import { closeBriefing } from './support/play.ts';

declare global {
  // The bundle below puts the map here.
  var townMap: typeof TownMap;
}

const LAYERS: readonly Layer[] = ['network', 'memory', 'compute', 'traps', 'trust'];

/** What the issue asks for on a machine that is four times slower than this one. */
const THROTTLE = 4;
const A_PICTURE_MS = 33;
const A_SELECTION_MS = 100;

/** Of a second each, in which sixty VMs do all that they do again in the next. */
const SAMPLES = 8;
const SAMPLE_MS = 1000;

/**
 * What a page has cost so far, in milliseconds of its main thread's own time: a machine on which others
 * are at work makes a page wait, and does not make this more.
 */
async function costOf(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

const drawn = (page: Page): Promise<number> => page.evaluate(() => globalThis.townMap.redraws());

journey(
  'sixty VMs: in every layer a picture costs a fourth of 33 ms, and selecting a fourth of 100',
  async ({ browser }) => {
    const page = await browser.newPage({ viewport: { width: 820, height: 600 } });
    await page.addScriptTag({ content: await bundle('map-entry.ts', 'townMap') });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });

    for (const layer of LAYERS) {
      await page.evaluate((name) => globalThis.townMap.go(name), layer);
      await page.waitForTimeout(1500);
      const costs: number[] = [];
      for (let sample = 0; sample < SAMPLES; sample += 1) {
        const [cost, pictures] = [await costOf(cdp), await drawn(page)];
        await page.waitForTimeout(SAMPLE_MS);
        const more = (await drawn(page)) - pictures;
        if (more > 0) costs.push(((await costOf(cdp)) - cost) / more);
      }
      costs.sort((a, b) => a - b);
      const p95 = costs[Math.floor(costs.length * 0.95)] ?? Number.NaN;
      expect(costs.length, layer).toBe(SAMPLES);
      expect(p95, `${layer}: ${costs.map((ms) => ms.toFixed(1)).join(' ')}`).toBeLessThanOrEqual(
        A_PICTURE_MS / THROTTLE,
      );
    }

    await page.evaluate(() => globalThis.townMap.stop());
    await page.waitForTimeout(800);
    for (const vm of [1, 17, 33, 60]) {
      const before = await costOf(cdp);
      await page.evaluate((id) => {
        globalThis.townMap.select(id);
        return new Promise((seen) => {
          requestAnimationFrame(() => requestAnimationFrame(seen));
        });
      }, vm);
      expect((await costOf(cdp)) - before, `vm${vm}`).toBeLessThanOrEqual(
        A_SELECTION_MS / THROTTLE,
      );
    }
    await page.close();
  },
);

/** A leak of one for each tick, alert or selection would be hundreds in that time. */
const FEW = 40;

journey(
  'while a match goes on a page keeps no nodes and no listeners of what it no longer shows',
  async ({ open }) => {
    const page = await open({ path: '/solo/three-tenants' });
    await closeBriefing(page);
    await page.locator('.map canvas').waitFor();
    await page.locator('.speed').selectOption('4');
    const held = await holdings(page);
    for (let i = 0; i < 6; i += 1) await lookAround(page, i);
    const before = await held();
    for (let i = 0; i < 40; i += 1) await lookAround(page, i);
    const after = await held();
    expect(after.stray - before.stray, JSON.stringify([before, after])).toBeLessThanOrEqual(FEW);
    expect(after.spare - before.spare, JSON.stringify([before, after])).toBeLessThanOrEqual(FEW);
  },
);

test('X8 in the largest world what could fall is known in under 5 ms, for a VM under the cursor', async () => {
  const measured = z.strictObject({ vms: z.literal(64), quietest: z.number().positive() });
  const { quietest } = await askBuilt('blast-time.ts', measured);
  expect(quietest).toBeLessThan(5);
});

test('X8 in the largest world the mind that plans furthest decides in under a millisecond', async () => {
  const measured = z.strictObject({ decisions: z.int().min(100), quietest: z.number().positive() });
  const { quietest } = await askBuilt('decision-time.ts', measured);
  expect(quietest).toBeLessThan(1);
});
