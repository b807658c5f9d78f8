/** Parts of a screen in which one is at home: what is focused there is remembered as being there. */
const REGIONS = 'section, aside, nav, form, fieldset, dialog, main';

function focusOn(place: HTMLElement): void {
  // Not a stop of its own on the way: only where one lands.
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

const isNowhere = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/** Puts a hand that holds nothing on what the screen begins with. */
export function landFocus(): void {
  if (!isNowhere()) return;
  const place =
    document.querySelector<HTMLElement>('[data-land]') ??
    document.querySelector<HTMLElement>('h1:not(.unseen), main');
  if (place !== null) focusOn(place);
}

/**
 * Catches the hand when what it held is gone: it stays in the part of the screen in which that was,
 * on the part itself, so that the next Enter gives no order that nobody has read.
 */
export function catchFocus(root: HTMLElement): void {
  let held: HTMLElement | null = null;
  let regions: readonly HTMLElement[] = [];
  root.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    held = target;
    const around: HTMLElement[] = [];
    let region = target.parentElement?.closest<HTMLElement>(REGIONS) ?? null;
    while (region !== null && root.contains(region)) {
      around.push(region);
      region = region.parentElement?.closest<HTMLElement>(REGIONS) ?? null;
    }
    regions = around;
  });
  const watcher = new MutationObserver(() => {
    if (held === null || held.isConnected || !isNowhere()) return;
    held = null;
    const left = regions.find((region) => region.isConnected && region.checkVisibility());
    if (left === undefined) landFocus();
    else focusOn(left);
  });
  watcher.observe(root, { childList: true, subtree: true });
}
