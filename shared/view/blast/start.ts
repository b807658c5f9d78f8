/** What can fall, and what can be theirs to begin with. */
export type Node = `vms/${number}` | `hosts/${number}` | `stores/${number}`;

/**
 * What is taken to be somebody's: all VMs of a zone, or all hosts that a credential opens, at once; a datastore is
 * somebody's who mounts it from a machine of their own.
 */
export interface Start {
  readonly kind: 'vm' | 'host' | 'zone' | 'credential' | 'store';
  readonly id: number;
}

/** The number in `vms/3`, `hosts/3` and `stores/3`. */
export const idOf = (node: Node): number => Number(node.slice(node.indexOf('/') + 1));

/** What is theirs to begin with. */
export function nodesOf(
  {
    vms,
    hosts,
    stores,
  }: {
    readonly vms: readonly ({ readonly id: number; readonly zone: number } | null)[];
    readonly hosts: readonly ({ readonly id: number; readonly credential: number } | null)[];
    readonly stores: readonly unknown[];
  },
  { kind, id }: Start,
): Node[] {
  switch (kind) {
    case 'vm':
      return vms[id] ? [`vms/${id}`] : [];
    case 'host':
      return hosts[id] ? [`hosts/${id}`] : [];
    case 'zone':
      return vms.flatMap((vm): Node[] => (vm?.zone === id ? [`vms/${vm.id}`] : []));
    case 'credential':
      return hosts.flatMap((host): Node[] => (host?.credential === id ? [`hosts/${host.id}`] : []));
    case 'store':
      return stores[id] ? [`stores/${id}`] : [];
  }
}
