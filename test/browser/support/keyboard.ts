import type { Locator, Page } from "playwright-core";

/** Presses Tab until what has the focus answers to the selector. */
export const tabTo = async (page: Page, selector: string, most = 150): Promise<void> => {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press("Tab");
    const isThere = await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
    if (isThere) return;
  }
  throw new Error(`${most} times Tab, and the focus was never on ${selector}`);
};

/** Goes to the button of this name with Tab, and presses it with Enter. */
export const pressWithKeys = async (
  page: Page,
  name: string | RegExp,
  within: Page | Locator = page,
  most = 150,
): Promise<void> => {
  const button = within.getByRole("button", { name }).first();
  await button.waitFor();
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) return page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
  }
  throw new Error(`${most} times Tab, and the focus was never on ${name}`);
};

/** Goes along the queue with `j`, from its beginning, and opens this case with Enter. */
export const chooseCase = async (page: Page, caseId: string): Promise<void> => {
  await page.locator(`[data-case="${caseId}"]`).waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-case"));
  for (let pressed = 0; pressed < 60; pressed += 1) await page.keyboard.press("k");
  for (let pressed = 0; pressed < 60 && (await focused()) !== caseId; pressed += 1) await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.locator(".case", { has: page.getByText(caseId) }).waitFor();
};
