import type { IncomingMessage } from 'node:http';

/**
 * Whether a page may open a socket. A browser names the page's origin, which must be this server's
 * own address or a configured one: another site must not speak in a visitor's name. A request
 * without an origin comes from no page of another site.
 */
export function mayConnect(
  request: Pick<IncomingMessage, 'headers'>,
  allowed: readonly string[],
): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
