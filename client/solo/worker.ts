import { Authority } from '../../shared/authority/authority.ts';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import { createSoloHost } from './host.ts';
import { ownPort } from './port.ts';

const port = ownPort();

/** The named scenario, or the first there is. */
function scenarioOf(name: string | null) {
  const scenario = (name === null ? undefined : scenarios[name]) ?? Object.values(scenarios)[0];
  if (scenario === undefined) throw new Error('there is no scenario');
  return scenario;
}

const take = createSoloHost({
  open: (scenario, seed) => new Authority({ scenario: scenarioOf(scenario), seed }),
  post: (message) => port.postMessage(message),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
});

port.onmessage = (event) => take(event.data);
