import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { CaseView } from "../../shared/api/resources/case.ts";
import { type PlaceId, places } from "../../web/console/places.ts";
import { findingsOf } from "./support/findings.ts";
import { takePicture, takesPictures } from "./support/inspect.ts";
import { showMadeUpDays } from "./support/made-up-days.ts";
import { desktop, type Person, sharedBrowser } from "./support/person.ts";
import { queuedFamily } from "./support/queued-cases.ts";

const { window } = sharedBrowser();
const shared = inject("shared");

/** Each place of the router, by what is there once it has been drawn: a place that is new does not compile without. */
const signs: Readonly<Record<PlaceId, string>> = {
  queue: ".queue-row",
  overdue: ".queue-head",
  differences: ".panel",
  authorities: ".authority-card",
  speed: ".counts",
  map: ".package-map .node",
  audit: ".chain-table",
};

describe("the console for everybody", () => {
  let officer: Person;
  let dispute: CaseView;

  beforeAll(async () => {
    dispute = await queuedFamily(shared, "price-reassessed");
    officer = await window(desktop);
    if (takesPictures) await showMadeUpDays(officer.page);
    await officer.open("/console/");
    await officer.page.locator(".welcome-card").waitFor();
    expect(await findings()).toEqual([]);
    await officer.tap("用工作账号登录");
    // A supervisor sees what officers see, and the audit.
    await officer.logIn("supervisor-qiu");
    await officer.page.locator(".queue-row").first().waitFor();
  }, 400_000);
  afterAll(async () => officer?.close());

  const show = async (address: string, sign: string): Promise<void> => {
    await officer.open(`/console/#/${address}`);
    await officer.page.locator(sign).first().waitFor();
    await officer.page.waitForLoadState("networkidle");
  };
  const findings = (): Promise<readonly string[]> => findingsOf(officer.page);
  /** The page itself never scrolls sideways; tables and drawings may, within themselves. */
  const overflow = (): Promise<number> =>
    officer.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  describe.each(["zh", "en"] as const)("in %s", (language) => {
    beforeAll(async () => {
      await officer.page.setViewportSize(desktop);
      await show("queue", signs.queue);
      const now = await officer.page.evaluate(() => document.documentElement.lang);
      if (!now.startsWith(language)) await officer.tap(language === "zh" ? "中文" : "English");
      await officer.page.waitForFunction((wanted) => document.documentElement.lang.startsWith(wanted), language);
    });

    test.each(places.map(({ id }) => id))("axe finds nothing on %s", async (id) => {
      await show(id, signs[id]);
      expect(await findings()).toEqual([]);
      // The officer's day has one with a difference in it.
      if (id !== "differences") await takePicture(officer.page, `console-${id}-${language}`);
    });

    test("axe finds nothing in any part of a case", async () => {
      await show(`queue/${dispute.id}`, ".decision-form");
      for (const choice of ["a", "r", "b"]) {
        await officer.page.keyboard.press(choice);
        await officer.page.locator(".choice-fields").waitFor();
        expect(await findings(), `choice ${choice}`).toEqual([]);
        if (choice === "a") await takePicture(officer.page, `console-price-${language}`);
        await officer.page.keyboard.press("Escape");
      }
      for (const [key, sign, name] of [
        ["2", ".facts", "facts"],
        ["3", ".waterfall", "timeline"],
        ["4", ".grounds", "rules"],
      ] as const) {
        await officer.page.keyboard.press(key);
        await officer.page.locator(sign).first().waitFor();
        expect(await findings(), `part ${key}`).toEqual([]);
        await takePicture(officer.page, `console-${name}-${language}`);
      }
    });

    test("axe finds nothing in the dialogs", async () => {
      await officer.page.keyboard.press("2");
      await officer.page.locator("button.masked").first().click();
      await officer.page.locator("dialog").waitFor();
      expect(await findings()).toEqual([]);
      await takePicture(officer.page, `console-unmask-${language}`);
      await officer.page.keyboard.press("Escape");
      await officer.page.keyboard.press("?");
      await officer.page.locator("dialog .shortcuts").first().waitFor();
      expect(await findings()).toEqual([]);
      await takePicture(officer.page, `console-keys-${language}`);
      await officer.page.keyboard.press("Escape");
      await officer.page.keyboard.press("/");
      await officer.page.locator("dialog input").first().waitFor();
      expect(await findings()).toEqual([]);
      await officer.page.keyboard.press("Escape");
    });

    test("at 200 % nothing is cut off and the page does not scroll sideways", async () => {
      await officer.page.setViewportSize({ width: desktop.width / 2, height: desktop.height / 2 });
      for (const { id } of places) {
        await show(id, signs[id]);
        expect(await overflow(), id).toBe(0);
      }
      await show(`queue/${dispute.id}`, ".decision-form");
      expect(await overflow(), "case").toBe(0);
      await officer.page.setViewportSize(desktop);
    });

    test("with letters twice as large nothing is cut off either", async () => {
      await show(`queue/${dispute.id}`, ".decision-form");
      await officer.page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
      expect(await overflow()).toBe(0);
      await officer.page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
    });
  });

  test.runIf(takesPictures).each(["en", "zh"] as const)(
    "three days later the queue is late, a picture in %s",
    async (language) => {
      await show("queue", signs.queue);
      const now = await officer.page.evaluate(() => document.documentElement.lang);
      if (!now.startsWith(language)) await officer.tap(language === "zh" ? "中文" : "English");
      await officer.page.clock.setFixedTime(Date.now() + 3 * 86_400_000);
      await officer.page.locator(".queue-row.late").first().waitFor();
      await takePicture(officer.page, `console-late-${language}`);
    },
  );

  test("nothing was complained of", () => {
    expect(officer.complaints).toEqual([]);
  });
});
