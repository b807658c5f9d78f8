import { Hosting, type HostingWatch } from './hosting/hosting.ts';
import type { Connection, Outlet, Ports } from './ports.ts';
import { createHandlers } from './realtime/handlers.ts';
import { Ingress, type IngressWatch } from './realtime/ingress.ts';
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

/** A server without its port: all of it but the sockets and the pages. */
export interface House {
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
export function createHouse(
  ports: Ports,
  settings: Settings,
  outlet: Outlet,
  watch: HostingWatch & IngressWatch,
): House {
  const { clock, log, random, store, scenarios, authorities, debriefing } = ports;
  const registry = new Registry();
  const hosting = new Hosting({ store, outlet, log, watch });
  const desk: SessionDesk = { registry, clock, random, outlet, settings };
  const keeper = new Keeper(store, log);
  const news = new News(desk, hosting);
  const seating = new Seating(registry, keeper);
  const isUnfit = createNicknameFilter();
  const common = { desk, store, keeper, news, seating, hosting, scenarios, isUnfit, log };
  const caretaker = new Caretaker(common);
  const reception = new Reception({ ...common, caretaker });
  const stage = new Stage({ ...common, caretaker, authorities, debriefing });
  const recovery = new Recovery({ ...common, stage, authorities });
  const handlers = createHandlers({
    reception,
    play: new Play(desk, keeper, seating),
    talk: new Talk(desk, isUnfit),
    office: new Office({ ...common, caretaker, reception, stage }, store, news),
  });
  return {
    registry,
    hosting,
    ingress: new Ingress({ registry, handlers, clock, log, watch }),
    dropped: (connection) => reception.dropped(connection),
    recover: () => recovery.run(),
    async beat() {
      caretaker.beat();
      news.beat();
      await hosting.beat();
    },
  };
}
