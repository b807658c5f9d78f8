import { resolve } from 'node:path';
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

const ROOT = resolve(import.meta.dirname, '../..');

/** What dependency-cruiser saw of a tree, judged by the project's own rules. */
export interface Cruise {
  /** By path: what is the tree's own, without the packages it uses. */
  readonly modules: ReadonlyMap<string, IModule>;
  /** How many arrows leave them. */
  readonly arrows: number;
  /** Each as `rule: from -> to`; of a ring, every step. */
  readonly findings: readonly string[];
}

/**
 * Looks at every module below some places of a tree.
 * @param places files and folders, as seen from the tree's root
 */
export async function cruiseTree(root: string, places: readonly string[]): Promise<Cruise> {
  const options = await extractDepcruiseOptions(resolve(ROOT, '.dependency-cruiser.mjs'));
  const { output } = await cruise([...places], { ...options, baseDir: root });
  const { modules, summary } = output as ICruiseResult;
  const own = modules.filter(({ source }) => places.some((place) => isBelow(source, place)));
  return {
    modules: new Map(own.map((module) => [module.source, module])),
    arrows: own.reduce((sum, { dependencies }) => sum + dependencies.length, 0),
    findings: summary.violations.map(({ rule, from, to, cycle }) => {
      const steps = cycle === undefined ? [to] : cycle.map(({ name }) => name);
      return `${rule.name}: ${[from, ...steps].join(' -> ')}`;
    }),
  };
}

const isBelow = (path: string, place: string): boolean =>
  path === place || path.startsWith(`${place}/`);

/**
 * What is said of an arrow from one file to another.
 * @returns nothing when there is no such arrow
 */
export function arrowOf(
  { modules }: Cruise,
  from: string,
  to: string,
): readonly string[] | undefined {
  return modules.get(from)?.dependencies.find(({ resolved }) => resolved === to)?.dependencyTypes;
}
