import { mkdir } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "vitest";
import type { Person } from "./person.ts";

const standard = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Where pictures of the screens go: `SCREENSHOTS=web/docs vitest run --project browser`. Without it none are taken. */
const folder = process.env.SCREENSHOTS;

/**
 * Looks at a screen in both languages: axe finds nothing at WCAG 2.2 AA, and with letters of twice the size nothing is
 * cut off at the side. Leaves the screen as it was.
 */
export const inspect = async ({ page }: Person, name: string): Promise<void> => {
  for (const language of ["zh", "en"] as const) {
    await page.evaluate(() => document.fonts.ready);
    if (folder !== undefined) {
      await mkdir(folder, { recursive: true });
      await page.screenshot({ path: `${folder}/${name}-${language}.jpg`, type: "jpeg", quality: 72 });
    }
    const { violations } = await new AxeBuilder({ page }).withTags(standard).analyze();
    expect(
      violations.map(({ id, nodes }) => `${name} ${language} ${id}: ${nodes.map(({ target }) => target).join(" | ")}`),
    ).toEqual([]);
    expect(await overflowAtTwiceTheSize(page), `${name} ${language} at 200 %`).toEqual([]);
    await page.getByRole("button", { name: language === "zh" ? "English" : "中文", exact: true }).click();
  }
};

/** What sticks out at the side when all letters are twice as large. */
const overflowAtTwiceTheSize = (page: Person["page"]): Promise<readonly string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const usual = getComputedStyle(root).fontSize;
    root.style.fontSize = `${Number.parseFloat(usual) * 2}px`;
    const wide = [...document.querySelectorAll("main *, header *, nav *")].filter((element) => {
      const { right, width } = element.getBoundingClientRect();
      return width > 1 && right > root.clientWidth + 1 && !element.closest("svg");
    });
    root.style.fontSize = "";
    return wide.map((element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 20)}`);
  });
