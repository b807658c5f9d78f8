import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words of the lists beside this file: common ones and names of a language, or the course's own. */
export function wordList(...names: readonly ('common-en' | 'common-ko' | 'course')[]): string[] {
  return names.flatMap((name) =>
    readFileSync(join(import.meta.dirname, `${name}.txt`), 'utf8')
      .split(/\s+/)
      .filter((word) => word !== ''),
  );
}
