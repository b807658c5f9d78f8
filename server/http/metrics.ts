import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { HostingWatch } from '../hosting/hosting.ts';
import type { IngressWatch } from '../realtime/ingress.ts';
import { processMetrics } from './process-metrics.ts';

/** Figures that are read when somebody asks for them. */
export interface Counts {
  sessions(): number;
  matches(): number;
  sockets(): number;
}

export interface Metrics extends HostingWatch, IngressWatch {
  /** What is answered: the figures of this server and those of its process. */
  readonly registry: Registry;
  /** Milliseconds by which the last beat was late. */
  readonly beatLagMs: number;
  beatLate(ms: number): void;
  /** Milliseconds from a beat until all of it was durable. */
  beatTook(ms: number): void;
}

/**
 * The figures of one server, and of its process. Labels are event names, refusal codes and what Node
 * calls its own parts, never anything personal.
 */
export function createMetrics(counts: Counts): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };
  let beatLagMs = 0;
  gauge('hyperward_sessions', 'Sessions kept', counts.sessions);
  gauge('hyperward_matches', 'Matches running', counts.matches);
  gauge('hyperward_sockets', 'Lines open', counts.sockets);
  gauge('hyperward_beat_lag_ms', 'How late the last beat came', () => beatLagMs);
  const ticks = new Counter({ name: 'hyperward_ticks_total', help: 'Ticks run', registers });
  const slips = new Counter({
    name: 'hyperward_slips_total',
    help: 'Ticks held back because the store was late',
    registers,
  });
  const messages = new Counter({
    name: 'hyperward_messages_total',
    help: 'Messages of clients, by what became of them',
    labelNames: ['event', 'outcome'],
    registers,
  });
  const beats = new Histogram({
    name: 'hyperward_beat_ms',
    help: 'From a beat until all of it was durable',
    buckets: [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
    registers,
  });
  return {
    registry: Registry.merge([registry, processMetrics()]),
    get beatLagMs() {
      return beatLagMs;
    },
    beatLate(ms) {
      beatLagMs = ms;
    },
    beatTook: (ms) => beats.observe(ms),
    stepped: (count) => ticks.inc(count),
    slipped: (count) => slips.inc(count),
    received: (event, outcome) => messages.inc({ event, outcome }),
  };
}
