import { io } from 'socket.io-client';
import * as parser from 'socket.io-msgpack-parser';
import { onTestFinished } from 'vitest';
import { SOCKET_PATH } from '../../../shared/protocol/limits.ts';
import type { Reply, Welcome } from '../../../shared/protocol/server.ts';

/** So many people in a class without a browser each, who do nothing but be there. */
export async function joinCrowd(base: string, code: string, names: readonly string[]) {
  for (const nickname of names) {
    const socket = io(base, {
      path: SOCKET_PATH,
      parser,
      transports: ['websocket'],
      forceNew: true,
    });
    onTestFinished(() => {
      socket.close();
    });
    const reply = await new Promise<Reply<Welcome>>((resolve) => {
      socket.emit('session:join', { code, nickname, ticket: null }, resolve);
    });
    if (!reply.ok) throw new Error(`refused: ${reply.refusal.code}`);
  }
}
