/** How far an arrow may reach: not at all, only as a type, or as a value. */
export type Reach = 'no' | 'type' | 'value';

/** Each folder of shared/ may use itself and the folders before it. */
const CHAIN: readonly string[] = [
  'world',
  'mechanics',
  'commands',
  'attacks',
  'view',
  'minds',
  'match',
  'course',
];

const BEFORE_VIEW = ['world', 'commands', 'attacks'];

/** Records that have their words of their own: the catalogue collects them. */
const SAYS_ITSELF = ['world', 'commands', 'attacks'];

/** Text is keyed by what it names, so of the rest it may know the keys' types, and nothing at run time. */
const NAMED_BY_TEXT = ['view', 'protocol', 'match', 'course'];

/** Packages that neither read the clock nor reach outside. */
const PURE_PACKAGES = new Set(['zod', 'pure-rand', '@msgpack/msgpack']);

const SHARED_FOLDERS: readonly string[] = [...CHAIN, 'protocol', 'authority', 'text'];

/** `world`, `text`, ... for a file of shared/; otherwise `server`, `client`, `tests` or `root`. */
export function roomOf(path: string): string | undefined {
  const [top = '', folder = '', ...rest] = path.split('/');
  if (top === 'shared') {
    return rest.length > 0 && SHARED_FOLDERS.includes(folder) ? folder : undefined;
  }
  if (top === 'server' || top === 'client' || top === 'tests') return top;
  return path.includes('/') ? undefined : 'root';
}

export function isShared(room: string): boolean {
  return SHARED_FOLDERS.includes(room);
}

/** What the house's plan says about an arrow from one room to another. */
export function reachOf(from: string, to: string): Reach {
  if (from === to) return 'value';
  if (from === 'tests') return 'value';
  if (to === 'tests' || to === 'root') return 'no';
  if (from === 'server' || from === 'client') return isShared(to) ? 'value' : 'no';
  if (from === 'text' && SAYS_ITSELF.includes(to)) return 'value';
  if (from === 'text') return NAMED_BY_TEXT.includes(to) ? 'type' : 'no';
  if (from === 'protocol') return [...BEFORE_VIEW, 'view'].includes(to) ? 'value' : 'no';
  // A mind acts on its audience's view alone; of the rest it may only name the types.
  if (from === 'minds') {
    if (to === 'view') return 'value';
    return BEFORE_VIEW.includes(to) ? 'type' : 'no';
  }
  if (from === 'authority' && to === 'protocol') return 'value';
  const place = CHAIN.indexOf(from === 'authority' ? 'match' : from);
  const other = CHAIN.indexOf(to);
  return other >= 0 && other <= place ? 'value' : 'no';
}

export function mayUsePackage(room: string, specifier: string): boolean {
  if (!isShared(room)) return true;
  const parts = specifier.split('/');
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  return PURE_PACKAGES.has(name) || (room === 'text' && name === 'i18next');
}
