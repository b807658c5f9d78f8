import type { NetworkInterfaceInfo } from 'node:os';

/** Where a server is found: on its own machine, and by others on the same network. */
export interface Reach {
  readonly here: string;
  readonly others: readonly string[];
}

export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Bridges to containers and virtual machines of this computer: nobody else is behind them. */
const INWARD = /^(?:docker|br-|veth|virbr|cni|podman|lxc|vmnet|vboxnet|vEthernet)/i;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** Whether an address is one that others on the network find this machine by. */
function leadsOut({ family, internal, address }: NetworkInterfaceInfo, six: boolean): boolean {
  // 169.254 and fe80 are what a machine calls itself on one wire, where it found no network.
  if (internal || /^(?:169\.254\.|fe80:)/i.test(address)) return false;
  return family === 'IPv4' || six;
}

/** An address of the Internet Protocol as it stands in a URL. */
const hostOf = (address: string): string => (address.includes(':') ? `[${address}]` : address);

/**
 * @param host what it listens at: one address, or all of them (`0.0.0.0`, and `::` for version 6 too)
 * @param inContainer its addresses lead nowhere but to the machine that runs the container
 */
export function reachOf(
  host: string,
  port: number,
  interfaces: Interfaces,
  inContainer: boolean,
): Reach {
  const origin = (address: string): string => `http://${hostOf(address)}:${port}`;
  if (host === '::1') return { here: origin(host), others: [] };
  if (LOOPBACK.has(host)) return { here: origin('localhost'), others: [] };
  const everywhere = host === '0.0.0.0' || host === '::';
  if (!everywhere) return { here: origin(host), others: [origin(host)] };
  if (inContainer) return { here: origin('localhost'), others: [] };
  const others = Object.entries(interfaces)
    .filter(([name]) => !INWARD.test(name))
    .flatMap(([, infos]) => infos ?? [])
    .filter((info) => leadsOut(info, host === '::'))
    // What can be read aloud comes first.
    .sort((a, b) => Number(a.family === 'IPv6') - Number(b.family === 'IPv6'))
    .map(({ address }) => origin(address));
  return { here: origin('localhost'), others };
}
