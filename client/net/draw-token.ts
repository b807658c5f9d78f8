const BYTES = 24;

/**
 * A key that nobody can guess: 192 bits, as 32 characters that need no escaping. A page on a class's
 * own network is no secure context, where this is all that a browser draws.
 */
export function drawToken(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(BYTES));
  return btoa(String.fromCharCode(...drawn))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
