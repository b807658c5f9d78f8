import type { HostRow, VmRow } from '../../../../shared/view/machine-rows.ts';
import { rowsOf, vmsOn } from '../../../../shared/view/reading.ts';
import type { BlueView } from '../../../../shared/view/view.ts';
import type { RowRef } from '../../../../shared/world/fact.ts';

/** A line of the tree, in the order in which it stands there. */
export type TreeLine =
  | {
      readonly kind: 'host';
      readonly ref: RowRef;
      readonly host: HostRow;
      readonly expanded: boolean;
      readonly place: number;
      readonly of: number;
    }
  | {
      readonly kind: 'vm';
      readonly ref: RowRef;
      readonly vm: VmRow;
      readonly parent: RowRef;
      readonly place: number;
      readonly of: number;
    };

/** What is searched for. */
export interface TreeSearch {
  /** A host that is meant is listed with all that is on it. */
  readonly host: (host: HostRow) => boolean;
  readonly vm: (vm: VmRow) => boolean;
}

/**
 * @param collapsed hosts whose VMs are hidden
 * @param search with one only what is meant is listed, and the hosts that it is on
 */
export function treeLines(
  view: BlueView,
  collapsed: ReadonlySet<RowRef>,
  search: TreeSearch | null,
): readonly TreeLine[] {
  const lines: TreeLine[] = [];
  const hosts = rowsOf(view, 'hosts')
    .map((host) => {
      const whole = search === null || search.host(host);
      const vms = vmsOn(view, host.id).filter((vm) => whole || search.vm(vm));
      return { host, vms, whole };
    })
    .filter(({ vms, whole }) => whole || vms.length > 0);
  hosts.forEach(({ host, vms }, i) => {
    const ref: RowRef = `hosts/${host.id}`;
    const expanded = search !== null || !collapsed.has(ref);
    lines.push({ kind: 'host', ref, host, expanded, place: i + 1, of: hosts.length });
    if (!expanded) return;
    vms.forEach((vm, j) => {
      lines.push({
        kind: 'vm',
        ref: `vms/${vm.id}`,
        vm,
        parent: ref,
        place: j + 1,
        of: vms.length,
      });
    });
  });
  return lines;
}

/** What a key does to the tree. */
export type TreeMove =
  | { readonly kind: 'select'; readonly ref: RowRef }
  | { readonly kind: 'collapse'; readonly ref: RowRef }
  | { readonly kind: 'expand'; readonly ref: RowRef }
  | { readonly kind: 'enter' };

/** The keys of the ARIA tree pattern, for one line of it. */
export function treeMove(lines: readonly TreeLine[], at: RowRef, key: string): TreeMove | null {
  const index = lines.findIndex((line) => line.ref === at);
  const line = lines[index];
  const to = (next: TreeLine | undefined): TreeMove | null =>
    next === undefined ? null : { kind: 'select', ref: next.ref };
  if (line === undefined) return to(lines[0]);
  switch (key) {
    case 'ArrowDown':
      return to(lines[index + 1]);
    case 'ArrowUp':
      return index === 0 ? null : to(lines[index - 1]);
    case 'Home':
      return to(lines[0]);
    case 'End':
      return to(lines.at(-1));
    case 'ArrowRight':
      if (line.kind === 'vm') return null;
      return line.expanded ? to(lines[index + 1]) : { kind: 'expand', ref: line.ref };
    case 'ArrowLeft':
      if (line.kind === 'vm') return { kind: 'select', ref: line.parent };
      return line.expanded ? { kind: 'collapse', ref: line.ref } : null;
    // Enter alone: Space pauses, and must never put the hand on an order by the way.
    case 'Enter':
      return { kind: 'enter' };
    default:
      return null;
  }
}
