import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hosting } from './hosting/hosting.ts';
import { createMetrics } from './http/metrics.ts';
import { createSite } from './http/site.ts';
import type { Ports } from './ports.ts';
import { createHandlers } from './realtime/handlers.ts';
import { Ingress } from './realtime/ingress.ts';
import { createOutlet } from './realtime/line.ts';
import { createSockets, openSockets } from './realtime/sockets.ts';
import { Caretaker } from './sessions/caretaker.ts';
import { createNicknameFilter } from './sessions/nickname-filter.ts';
import { Reception } from './sessions/reception.ts';
import { Registry, type SessionDesk } from './sessions/registry.ts';
import { Stage } from './sessions/stage.ts';
import type { Settings } from './settings.ts';

export interface App {
  /**
   * Opens the port; 0 is any free one.
   * @returns the port
   * @throws when it cannot be opened
   */
  listen(port: number, host: string): Promise<number>;
  /** One beat of 50 ms. Resolves when the store has settled it, or it waits for another try. */
  beat(): Promise<void>;
  /** Told by the pulse how many milliseconds late a beat came. */
  beatLate(ms: number): void;
  /** Lets answers that are due leave, closes every line and the port. */
  close(): Promise<void>;
}

/** Puts one server together from its ports. Nothing here is shared between two of them. */
export function createApp(ports: Ports, settings: Settings): App {
  const { clock, log, random, store, scenarios } = ports;
  const io = createSockets(settings);
  const outlet = createOutlet(io);
  const registry = new Registry();
  const metrics = createMetrics({
    sessions: () => registry.size,
    matches: () => hosting.matches,
    sockets: () => io.engine.clientsCount,
  });
  const hosting = new Hosting({ store, outlet, log, watch: metrics });
  const desk: SessionDesk = { registry, clock, random, outlet, settings };
  const caretaker = new Caretaker({ desk, store, hosting, log });
  const isUnfit = createNicknameFilter();
  const reception = new Reception({ desk, store, caretaker, isUnfit, scenarios });
  const stage = new Stage({
    desk,
    store,
    hosting,
    reception,
    caretaker,
    authority: ports.authority,
    debriefing: ports.debriefing,
    scenarios,
    log,
  });
  const handlers = createHandlers(reception, stage);
  const ingress = new Ingress({ registry, handlers, clock, log, watch: metrics });

  const startedAt = clock.now();
  const site = createSite({
    clientDir: settings.clientDir,
    metrics,
    log,
    health: () => ({
      ok: hosting.sound,
      version: settings.version,
      sessions: registry.size,
      matches: hosting.matches,
      beatLagMs: Math.round(metrics.beatLagMs),
      uptime: Math.round((clock.now() - startedAt) / 1000),
    }),
  });
  const http = createServer(site);
  openSockets(io, http, ingress, (connection) => reception.dropped(connection));

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        http.once('error', reject);
        http.listen(port, host, () => {
          http.off('error', reject);
          resolve((http.address() as AddressInfo).port);
        });
      }),
    async beat() {
      const from = clock.now();
      caretaker.beat();
      await hosting.beat();
      metrics.beatTook(clock.now() - from);
    },
    beatLate: (ms) => metrics.beatLate(ms),
    async close() {
      await hosting.idle();
      await io.close();
      http.closeAllConnections();
      await ports.debriefing.close();
      await store.close();
    },
  };
}
