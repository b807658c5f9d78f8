import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { SOCKET_PATH } from '../../shared/protocol/limits.ts';
import { refuseWire } from '../../shared/protocol/refusal.ts';
import type { Reply } from '../../shared/protocol/server.ts';

/** What a page that speaks another version of the wire is told: it reloads once. */
export const OLD_WIRE: Reply<never> = { ok: false, refusal: refuseWire('protocol.old-version') };

const isOurs = (url: string): boolean => url.startsWith(`${SOCKET_PATH}/`);

/** Answers a websocket that asks for any other path than the one spoken here, and closes it. */
export function refuseOtherUpgrades(request: IncomingMessage, socket: Duplex): void {
  const url = request.url ?? '';
  if (isOurs(url)) return;
  // Whoever is gone before the answer is written is no concern of ours.
  socket.on('error', () => socket.destroy());
  const isWire = url.startsWith('/rt');
  const body = JSON.stringify(isWire ? OLD_WIRE : {});
  socket.end(
    [
      isWire ? 'HTTP/1.1 426 Upgrade Required' : 'HTTP/1.1 404 Not Found',
      'Connection: close',
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
}
