import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveBelow } from './http/base-path.ts';
import { createMetrics } from './http/metrics.ts';
import { createSite } from './http/site.ts';
import type { Ports } from './ports.ts';
import { createOutlet } from './realtime/line.ts';
import { createSockets, openSockets } from './realtime/sockets.ts';
import { createServices } from './services.ts';
import type { Found } from './sessions/recovery.ts';
import type { Settings } from './settings.ts';

export interface App {
  /**
   * Finds again what the store kept; once, before the port is opened.
   * @throws when the store cannot be read
   */
  recover(): Promise<Found>;
  /**
   * Opens the port; 0 is any free one.
   * @returns the port
   * @throws when it cannot be opened
   */
  listen(port: number, host: string): Promise<number>;
  /** One beat of 50 ms. Resolves when the store has settled it, or it waits for another try. */
  beat(): Promise<void>;
  /** Told how many milliseconds late a beat came. */
  beatLate(ms: number): void;
  /**
   * Lets answers that are due leave, stores where every match is, closes every line and the port. No
   * beat may follow.
   */
  close(): Promise<void>;
}

/** Puts one server together from its ports. Two of them share nothing but the figures of their process. */
export function createApp(ports: Ports, settings: Settings): App {
  const { clock, log, store, debriefing } = ports;
  const io = createSockets(settings);
  const metrics = createMetrics({
    sessions: () => services.registry.size,
    matches: () => services.hosting.matches,
    sockets: () => io.engine.clientsCount,
  });
  const services = createServices(ports, settings, createOutlet(io), metrics);
  const { registry, hosting, ingress } = services;

  const startedAt = clock.now();
  const site = createSite({
    clientDir: settings.clientDir,
    base: settings.base,
    metrics,
    log,
    questions: {
      isOpen: (code) => (registry.byCode(code)?.phase.kind ?? 'closed') !== 'closed',
      addresses: settings.addresses,
    },
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
  openSockets(io, http, ingress, (connection) => services.dropped(connection));
  // Last, so that it is heard first.
  serveBelow(settings.base, http);

  return {
    recover: () => services.recover(),
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
      await services.beat();
      metrics.beatTook(clock.now() - from);
    },
    beatLate: (ms) => metrics.beatLate(ms),
    async close() {
      await hosting
        .lay()
        .catch((error: unknown) => log.error({ err: error }, 'the last checkpoints were not kept'));
      await io.close();
      http.closeAllConnections();
      await debriefing.close();
      await store.close();
    },
  };
}
