/** Names by which a machine calls itself: nobody else finds it by them. */
const SELF = /^(?:localhost|127\.[\d.]+|\[::1\])$/;

/** The origin to give to others, and whether it is known that others can reach it. */
export interface JoinAddress {
  readonly origin: string;
  readonly onlyHere: boolean;
}

/**
 * Where others find the game. A page that was opened by its machine's own name is no use to them: then
 * the server says by what they know it, if by anything.
 * @param ask what the server says of itself
 */
export async function joinAddress(
  { hostname, origin }: Pick<Location, 'hostname' | 'origin'>,
  ask: () => Promise<unknown>,
): Promise<JoinAddress> {
  if (!SELF.test(hostname)) return { origin, onlyHere: false };
  const known = await ask().catch(() => []);
  const [first] = Array.isArray(known) ? known.filter((one) => typeof one === 'string') : [];
  return first === undefined ? { origin, onlyHere: true } : { origin: first, onlyHere: false };
}
