import express, { type Router } from 'express';
import { readCode } from '../../shared/protocol/code.ts';
import { refuseWire } from '../../shared/protocol/refusal.ts';
import type { FoundClass, Reply } from '../../shared/protocol/server.ts';

/** Names by which a machine calls itself. */
const SELF = /^(?:localhost|127(?:\.\d+){3}|::1|\[::1\]|::ffff:127(?:\.\d+){3})$/;

/** What a page asks before it opens a line. */
export interface Questions {
  /** Whether people can come to a class of that code, or back to one. */
  readonly isOpen: (code: string) => boolean;
  /** Origins by which others on the network find this server. */
  readonly addresses: () => readonly string[];
}

export function questions({ isOpen, addresses }: Questions): Router {
  const router = express.Router();
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.get('/classes/:code', (request, response) => {
    const code = readCode(request.params.code);
    const reply: Reply<FoundClass> =
      code !== null && isOpen(code)
        ? { ok: true, value: { code } }
        : { ok: false, refusal: refuseWire('session.unknown') };
    response.json(reply);
  });
  // Only for a page of this very machine, whose own address is no use to anyone else.
  router.get('/addresses', (request, response) => {
    const own = SELF.test(request.hostname) && SELF.test(request.socket.remoteAddress ?? '');
    response.json(own ? addresses() : []);
  });
  return router;
}
