import type { KnownVmRow } from '../../../shared/view/red/red-rows.ts';
import { INTERNET, isInside } from '../../state/red/red.ts';

/** Sizes of the board's drawing, in CSS pixels. */
export const COLUMN = { width: 80, height: 98 } as const;
const GAP = 6;
const GROUP_GAP = 18;
const LEFT = 30;
const RIGHT = 22;
/** From the top of a row to its street, and from the street to the columns. */
const STREET = 14;
const DROP = 20;
const SHARED_HOST_HEIGHT = 24;
const LANE = 26;
const ROW = STREET + DROP + COLUMN.height + SHARED_HOST_HEIGHT + LANE;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Column {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** What VMs stand on that are known to share a host: one platform under all of them. */
export interface SharedHost extends Box {
  readonly knownVms: readonly number[];
}

/** The street of one row: what the internet reaches hangs from it. */
interface Street {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

export interface Way {
  readonly key: string;
  readonly known: boolean;
  /** From the internet, or from a VM. */
  readonly kind: 'stem' | 'wire';
  /** A path of SVG. */
  readonly path: string;
  /** Where it arrives. */
  readonly end: { readonly x: number; readonly y: number };
}

export interface Board {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly Column[];
  readonly sharedHosts: readonly SharedHost[];
  readonly streets: readonly Street[];
}

/**
 * VMs that are known to stand on one host, each group in the order of discovery, and the groups by
 * the first that was discovered: what is learned moves one column, not the whole board.
 */
export function groupsOf(knownVms: readonly KnownVmRow[]): readonly (readonly number[])[] {
  const leader = new Map(knownVms.map(({ id }) => [id, id]));
  const find = (id: number): number => {
    const over = leader.get(id) ?? id;
    return over === id ? id : find(over);
  };
  for (const { id, ways } of knownVms) {
    for (const { from, sameHost } of ways) {
      if (from === INTERNET || sameHost !== true || !leader.has(from)) continue;
      const [low, high] = [find(id), find(from)].sort((a, b) => a - b);
      if (low !== undefined && high !== undefined) leader.set(high, low);
    }
  }
  const groups = new Map<number, number[]>();
  for (const { id } of knownVms) {
    const head = find(id);
    groups.set(head, [...(groups.get(head) ?? []), id]);
  }
  return [...groups.values()];
}

const widthOf = (columns: number): number => columns * COLUMN.width + (columns - 1) * GAP;

/** How much larger than its sizes a board is drawn when there is room for it. */
const SCALES = [1.8, 1.5, 1.25, 1] as const;

/** The largest drawing that a place of that size holds; at scale 1 it may be higher than the place. */
export function fitBoard(
  knownVms: readonly KnownVmRow[],
  width: number,
  height: number,
): Board & { readonly scale: number } {
  for (const scale of SCALES) {
    const board = layoutBoard(knownVms, Math.floor(width / scale));
    if (board.height * scale <= height || scale === 1) return { ...board, scale };
  }
  return { ...layoutBoard(knownVms, width), scale: 1 };
}

/** Where everything stands on a board so many pixels wide, each group in the first row with room. */
export function layoutBoard(knownVms: readonly KnownVmRow[], width: number): Board {
  const room = Math.max(COLUMN.width, width - LEFT - RIGHT);
  const most = Math.max(1, Math.floor((room + GAP) / (COLUMN.width + GAP)));
  const columns: Column[] = [];
  const sharedHosts: SharedHost[] = [];
  const streets: Street[] = [];
  /** Where the next group of a row would begin. */
  const taken: number[] = [];
  for (const group of groupsOf(knownVms)) {
    // A host with more VMs than fit into a row goes on in another.
    for (let start = 0; start < group.length; start += most) {
      const part = group.slice(start, start + most);
      const wide = widthOf(part.length);
      const found = taken.findIndex((x) => x + wide <= LEFT + room);
      const row = found < 0 ? taken.length : found;
      const x = taken[row] ?? LEFT;
      const y = row * ROW + STREET + DROP;
      part.forEach((id, i) => {
        columns.push({ id, x: x + i * (COLUMN.width + GAP), y });
      });
      sharedHosts.push({
        knownVms: part,
        x,
        y: y + COLUMN.height,
        width: wide,
        height: SHARED_HOST_HEIGHT,
      });
      const to = x + wide - COLUMN.width / 2;
      streets[row] = { y: row * ROW + STREET, from: LEFT - 18, to };
      taken[row] = x + wide + GROUP_GAP;
    }
  }
  return { width, height: taken.length * ROW, columns, sharedHosts, streets };
}

/**
 * Ways worth drawing. From the internet to everything; from where they are inside, what is known to
 * get there. While one VM is chosen only its own ways are drawn, and the unknown ones dotted. What is
 * known not to get there is no line.
 */
export function waysShown(
  board: Board,
  knownVms: readonly KnownVmRow[],
  chosen: number,
): readonly Way[] {
  const inside = knownVms.filter(isInside).map(({ id }) => id);
  const at = new Map(board.columns.map((column) => [column.id, column]));
  const ways: Way[] = [];
  for (const { id, ways: known } of knownVms) {
    const to = at.get(id);
    if (to === undefined) continue;
    const reachFrom = (from: number): boolean | null =>
      known.find((way) => way.from === from)?.reach ?? null;
    const out = reachFrom(INTERNET);
    if (out !== false) {
      ways.push({ key: `${INTERNET}-${id}`, known: out === true, kind: 'stem', ...stem(to) });
    }
    for (const from of inside) {
      const source = at.get(from);
      const reach = reachFrom(from);
      if (source === undefined || from === id || reach === false) continue;
      const drawn = chosen === 0 ? reach === true : chosen === from || chosen === id;
      if (!drawn) continue;
      const key = `${from}-${id}`;
      ways.push({ key, known: reach === true, kind: 'wire', ...wire(board, source, to) });
    }
  }
  return ways;
}

/** From the street down to the top of a column. */
function stem({ x, y }: Column): Pick<Way, 'path' | 'end'> {
  const middle = x + COLUMN.width / 2;
  return { path: `M${middle} ${y - DROP}V${y}`, end: { x: middle, y: y - DROP } };
}

/** Through the switch below the columns, and past the last column to another row. */
function wire(board: Board, from: Column, to: Column): Pick<Way, 'path' | 'end'> {
  const bottom = COLUMN.height + SHARED_HOST_HEIGHT;
  const lane = (column: Column): number => column.y + bottom + LANE / 2 + (from.id % 3) * 3 - 3;
  const start = from.x + COLUMN.width / 2 + 8;
  const end = to.x + COLUMN.width / 2 - 8;
  const built = Math.max(...board.sharedHosts.map((sharedHost) => sharedHost.x + sharedHost.width));
  const edge = built + RIGHT / 2 + (from.id % 3) * 3 - 3;
  const across = from.y === to.y ? '' : `H${edge}V${lane(to)}`;
  return {
    path: `M${start} ${from.y + bottom}V${lane(from)}${across}H${end}V${to.y + bottom + 3}`,
    end: { x: end, y: to.y + bottom + 3 },
  };
}
