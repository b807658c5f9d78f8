/** What of a browser's storage the game uses. It never throws: see `openShelf`. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & {
  /** What it is given is gone with the page. */
  readonly forgets?: boolean;
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

const PROBE = 'hyperward/probe';

/**
 * The named storage of the page. Where it may not be used, or is full, what it is given is kept for as
 * long as the page lives, and it never throws.
 * @param forgets told when something will be gone with the page
 */
export function openShelf(open: () => Shelf, forgets: () => void = () => {}): Shelf {
  const own = new Map<string, string>();
  let real: Shelf;
  try {
    real = open();
    real.getItem(PROBE);
  } catch {
    forgets();
    return forgetfulShelf();
  }
  const shelf: Shelf = {
    get forgets() {
      return own.size > 0;
    },
    getItem: (key) => own.get(key) ?? real.getItem(key),
    setItem: (key, value) => {
      try {
        real.setItem(key, value);
        own.delete(key);
      } catch {
        own.set(key, value);
        forgets();
      }
    },
    removeItem: (key) => {
      own.delete(key);
      real.removeItem(key);
    },
  };
  // Told before anything is lost: whoever opens a class writes its address down in time.
  shelf.setItem(PROBE, '1');
  shelf.removeItem(PROBE);
  return shelf;
}
