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
import { Keeper } from './sessions/keeper.ts';
import { News } from './sessions/news.ts';
import { createNicknameFilter } from './sessions/nickname-filter.ts';
import { Office } from './sessions/office.ts';
import { Play } from './sessions/play.ts';
import { Reception } from './sessions/reception.ts';
import { type Found, Recovery } from './sessions/recovery.ts';
import { Registry, type SessionDesk } from './sessions/registry.ts';
import { Seating } from './sessions/seating.ts';
import { Stage } from './sessions/stage.ts';
import { Talk } from './sessions/talk.ts';
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
  /** Told by the pulse how many milliseconds late a beat came. */
  beatLate(ms: number): void;
  /**
   * Lets answers that are due leave, stores where every match is, closes every line and the port. No
   * beat may follow.
   */
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
  const keeper = new Keeper(store, log);
  const news = new News(desk, hosting);
  const seating = new Seating(registry, keeper);
  const isUnfit = createNicknameFilter();
  const common = { desk, store, keeper, news, seating, hosting, scenarios, isUnfit, log };
  const caretaker = new Caretaker(common);
  const reception = new Reception({ ...common, caretaker });
  const { authorities, debriefing } = ports;
  const stage = new Stage({ ...common, caretaker, authorities, debriefing });
  const recovery = new Recovery({ ...common, stage, authorities });
  const handlers = createHandlers({
    reception,
    play: new Play(desk, keeper, seating),
    talk: new Talk(desk, isUnfit),
    office: new Office({ ...common, caretaker, reception, stage }, store, news),
  });
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
    recover: () => recovery.run(),
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
      news.beat();
      await hosting.beat();
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
