/** What of a browser's storage the game uses. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & {
  /** What it is given is gone with the page. */
  readonly forgets?: true;
};

/** Storage that forgets: for browsers that forbid it, where even touching it throws. */
export function forgetfulShelf(): Shelf {
  const kept = new Map<string, string>();
  return {
    forgets: true,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

/** The named storage of the page, or a forgetful one where it may not be used. */
export function openShelf(open: () => Shelf): Shelf {
  try {
    const shelf = open();
    shelf.getItem('hyperward/probe');
    return shelf;
  } catch {
    return forgetfulShelf();
  }
}
