import { expect, test } from "vitest";
import { keyboardOf } from "./support/by-keyboard.ts";
import { inspect } from "./support/inspect.ts";
import { phone, sharedBrowser } from "./support/person.ts";

const { window } = sharedBrowser();

test("an estimate needs no login and no pointer, and says by which law", async () => {
  const somebody = await window(phone);
  const hands = keyboardOf(somebody.page);
  await somebody.open("/");
  await hands.press("link", /先算一算税/);
  await hands.type(/成交价格/, "880000");
  await hands.type(/建筑面积/, "98.5");
  await hands.typeDate(/产权登记日期/, "2012-05-18");
  await hands.choose("没有");
  await hands.press("button", "计算");
  // The only home of its owners for more than five years; the first home of the buyers, of up to 140 square metres: 1 %.
  await somebody.sees("¥8,800.00");
  expect(await somebody.page.getByText("¥0.00").count()).toBe(1);
  await somebody.page.getByText("契税", { exact: true }).click();
  await somebody.page
    .getByText(/契税法/)
    .first()
    .waitFor();
  await inspect(somebody, "phone-estimate");
  expect(await somebody.page.evaluate(() => sessionStorage.getItem("session"))).toBeNull();
  expect(somebody.complaints).toEqual([]);
  await somebody.close();
}, 900_000);

test("large letters and English last through the whole visit", async () => {
  const somebody = await window(phone);
  await somebody.open("/");
  await somebody.tap("大字");
  await somebody.tap("English");
  await somebody.sees("No trip, no papers");
  expect(await somebody.page.evaluate(() => document.documentElement.lang)).toBe("en");
  const size = () => somebody.page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  expect(await size()).toBe("20px");
  await somebody.page.reload();
  await somebody.sees("No trip, no papers");
  expect(await size()).toBe("20px");
  await somebody.close();
}, 900_000);
