import { describe, expect, test } from 'vitest';
import type { Rect } from '../../../client/map/drawing/rect.ts';
import { columnBox } from '../../../client/map/guest/columns.ts';
import { hit } from '../../../client/map/hit.ts';
import { planMap } from '../../../client/map/layout.ts';
import { blockBox } from '../../../client/map/memory/blocks.ts';
import { cellBox } from '../../../client/map/memory/frames.ts';
import { some } from '../../support/some.ts';
import { factsOf } from './fixture.ts';

const facts = factsOf({ vms: [5, 0, 8] });
const plan = planMap(facts, { w: 856, h: 712 }, 1, { top: 0, right: 0, bottom: 0, left: 0 });
const middle = ({ x, y, w, h }: Rect): [number, number] => [x + w / 2, y + h / 2];

describe('a point of the map', () => {
  test('in the middle of anything is that thing', () => {
    some(facts.hosts).forEach((host, i) => {
      const lot = plan.lots[i]!;
      const site = { host, lot };
      host.vms.forEach((vm, nth) => {
        expect(hit(facts, plan, ...middle(columnBox(site, nth)!))).toBe(`vms/${vm.id}`);
      });
      some(host.frames).forEach((frame, nth) => {
        expect(hit(facts, plan, ...middle(cellBox(site, nth)!))).toBe(`frames/${frame.id}`);
      });
      expect(hit(facts, plan, lot.box.x + 3, lot.box.y + 3)).toBe(`hosts/${host.row.id}`);
    });
  });

  test('in a slot nobody lives in is the host', () => {
    const [, host] = facts.hosts;
    const lot = plan.lots[1]!;
    const at = middle(columnBox({ host: host!, lot }, 2)!);
    expect(hit(facts, plan, ...at)).toBe('hosts/2');
  });

  test('in a block of a volume is the VM whose volume it is', () => {
    const site = { host: facts.hosts[0]!, lot: plan.lots[0]! };
    some(site.host.blocks).forEach((block, nth) => {
      const there = block.owner === 0 ? 'hosts/1' : `vms/${block.owner}`;
      expect(hit(facts, plan, ...middle(blockBox(site, nth)!))).toBe(there);
    });
  });

  test('on the rail of a switch is its host', () => {
    const lot = plan.lots[0]!;
    const x = lot.box.x + lot.section.pad + 1;
    expect(hit(facts, plan, x, lot.box.y + lot.section.railY)).toBe('hosts/1');
  });

  test('between two frames is one of them', () => {
    const site = { host: facts.hosts[0]!, lot: plan.lots[0]! };
    const cell = cellBox(site, 0)!;
    expect(hit(facts, plan, cell.x + cell.w + 1, cell.y + 4)).toMatch(/^frames\/[12]$/);
  });

  test('on the street is nothing', () => {
    expect(hit(facts, plan, 2, plan.streets[0]!.y)).toBeNull();
  });
});
