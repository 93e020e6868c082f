import { expect, inject, test } from "vitest";
import { crowdLogin } from "../../infra/local/sandbox/population/crowd.ts";
import { crowdCreditCode } from "../../infra/local/sandbox/population/crowd-companies.ts";
import { keyboardOf } from "./support/by-keyboard.ts";
import { inspect } from "./support/inspect.ts";
import { phone, sharedBrowser } from "./support/person.ts";
import { clientOf } from "./support/queued-cases.ts";

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
  const decided = founder.page.getByText(/由规则当场决定/);
  await decided.click();
  await decided.evaluate((summary) => summary.scrollIntoView());
  await inspect(founder, "phone-decisions");
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
}, 900_000);

test("by keyboard alone: a form is kept, taken up elsewhere and confirmed; the company's file is opened", async () => {
  const [login, creditCode] = [crowdLogin("founder", 12), crowdCreditCode(12)];
  const founder = await window(phone);
  const { page } = founder;
  const hands = keyboardOf(page);
  await founder.open("/");
  await founder.sees("不用跑，不用纸");
  await hands.press("button", "登录");
  await hands.logIn(login);
  await founder.sees(/您好/);
  await hands.press("link", /新办企业开业/);
  await hands.type(/统一社会信用代码/, creditCode);
  await page.keyboard.press("Enter");
  await founder.sees("确认套餐申请表");
  const caseId = new URL(page.url()).hash.split("/").at(-1) ?? "";

  // What is typed and left is there again, whichever door leads back to it.
  await hands.goToThis(page.getByText(/补充或更改/));
  await page.keyboard.press("Enter");
  const field = page.locator("form.question .field input[type=text], form.question .field input:not([type])").first();
  await hands.goToThis(field);
  await page.keyboard.type("12");
  await hands.press("link", "我的办件");
  await page.getByRole("heading", { name: "我的办件" }).waitFor();
  const api = await clientOf(inject("shared"), login);
  await expect
    .poll(async () => (await api.getCase({ caseId })).questions[0]?.draft?.answers, { timeout: 60_000 })
    .toBeDefined();

  // Begun at a kiosk or another phone, it goes on here by the code that stands there.
  const { code } = await api.handOver({ caseId });
  await founder.open(`/#/take/${code}`);
  await founder.sees("确认套餐申请表");
  await hands.press("button", "同意并确认");
  await page.locator(".standing[data-status=completed]").waitFor();

  await hands.press("link", "我的");
  await hands.press("link", /企业档案/);
  await hands.type(/统一社会信用代码/, creditCode);
  await page.keyboard.press("Enter");
  await page.locator(".documents li").first().waitFor();
  await inspect(founder, "phone-company-file");
  const [file] = await Promise.all([page.waitForEvent("download"), hands.press("button", /下载 PDF/)]);
  expect(file.suggestedFilename()).toMatch(/\.pdf$/);
  expect(founder.complaints).toEqual([]);
  await founder.close();
}, 900_000);
