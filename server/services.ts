import { Hosting, type HostingWatch } from './hosting/hosting.ts';
import type { Connection, Outlet, Ports } from './ports.ts';
import { createHandlers } from './realtime/handlers.ts';
import { Ingress, type IngressWatch } from './realtime/ingress.ts';
import { Admission } from './sessions/admission.ts';
import { DeskRequests } from './sessions/desk-requests.ts';
import { Play } from './sessions/play.ts';
import { type Found, Recovery } from './sessions/recovery.ts';
import { Registry, type SessionContext } from './sessions/registry.ts';
import { Rounds } from './sessions/rounds.ts';
import { Seating } from './sessions/seating.ts';
import { SessionLifetime } from './sessions/session-lifetime.ts';
import { SessionWriter } from './sessions/session-writer.ts';
import { StateBroadcast } from './sessions/state-broadcast.ts';
import { Talk } from './sessions/talk.ts';
import { createNameFilter } from './sessions/words/names.ts';
import { createSentenceFilter } from './sessions/words/sentences.ts';
import type { Settings } from './settings.ts';

/** A server without its port: all of it but the sockets and the pages. */
export interface Services {
  readonly registry: Registry;
  readonly hosting: Hosting;
  /** The one way in for whatever a client says. */
  readonly ingress: Ingress;
  /** A line is gone. */
  dropped(connection: Connection): void;
  /**
   * Finds again what the store kept; once, before anyone is let in.
   * @throws when the store cannot be read
   */
  recover(): Promise<Found>;
  /** One beat of 50 ms. Resolves when the store has settled it, or it waits for another try. */
  beat(): Promise<void>;
}

/** Puts the rooms of one server together. Nothing here is shared between two of them. */
export function createServices(
  ports: Ports,
  settings: Settings,
  outlet: Outlet,
  watch: HostingWatch & IngressWatch,
): Services {
  const { clock, log, random, store, scenarios, authorities, debriefing } = ports;
  const registry = new Registry();
  const hosting = new Hosting({ store, outlet, log, watch });
  const context: SessionContext = { registry, clock, random, outlet, settings };
  const writer = new SessionWriter(store, log);
  const broadcast = new StateBroadcast(context, hosting);
  const seating = new Seating(registry, writer);
  const judgeName = createNameFilter();
  const common = { context, store, writer, broadcast, seating, hosting, scenarios, judgeName, log };
  const lifetime = new SessionLifetime(common);
  const admission = new Admission({ ...common, lifetime });
  const rounds = new Rounds({ ...common, lifetime, authorities, debriefing });
  const recovery = new Recovery({ ...common, rounds, authorities });
  const handlers = createHandlers({
    admission,
    play: new Play(context, writer, seating),
    talk: new Talk(context, createSentenceFilter()),
    deskRequests: new DeskRequests({ ...common, lifetime, admission, rounds }, store, broadcast),
  });
  return {
    registry,
    hosting,
    ingress: new Ingress({ registry, handlers, clock, log, watch }),
    dropped: (connection) => admission.dropped(connection),
    recover: () => recovery.run(),
    async beat() {
      lifetime.beat();
      broadcast.beat();
      await hosting.beat();
    },
  };
}
