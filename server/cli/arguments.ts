/**
 * Options of a command line, as `--name value` or a bare `--name`.
 * @throws on an option that is not among `known`
 */
export function readArguments(
  argv: readonly string[],
  known: readonly string[],
): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (let i = 0; i < argv.length; i += 1) {
    const word = argv[i] ?? '';
    const name = word.replace(/^--/, '');
    if (!word.startsWith('--') || !known.includes(name)) {
      throw new Error(`unknown option ${word}; there are ${known.map((k) => `--${k}`).join(', ')}`);
    }
    const next = argv[i + 1];
    const bare = next === undefined || next.startsWith('--');
    options.set(name, bare ? '' : next);
    if (!bare) i += 1;
  }
  return options;
}
