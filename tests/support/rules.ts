import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = join(import.meta.dirname, '../../shared/RULES.md');

/** The numbers of the rules of the world, in the order in which they are written. */
export const rules: readonly string[] = [
  ...readFileSync(PAGE, 'utf8').matchAll(/^- \*\*([A-Z]\d+)\*\* /gm),
].map((match) => match[1] ?? '');
