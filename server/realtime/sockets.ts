import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { SOCKET_PATH } from '../../shared/protocol/limits.ts';
import type { Settings } from '../settings.ts';
import type { Ingress } from './ingress.ts';
import { SocketConnection } from './line.ts';
import { refuseOtherUpgrades } from './old-wire.ts';
import { mayConnect } from './origin.ts';
import { Decoder, Encoder, PACKET_BYTES } from './parser.ts';

/** How long a line may be silent before it counts as broken, in milliseconds. */
const PING = { pingInterval: 10_000, pingTimeout: 8_000 };

/** A Socket.IO server that is not open yet. Polling is never switched off: schools block the rest. */
export function createSockets({ origins }: Settings): Server {
  return new Server({
    path: SOCKET_PATH,
    parser: { Encoder, Decoder },
    transports: ['polling', 'websocket'],
    maxHttpBufferSize: PACKET_BYTES,
    // Deflate per message costs more than it saves on small frames; see the design's measurements.
    perMessageDeflate: false,
    serveClient: false,
    // An upgrade to another path is answered by refuseOtherUpgrades, not cut after a second.
    destroyUpgrade: false,
    allowRequest: (request, decide) => {
      const allowed = mayConnect(request, origins);
      decide(allowed ? null : 'origin', allowed);
    },
    ...PING,
  });
}

/** Opens the way in: everything that any client says goes through the ingress, and only there. */
export function openSockets(
  io: Server,
  http: HttpServer,
  ingress: Ingress,
  onDropped: (connection: SocketConnection) => void,
): void {
  io.attach(http);
  http.on('upgrade', refuseOtherUpgrades);
  io.on('connection', (socket) => {
    const connection = new SocketConnection(socket);
    const line = ingress.line(connection);
    // `next` is never called: no event reaches the emitter, so none can be forged into one of the
    // library's own, and no handler can throw there.
    socket.use((packet) => {
      void ingress.receive(line, packet);
    });
    socket.on('disconnect', () => onDropped(connection));
  });
}
