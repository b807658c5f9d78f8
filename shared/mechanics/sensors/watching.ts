import { sensors } from './registry.ts';

/**
 * Eyes that are open all the time, by name. Plain data, which a build works out: a page is given it
 * without the sensors themselves.
 */
export const watching: readonly string[] = sensors
  .filter(({ people }) => people !== true)
  .map(({ name }) => name);
