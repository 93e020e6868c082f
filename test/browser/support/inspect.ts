import { mkdir } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { findingsOf } from "./findings.ts";
import type { Person } from "./person.ts";

/** Where pictures of the screens go: `SCREENSHOTS=web/docs vitest run --project browser`. Without it none are taken. */
const folder = process.env.SCREENSHOTS;
export const takesPictures = folder !== undefined;

/** What a screen reader calls something: its role, and its whole name in Chinese and in English; a pattern is a part of it. */
export type Named = readonly [role: Parameters<Page["getByRole"]>[0], zh: string | RegExp, en: string | RegExp];

/**
 * Looks at a screen in both languages: axe finds nothing at WCAG 2.2 AA, with letters of twice the size nothing is cut off
 * at the side, what is named is there by its name, and a problem that is shown goes along when the person changes the
 * language. Leaves the screen as it was.
 */
export const inspect = async (
  { page }: Person,
  name: string,
  { names = [], isPictured = true }: { readonly names?: readonly Named[]; readonly isPictured?: boolean } = {},
): Promise<void> => {
  for (const language of ["zh", "en"] as const) {
    for (const [role, zh, en] of names) {
      const wanted = language === "zh" ? zh : en;
      await page
        .getByRole(role, { name: wanted, exact: typeof wanted === "string" })
        .first()
        .waitFor();
    }
    for (const problem of await page.getByRole("alert").allInnerTexts()) {
      expect(isInChinese(problem), `${name} ${language}: ${problem}`).toBe(language === "zh");
    }
    await page.evaluate(() => document.fonts.ready);
    if (isPictured) await takePicture(page, `${name}-${language}`);
    expect(await findingsOf(page), `${name} ${language}`).toEqual([]);
    expect(await overflowAtTwiceTheSize(page), `${name} ${language} at 200 %`).toEqual([]);
    // A dialog stands before the switch, and what is looked at is the dialog: no hand could reach it.
    await page
      .getByRole("button", { name: language === "zh" ? "English" : "中文", exact: true, includeHidden: true })
      .evaluate((button: HTMLElement) => button.click());
  }
};

const isInChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

export const takePicture = async (page: Page, name: string): Promise<void> => {
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  // A new screen takes the focus as a whole; whoever came by touch sees no frame around it.
  await page.evaluate(() => {
    const { activeElement: focused } = document;
    if (focused instanceof HTMLElement && focused.tagName === "MAIN") focused.blur();
  });
  await page.screenshot({ path: `${folder}/${name}.jpg`, type: "jpeg", quality: 72 });
};

/** What sticks out at the side when all letters are twice as large. */
export const overflowAtTwiceTheSize = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const usual = getComputedStyle(root).fontSize;
    root.style.fontSize = `${Number.parseFloat(usual) * 2}px`;
    const wide = [...document.querySelectorAll("main *, header *, nav *, dialog *")].filter((element) => {
      const { right, width } = element.getBoundingClientRect();
      return width > 1 && right > root.clientWidth + 1 && !element.closest("svg");
    });
    root.style.fontSize = "";
    return wide.map((element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 20)}`);
  });
