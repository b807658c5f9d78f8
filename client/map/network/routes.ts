import type { FlowRow } from '../../../shared/view/rows.ts';
import type { Home, Point } from '../drawing/piece.ts';
import { bottom } from '../drawing/rect.ts';
import { streetWay } from '../drawing/way.ts';
import { type Facts, isDropping } from '../facts.ts';
import { columnBox } from '../guest/columns.ts';
import type { Plan } from '../layout.ts';
import type { Site } from '../sketch.ts';

/** The way of a flow's packets on the drawing, and where it ends before its goal. */
export interface Route {
  readonly flow: FlowRow;
  readonly path: readonly Point[];
  readonly stop: Point | null;
  /** Zone of the source: the packets' colour; 0 is the internet. */
  readonly zone: number;
}

export function homeOf({ host, lot }: Site, plan: Plan): Home {
  const railY = lot.box.y + lot.section.railY;
  return {
    host: host.row.id,
    toStreet: [
      [lot.laneX, railY],
      [lot.laneX, lot.streetY],
    ],
    trunkX: plan.trunk && plan.trunk.x + plan.trunk.w / 2,
  };
}

interface End {
  readonly site: Site | null;
  readonly home: Home;
  /** From the guest down to the rail; the street's own end for the internet. */
  readonly drop: readonly Point[];
}

/** All flows whose ends are on the map. */
export function routesOf(facts: Facts, plan: Plan): Route[] {
  const ends = endsOf(facts, plan);
  const street = plan.streets[0];
  if (!street) return [];
  const outside: End = {
    site: null,
    home: {
      host: 0,
      toStreet: [[0, street.y]],
      trunkX: plan.trunk && plan.trunk.x + plan.trunk.w / 2,
    },
    drop: [],
  };
  const routes: Route[] = [];
  for (const flow of facts.view.tables.flows) {
    if (!flow) continue;
    const from = flow.from === 0 ? outside : ends.get(flow.from);
    const to = flow.to === 0 ? outside : ends.get(flow.to);
    if (!from || !to || from === to) continue;
    const way = wayBetween(from, to);
    const stop = stopOf(facts, flow, from, to);
    const at = stop ? way.findIndex(([x, y]) => x === stop[0] && y === stop[1]) : -1;
    routes.push({
      flow,
      path: at < 0 ? way : way.slice(0, at + 1),
      stop,
      zone: facts.vm(flow.from)?.zone ?? 0,
    });
  }
  return routes;
}

function endsOf(facts: Facts, plan: Plan): Map<number, End> {
  const ends = new Map<number, End>();
  facts.hosts.forEach((host, i) => {
    const lot = plan.lots[i];
    if (!lot) return;
    const site: Site = { host, lot };
    const home = homeOf(site, plan);
    host.vms.forEach((vm, nth) => {
      const box = columnBox(site, nth);
      if (!box) return;
      const x = Math.round(box.x + box.w / 2);
      const railY = lot.box.y + lot.section.railY;
      ends.set(vm.id, {
        site,
        home,
        drop: [
          [x, bottom(box)],
          [x, railY],
        ],
      });
    });
  });
  return ends;
}

/** Inside one host nothing ever reaches the street. */
function wayBetween(from: End, to: End): Point[] {
  const up = [...to.drop].reverse();
  if (from.home.host === to.home.host) return [...from.drop, ...up];
  return [...from.drop, ...streetWay(from.home, to.home), ...up];
}

/** Where packets that are not delivered end: at a switch, or at an IPS on the wire. */
function stopOf(facts: Facts, { state }: FlowRow, from: End, to: End): Point | null {
  if (state === 'delivered') return null;
  const gates = [from, to].filter(({ site }) => site !== null);
  const last = gates.at(-1)?.drop.at(-1) ?? null;
  if (state === 'dropped') {
    const dropping = gates.find(({ site }) => site && isDropping(site.host, facts));
    return dropping?.drop.at(-1) ?? last;
  }
  if (state === 'denied') return last;
  const ips = gates.find(({ site }) => site?.host.gate?.watch === 'ips');
  if (ips) return ips.drop.at(-1) ?? last;
  const wire = facts.view.tables.wires[1]?.watch === 'ips' && from.home.host !== to.home.host;
  const onWire = (from.site ? from : to).home.toStreet.at(-1);
  return wire && onWire ? onWire : last;
}
