import type { RequestHandler } from 'express';

export interface Health {
  /** False while the store takes nothing: matches stand still. */
  readonly ok: boolean;
  readonly version: string;
  readonly sessions: number;
  readonly matches: number;
  readonly beatLagMs: number;
  /** Seconds. */
  readonly uptime: number;
}

/** For whoever watches the server: 200 when it is well, 503 when not. */
export function healthPage(read: () => Health): RequestHandler {
  return (_request, response) => {
    const health = read();
    response
      .status(health.ok ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(health);
  };
}
