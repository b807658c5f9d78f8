import type { Dice } from '../../faults/dice.ts';
import type { Page } from './page.ts';

/** What can be pressed, changed or written into. */
const HANDLES =
  'button, summary, select, input:not([type=hidden]), textarea, [role=treeitem], [role=option], [role=row]';

/** Words that are written into fields, of people as they are. */
const WRITTEN = [
  '홍길동',
  'Ada',
  'H1',
  'vm3',
  '벽 쪽 모둠 잠깐만요',
  'look at H2 please',
  '12',
  '',
];

function canBePressed(element: Element): element is HTMLElement {
  if (element.closest('[hidden], [inert], dialog:not([open])') !== null) return false;
  return !(element as HTMLButtonElement).disabled;
}

/**
 * Presses, chooses or writes something that the page has now, whatever it is.
 * @param spare what is never touched: what would end it all, such as closing the class
 */
export async function pressAnything(page: Page, dice: Dice, spare: string): Promise<void> {
  const all = [...page.place.querySelectorAll(HANDLES)].filter(
    (element) => canBePressed(element) && element.closest(spare) === null,
  );
  if (all.length === 0) return;
  const chosen = dice.pick(all) as HTMLElement;
  await page.do(() => {
    if (chosen instanceof HTMLSelectElement) {
      const options = [...chosen.options].filter((option) => !option.disabled);
      if (options.length === 0) return;
      chosen.value = dice.pick(options).value;
      chosen.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (
      chosen instanceof HTMLTextAreaElement ||
      (chosen instanceof HTMLInputElement && !['checkbox', 'radio'].includes(chosen.type))
    ) {
      chosen.value = dice.pick(WRITTEN);
      chosen.dispatchEvent(new Event('input', { bubbles: true }));
    } else chosen.click();
  });
}
