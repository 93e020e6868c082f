import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

type Role = Parameters<Page["getByRole"]>[0];
type Name = string | RegExp;

/** Somebody without a pointer: Tab, Enter, Space, arrows and letters, and nothing else. */
export interface Keyboard {
  /** Goes on with Tab to what has this role and name for a screen reader; that the focus is there is to be seen. */
  goTo(role: Role, name: Name): Promise<void>;
  goToThis(target: Locator): Promise<void>;
  /** Goes there and presses it. */
  press(role: Role, name: Name): Promise<void>;
  /** Goes to a field and types, a letter at a time. */
  type(name: Name, text: string): Promise<void>;
  /** Goes to a date field and types `2012-05-18`, in whichever order the browser has year, month and day. */
  typeDate(name: Name, date: string): Promise<void>;
  /** Goes to a group of radio buttons and along it with the arrows. */
  choose(name: Name): Promise<void>;
  /** Goes through the identity provider's pages; one of the crowd is let in by the first button of the list. */
  logIn(login: string): Promise<void>;
}

/** More stops than any screen of the phone has. */
const mostStops = 90;

export const keyboardOf = (page: Page): Keyboard => {
  const hasFocus = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => element === document.activeElement);
  const tabUntil = async (isThere: () => Promise<boolean>, what: string): Promise<void> => {
    for (let stops = 0; stops <= mostStops; stops += 1) {
      if (await isThere()) {
        const outline = await page.evaluate(() => {
          const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement as Element);
          return outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth);
        });
        expect(outline, `the focus on ${what}, in pixels`).toBeGreaterThanOrEqual(2);
        return;
      }
      await page.keyboard.press("Tab");
    }
    throw new Error(`${mostStops} times Tab, and the focus was never on ${what}`);
  };
  const goToThis = async (target: Locator): Promise<void> => {
    await target.waitFor();
    await tabUntil(() => hasFocus(target), String(target));
  };
  const hands: Keyboard = {
    goToThis,
    goTo: (role, name) => goToThis(page.getByRole(role, { name, exact: typeof name === "string" }).first()),
    press: async (role, name) => {
      await hands.goTo(role, name);
      await page.keyboard.press(role === "checkbox" ? "Space" : "Enter");
    },
    type: async (name, text) => {
      await goToThis(page.getByLabel(name).first());
      await page.keyboard.type(text);
    },
    typeDate: async (name, date) => {
      const field = page.getByLabel(name).first();
      const [year = "", month = "", day = ""] = date.split("-");
      await goToThis(field);
      // A year may have six digits, so that only an arrow leaves it; a month and a day are left by themselves.
      await page.keyboard.type(year);
      await page.keyboard.press("ArrowRight");
      await page.keyboard.type(month + day);
      if ((await field.inputValue()) === date) return;
      for (let part = 0; part < 3; part += 1) await page.keyboard.press("ArrowLeft");
      await page.keyboard.type(month + day + year);
      expect(await field.inputValue()).toBe(date);
    },
    choose: async (name) => {
      const wanted = page.getByRole("radio", { name }).first();
      await wanted.waitFor();
      const isInGroup = () =>
        wanted.evaluate(({ name: group }: HTMLInputElement) => {
          const { activeElement: focused } = document;
          return focused instanceof HTMLInputElement && focused.type === "radio" && focused.name === group;
        });
      await tabUntil(isInGroup, `the group of ${name}`);
      for (let moved = 0; moved < 10 && !(await hasFocus(wanted)); moved += 1) await page.keyboard.press("ArrowRight");
      expect(await wanted.isChecked()).toBe(true);
    },
    logIn: async (login) => {
      const person = page.locator("button[name=login]").first();
      const code = page.locator("input[name=code]");
      await person.or(code).first().waitFor();
      if (await person.isVisible()) {
        await person.evaluate((button, value) => button.setAttribute("value", value), login);
        await goToThis(person);
        await page.keyboard.press("Enter");
      }
      await code.waitFor();
      const sent = (await page.locator("code").first().textContent()) ?? "";
      await goToThis(code);
      await page.keyboard.type(sent);
      await page.keyboard.press("Enter");
    },
  };
  return hands;
};
