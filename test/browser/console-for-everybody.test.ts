import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { CaseView } from "../../shared/api/resources/case.ts";
import { desktop, type Person, sharedBrowser } from "./support/person.ts";
import { queuedFamily } from "./support/queued-cases.ts";

const { window } = sharedBrowser();
const shared = inject("shared");

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Each screen by its address, and what is there once it has been drawn. */
const screens: Readonly<Record<string, readonly [address: string, sign: string]>> = {
  queue: ["queue", ".queue-row"],
  overdue: ["overdue", ".queue-head"],
  reconciliation: ["differences", ".panel"],
  authorities: ["authorities", ".authority-card"],
  speed: ["speed", ".counts"],
  map: ["map/second-hand-housing", ".package-map .node"],
  audit: ["audit", ".chain-table"],
};

describe("the console for everybody", () => {
  let officer: Person;
  let dispute: CaseView;

  beforeAll(async () => {
    dispute = await queuedFamily(shared, "price-reassessed");
    officer = await window(desktop);
    await officer.open("/console/");
    await officer.tap("用工作账号登录");
    // A supervisor sees what officers see, and the audit.
    await officer.logIn("supervisor-qiu");
    await officer.page.locator(".queue-row").first().waitFor();
  });
  afterAll(async () => officer?.close());

  const show = async ([address, sign]: readonly [string, string]): Promise<void> => {
    await officer.open(`/console/#/${address}`);
    await officer.page.locator(sign).first().waitFor();
    await officer.page.waitForLoadState("networkidle");
  };
  const findings = async (): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page: officer.page }).withTags(wcag).analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(" ")}`));
  };
  /** The page itself never scrolls sideways; tables and drawings may, within themselves. */
  const overflow = (): Promise<number> =>
    officer.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  describe.each(["zh", "en"] as const)("in %s", (language) => {
    beforeAll(async () => {
      await officer.page.setViewportSize(desktop);
      await show(["queue", ".queue-row"]);
      const now = await officer.page.evaluate(() => document.documentElement.lang);
      if (!now.startsWith(language)) await officer.tap(language === "zh" ? "中文" : "English");
      await officer.page.waitForFunction((wanted) => document.documentElement.lang.startsWith(wanted), language);
    });

    test.each(Object.keys(screens))("axe finds nothing on %s", async (name) => {
      await show(screens[name] as readonly [string, string]);
      expect(await findings()).toEqual([]);
    });

    test("axe finds nothing in any part of a case", async () => {
      await show([`queue/${dispute.id}`, ".decision-form"]);
      await officer.page.keyboard.press("a");
      await officer.page.locator(".choice-fields").waitFor();
      expect(await findings()).toEqual([]);
      await officer.page.keyboard.press("Escape");
      for (const [key, sign] of [
        ["2", ".facts"],
        ["3", ".waterfall"],
        ["4", ".grounds"],
      ] as const) {
        await officer.page.keyboard.press(key);
        await officer.page.locator(sign).first().waitFor();
        expect(await findings(), `part ${key}`).toEqual([]);
      }
    });

    test("axe finds nothing in the dialogs", async () => {
      await officer.page.keyboard.press("2");
      await officer.page.locator("button.masked").first().click();
      await officer.page.locator("dialog").waitFor();
      expect(await findings()).toEqual([]);
      await officer.page.keyboard.press("Escape");
      await officer.page.keyboard.press("?");
      await officer.page.locator("dialog .shortcuts").first().waitFor();
      expect(await findings()).toEqual([]);
      await officer.page.keyboard.press("Escape");
    });

    test("at 200 % nothing is cut off and the page does not scroll sideways", async () => {
      await officer.page.setViewportSize({ width: desktop.width / 2, height: desktop.height / 2 });
      for (const [name, screen] of Object.entries(screens)) {
        await show(screen);
        expect(await overflow(), name).toBe(0);
      }
      await show([`queue/${dispute.id}`, ".decision-form"]);
      expect(await overflow(), "case").toBe(0);
      await officer.page.setViewportSize(desktop);
    });

    test("with letters twice as large nothing is cut off either", async () => {
      await show([`queue/${dispute.id}`, ".decision-form"]);
      await officer.page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
      expect(await overflow()).toBe(0);
      await officer.page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
    });
  });

  test("nothing was complained of", () => {
    expect(officer.complaints).toEqual([]);
  });
});
