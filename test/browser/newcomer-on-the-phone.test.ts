import { expect, test } from "vitest";
import { crowdLogin } from "../../infra/local/sandbox/population/crowd.ts";
import { crowdCreditCode } from "../../infra/local/sandbox/population/crowd-companies.ts";
import { inspect } from "./support/inspect.ts";
import { phone, sharedBrowser } from "./support/person.ts";

const { window } = sharedBrowser();

test("a newcomer types one number and confirms once; fifteen tasks are done", async () => {
  const founder = await window(phone);
  await founder.open("/");
  await founder.tap("登录");
  await founder.logIn(crowdLogin("founder", 11));
  founder.counted.taps = 0;
  await founder.tap(/新办企业开业/);
  await founder.type(/统一社会信用代码/, crowdCreditCode(11));
  await founder.tap("开始办理");
  await founder.sees("确认套餐申请表");
  await founder.sees(/已为您填好/);
  await inspect(founder, "phone-form");
  await founder.tap("同意并确认");
  await founder.page.locator(".standing[data-status=completed]").waitFor();
  expect(founder.counted).toEqual({ taps: 3, typed: 1 });

  await founder.page.getByRole("heading", { name: "证明与文书" }).waitFor();
  await inspect(founder, "phone-newcomer-done");
  await founder.page.getByRole("link", { name: "我的办件" }).click();
  await founder.sees("已办结");
  await inspect(founder, "phone-cases");

  await founder.page.getByRole("link", { name: "我的", exact: true }).click();
  await founder.tap("退出登录");
  await founder.sees("不用跑，不用纸");
  expect(await founder.page.evaluate(() => Object.keys(sessionStorage).filter((key) => key !== "language"))).toEqual(
    [],
  );
  expect(await founder.page.evaluate(() => localStorage.length)).toBe(0);
  expect(founder.complaints).toEqual([]);
  await founder.close();
}, 300_000);

test("by keyboard alone: log in, begin, confirm", async () => {
  const founder = await window(phone);
  const { page } = founder;
  /** Goes on with the tabulator to what has this name, as somebody without a pointer does. */
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement | null;
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
        // The scrolling region takes the focus, too; what is looked for lies in it.
        if (element?.tagName === "MAIN") return { text: "", outline: "auto" };
        const outline = element ? getComputedStyle(element).outlineStyle : "none";
        return { text: `${element?.textContent ?? ""} ${labels.map((label) => label.textContent).join(" ")}`, outline };
      });
      if (!name.test(focused.text)) continue;
      expect(focused.outline).not.toBe("none");
      return;
    }
    throw new Error(`The tabulator never came to ${name}`);
  };
  await founder.open("/");
  await founder.sees("不用跑，不用纸");
  await tabTo(/^登录/);
  await page.keyboard.press("Enter");
  await founder.logIn(crowdLogin("founder", 12));
  await founder.sees(/您好/);
  await tabTo(/新办企业开业/);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "开始办理" }).waitFor();
  await tabTo(/统一社会信用代码/);
  await page.keyboard.type(crowdCreditCode(12));
  await page.keyboard.press("Enter");
  await founder.sees("确认套餐申请表");
  await tabTo(/^同意并确认/);
  await page.keyboard.press("Enter");
  await page.locator(".standing[data-status=completed]").waitFor();
  await founder.close();
}, 300_000);
