import { Authority } from '../../shared/authority/authority.ts';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import { createSoloHost } from './host.ts';
import { ownPort } from './port.ts';

const port = ownPort();

function scenarioOf(name: string) {
  const scenario = scenarios[name];
  if (scenario === undefined) throw new Error(`there is no scenario ${name}`);
  return scenario;
}

const take = createSoloHost({
  open: (name, seed, journal) => {
    const options = { scenario: scenarioOf(name), seed };
    return journal === null ? new Authority(options) : Authority.restore(options, null, journal);
  },
  post: (message) => port.postMessage(message),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
});

port.onmessage = (event) => take(event.data);
