import { collectDefaultMetrics, Registry } from 'prom-client';

let registry: Registry | null = null;

/**
 * The figures of this process: memory, processor, event loop, garbage collection. What watches these
 * cannot be stopped, so it is begun once, for the first server that asks, and all share it.
 */
export function processMetrics(): Registry {
  if (registry === null) {
    registry = new Registry();
    collectDefaultMetrics({ register: registry });
    // Everyone may read these; which Node has to be attacked, they need not be told.
    registry.removeSingleMetric('nodejs_version_info');
  }
  return registry;
}
