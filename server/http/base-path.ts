import type { IncomingMessage, Server } from 'node:http';

/**
 * The path within the game. Proxies differ in whether they pass on the path that the game lies under,
 * so both are understood.
 */
function withinBase(base: string, url: string): string {
  if (base === '/') return url;
  if (url.startsWith(base)) return url.slice(base.length - 1);
  const bare = base.slice(0, -1);
  return url === bare || url.startsWith(`${bare}?`) ? `/${url.slice(bare.length)}` : url;
}

/** Whoever hears a request of this server, for a page or a socket, sees its path within the game. */
export function serveBelow(base: string, http: Server): void {
  const shorten = (request: IncomingMessage): void => {
    request.url = withinBase(base, request.url ?? '/');
  };
  http.prependListener('request', shorten);
  http.prependListener('upgrade', shorten);
}
