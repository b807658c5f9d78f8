import compression from 'compression';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Log } from '../ports.ts';
import { OLD_WIRE } from '../realtime/old-wire.ts';
import { securityHeaders } from './headers.ts';
import { type Health, healthPage } from './health.ts';
import type { Metrics } from './metrics.ts';
import { pages } from './pages.ts';
import { type Questions, questions } from './questions.ts';

/** Everything that is asked for over http; the wire of the game is not among it. */
export function createSite(parts: {
  clientDir: string;
  base: string;
  health: () => Health;
  questions: Questions;
  metrics: Metrics;
  log: Log;
}): Express {
  const site = express();
  site.use(securityHeaders());
  site.use(compression());
  site.get('/healthz', healthPage(parts.health));
  site.get('/metrics', async (_request, response) => {
    const { registry } = parts.metrics;
    response.type(registry.contentType).send(await registry.metrics());
  });
  site.use('/api', questions(parts.questions));
  // Only paths that the realtime server does not know come here.
  site.use('/rt', (_request, response) => {
    response.status(426).set({ Upgrade: 'websocket', 'Cache-Control': 'no-store' }).json(OLD_WIRE);
  });
  site.use(pages(parts.clientDir, parts.base));
  site.use((_request, response) => {
    response.status(404).type('text').send('Not found\n');
  });
  site.use(failed(parts.log));
  return site;
}

function failed(log: Log): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, _request, response, _next) => {
    const status = statusOf(error);
    if (status >= 500) log.error({ err: error }, 'a page failed');
    if (!response.headersSent) response.status(status);
    response.end();
  };
}

/** Errors of the request (a path that cannot be decoded) bring their status with them. */
function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('status' in error)) return 500;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
