/** What programs that translate pages put around each text. */
const isWrapper = (node: Node): node is HTMLElement => node.nodeName === 'FONT';

/** Rounds after which whoever translates will not let it be. */
const ROUNDS = 40;

/** The text that stood where a wrapper stands now: within it, or taken out beside it. */
function original(wrapper: HTMLElement, records: readonly MutationRecord[]): Text | null {
  const removed = records
    .filter(
      (record) =>
        [...record.addedNodes].includes(wrapper) ||
        record.previousSibling === wrapper ||
        record.nextSibling === wrapper,
    )
    .flatMap(({ removedNodes }) => [...removedNodes])
    .find((node): node is Text => node instanceof Text);
  return removed ?? null;
}

/**
 * Keeps the page's own texts in the page. A page that is translated by the browser has its texts taken
 * out and others put there, and whatever is drawn later goes into those that nobody sees.
 * @param tell called once when it does not help: then the reader has to know
 */
export function keepOwnWords(page: HTMLElement, tell: () => void): void {
  let rounds = 0;
  const observer = new MutationObserver((records) => {
    const wrappers = records
      .flatMap(({ addedNodes }) => [...addedNodes])
      .filter(isWrapper)
      .filter(({ isConnected }) => isConnected);
    if (wrappers.length === 0) return;
    rounds += 1;
    const lost = wrappers.filter((wrapper) => {
      const text = original(wrapper, records);
      if (text === null) return true;
      wrapper.replaceWith(text);
      return false;
    });
    // What was just put right is no news.
    observer.takeRecords();
    if (lost.length === 0 && rounds < ROUNDS) return;
    observer.disconnect();
    tell();
  });
  observer.observe(page, { childList: true, subtree: true });
}
