import { expect, inject, test } from "vitest";
import { families } from "../../infra/local/demo/street/families.ts";
import type { Family } from "../../infra/local/demo/street/family.ts";
import { personOf } from "../../infra/local/sandbox/population/people.ts";
import {
  confirmedLongAgo,
  expectNothingLeft,
  expectSessionEnded,
  idleTime,
  putCard,
  tokensOf,
} from "./support/at-the-kiosk.ts";
import { keyboardOf } from "./support/by-keyboard.ts";
import { inspect } from "./support/inspect.ts";
import { pressWithKeys } from "./support/keyboard.ts";
import { kiosk, sharedBrowser } from "./support/person.ts";
import { answerOnce, clientOf } from "./support/queued-cases.ts";

const { window } = sharedBrowser();
const shared = inject("shared");

/** In the world that all share, nobody else's test plays this family. */
const family = families.find(({ id }) => id === "buyer-with-presale-home") as Family;

/**
 * The buyer does everything at the kiosk, and with the keyboard alone; clicked is only what hands would do to the machine.
 * The other side answers from elsewhere.
 */
test("a sale at the kiosk by keyboard: signed with a fresh factor, paid at the second attempt, printed at the second, a correction asked for, forgotten", async () => {
  const [otherSide, login] = ["seller-lou", "buyer-diao"] as const;
  const { name } = personOf(login);
  const machine = await window(kiosk);
  const { page } = machine;
  const tokens = tokensOf(machine);
  const press = (button: string | RegExp): Promise<void> => pressWithKeys(page, button);
  const pass = await idleTime(machine);
  await machine.open("/kiosk/");
  await confirmedLongAgo(machine, login, 1000);
  await press(/二手房交易缴税/);
  await machine.sees("请将身份证放在读卡区");
  await putCard(machine, name);
  await page.locator("#number").focus();
  await page.keyboard.type(family.contractNumber);
  await page.keyboard.press("Enter");

  await machine.sees("将要查询");
  await inspect(machine, "kiosk-authorise");
  await press("同意并确认");
  const seller = await clientOf(shared, otherSide);
  const caseId = async (): Promise<string> => (await seller.listCases({})).cases[0]?.id ?? "";
  await expect.poll(caseId, { timeout: 60_000 }).not.toBe("");
  const id = await caseId();
  const sellerAnswers = (): Promise<void> => answerOnce(seller, id, otherSide, family);
  const until = async (text: string): Promise<void> => {
    const isSeen = async (): Promise<boolean> => {
      await sellerAnswers();
      return page.getByText(text).first().isVisible();
    };
    await expect.poll(isSeen, { timeout: 90_000 }).toBe(true);
  };

  await until("您本人应缴");
  await inspect(machine, "kiosk-taxes");
  await press("同意并确认");
  await machine.sees("请用手机再确认一次");
  await page.getByTestId("user-code").waitFor();
  await inspect(machine, "kiosk-step-up");
  await confirmedLongAgo(machine, login, 0);
  await page.getByText("请用手机再确认一次").waitFor({ state: "hidden" });

  await until("缴款单");
  await inspect(machine, "kiosk-bill");
  // The buyer opened the case, and it is filed.
  await machine.sees(/「申报并开具缴款单」已经开始且不可撤销，办件不能再撤回/);
  await press("微信支付");
  await machine.sees("等待您在微信支付中付款");
  await inspect(machine, "kiosk-paying");
  await press("不付了，换一种方式");
  await press("支付宝");
  await machine.sees("等待您在支付宝中付款");
  await press(/沙箱：模拟钱包付款/);

  await page.locator(".standing[data-status=completed]").waitFor();
  await machine.sees("契税完税证明");
  await inspect(machine, "kiosk-done");
  const printer = page.getByRole("combobox", { name: /打印机/ });
  await printer.selectOption("paper-jam");
  await press(/^打印.*完税证明/);
  await machine.sees("打印机卡纸");
  await inspect(machine, "kiosk-paper-jam");
  await press("先不打印");
  await printer.selectOption("no-paper");
  await press(/^打印.*完税证明/);
  await machine.sees("打印机缺纸");
  await press("重新打印");
  await machine.sees("已打印，请取走");
  await inspect(machine, "kiosk-printed");
  await press("我已取走");

  const hands = keyboardOf(page);
  const offer = page.locator("summary", { hasText: "申请「更正申报」" });
  await hands.goToThis(offer);
  await page.keyboard.press("Enter");
  await offer.evaluate((summary) => summary.scrollIntoView());
  await inspect(machine, "kiosk-correction", {
    names: [
      ["form", "申请「更正申报」", /^Ask for: /],
      ["textbox", /理由/, /Why/],
      ["button", "提交申请", "Ask for it"],
    ],
  });
  await hands.type(/理由/, "建筑面积应为 88 平方米。");
  await press("提交申请");
  await page.locator(".standing[data-status=open]").waitFor();
  expect(await offer.count()).toBe(0);

  await pass(62_000);
  await machine.sees("您还在吗？");
  await inspect(machine, "kiosk-idle");
  await pressWithKeys(page, "结束并清除", page.locator("dialog"));
  await expectNothingLeft(machine, [name, family.contractNumber, id, "完税证明"]);
  // The one of the log-in, and the one with the fresh factor.
  expect(tokens.size).toBe(2);
  for (const token of tokens) await expectSessionEnded(token);
  expect(machine.complaints).toEqual([]);
  await machine.close();
}, 600_000);
