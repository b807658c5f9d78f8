import type { Page } from 'playwright-core';

/** Listens to what stands before a page just now. */
type Hear = (page: Page, dialog: string) => Promise<void>;

const NAMES = {
  show: /^(보이기|Show)$/,
  remove: /^(내보내기|Remove)$/,
  message: /^(메시지|Message)$/,
  settings: /^(설정|Settings)$/,
  clear: /^(나간 자리 \d+개 비우기|Clear \d+ who left)$/,
  lesson: /50분 수업 시작|Begin the 50 minutes/,
  next: /^(다음: |Next: )/,
  end: /^(경기 끝내기|End match)$/,
  less: /시간 −2분|Time −2 min/,
  close: /^(수업 닫기|Close class)$/,
  erase: /^(바로 삭제|Delete now)$/,
} as const;

const press = (desk: Page, name: RegExp): Promise<void> =>
  desk.getByRole('button', { name }).first().click();

/** Opens a dialog, listens to it, and closes it as one does who did not mean it. */
async function asked(desk: Page, name: RegExp, hear: Hear, dialog: string): Promise<void> {
  await press(desk, name);
  await desk.locator('dialog[open]').waitFor();
  await hear(desk, dialog);
  await desk.keyboard.press('Escape');
  await desk.locator('dialog[open]').waitFor({ state: 'detached' });
}

/** Every dialog of a desk before a match, in whose class somebody's line is broken. The 50 minutes begin. */
export async function hearBefore(desk: Page, hear: Hear): Promise<void> {
  await desk.locator('.seat-name').first().click();
  await press(desk, NAMES.show);
  await hear(desk, 'a person');
  await press(desk, NAMES.remove);
  await desk.locator('dialog[open]').nth(1).waitFor();
  await hear(desk, 'whether to remove a person');
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Escape');
  await desk.locator('dialog[open]').first().waitFor({ state: 'detached' });
  await asked(desk, NAMES.message, hear, 'a message');
  await asked(desk, NAMES.settings, hear, 'the settings');
  await asked(desk, NAMES.clear, hear, 'whether to clear seats');
  await asked(desk, NAMES.close, hear, 'whether to close the class');
  await press(desk, NAMES.lesson);
  await desk.locator('.lesson-strip').waitFor();
}

/** Every dialog of a desk during a match that is paused. The last ends it. */
export async function hearDuring(desk: Page, hear: Hear): Promise<void> {
  await asked(desk, NAMES.next, hear, 'whether to go on in the 50 minutes');
  await asked(desk, NAMES.end, hear, 'whether to end the match');
  const total = desk.locator('.desk-total');
  const dialog = desk.locator('dialog[open]');
  for (;;) {
    const before = await total.textContent();
    await press(desk, NAMES.less);
    await desk.waitForFunction(
      (was) =>
        document.querySelector('dialog[open]') !== null ||
        document.querySelector('.desk-total')?.textContent !== was,
      before,
    );
    if ((await dialog.count()) > 0) break;
  }
  await hear(desk, 'whether less time is to end the match');
  await dialog.getByRole('button', { name: NAMES.end }).click();
}

/** Closes a class after its match, past the question, and listens to what is left to be asked. */
export async function hearAfter(desk: Page, hear: Hear): Promise<void> {
  await press(desk, NAMES.close);
  await desk.locator('dialog[open]').getByRole('button', { name: NAMES.close }).click();
  await desk.locator('.closed-class').waitFor();
  await asked(desk, NAMES.erase, hear, 'whether to delete the class');
}
