/** The folders of shared/. Which of them may know which is in `.dependency-cruiser.mjs`. */
const SHARED_FOLDERS: readonly string[] = [
  'world',
  'mechanics',
  'commands',
  'attacks',
  'view',
  'minds',
  'match',
  'course',
  'protocol',
  'authority',
  'text',
];

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
