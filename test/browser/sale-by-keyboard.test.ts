import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { personOf } from "../../infra/local/sandbox/population/people.ts";
import { keyboardOf } from "./support/by-keyboard.ts";
import { inspect } from "./support/inspect.ts";
import { type Person, phone, sharedBrowser } from "./support/person.ts";
import { demandSecondFactorOnce } from "./support/step-up.ts";

const { window } = sharedBrowser();

/** From the first look to the log-in's end. */
const comeIn = async (person: Person, login: string): Promise<void> => {
  const hands = keyboardOf(person.page);
  await person.open("/");
  await hands.press("button", "登录");
  await hands.logIn(login);
  await person.sees(/您好/);
};

const takeBack = ({ page }: Person): Locator => page.locator("summary", { hasText: /^撤回办件$/ });

const focused = ({ page }: Person): Promise<string | undefined> => page.evaluate(() => document.activeElement?.tagName);

test("a sale by keyboard alone: authorised, signed with a second factor, paid with the other wallet, rated; the certificate is checked; a correction is asked for", async () => {
  const [seller, buyer] = await Promise.all([window(phone), window(phone)]);
  const [sells, buys] = [keyboardOf(seller.page), keyboardOf(buyer.page)];

  await comeIn(seller, "heir-ye");
  await sells.press("link", /二手房交易缴税/);
  await sells.type(/合同/, "LZ-CLF-000701");
  await sells.press("button", "开始办理");
  await sells.press("button", "同意并确认");
  await seller.sees(/等待买方/);

  // Whom the contract names is invited by it: the case stands among their own.
  await comeIn(buyer, "buyer-fan");
  await buys.press("link", /待您办理/);
  await buys.press("button", "同意并确认");
  await buyer.sees("您本人应缴");
  await demandSecondFactorOnce(buyer.page);
  await buys.press("button", "同意并确认");
  // Led to the second factor and back; what was confirmed is sent without another word.
  await buys.logIn("buyer-fan");
  await sells.press("button", "同意并确认");

  // What is filed can be corrected and no longer taken back.
  await buyer.page.locator(".bill[data-status=open]").waitFor();
  await seller.sees(/「申报并开具缴款单」已经开始且不可撤销，办件不能再撤回/);
  expect(await takeBack(seller).count()).toBe(0);
  await inspect(seller, "too late to take it back", { isPictured: false });
  // The other side did not open the case: nothing is said of it.
  expect(await takeBack(buyer).count()).toBe(0);
  expect(await buyer.page.getByText("不能再撤回").count()).toBe(0);

  await buys.press("button", "微信支付");
  await buys.press("button", "不付了，换一种方式");
  await buys.press("button", "支付宝");
  await buys.press("button", /沙箱/);
  await buyer.page.locator(".bill[data-status=paid]").waitFor();
  await buyer.page.locator(".standing[data-status=completed]").waitFor();

  const [file] = await Promise.all([buyer.page.waitForEvent("download"), buys.press("button", /下载 PDF.*完税证明/)]);
  expect(file.suggestedFilename()).toMatch(/完税证明.*\.pdf$/);
  await buyer.page.locator(".rating").evaluate((card) => card.scrollIntoView({ block: "center" }));
  await inspect(buyer, "phone-rating");
  await buys.press("button", "非常满意");
  await buyer.sees(/您的评价：非常满意/);

  const code = (await buyer.page.locator(".documents .code b").first().textContent()) ?? "";
  await buys.press("link", "首页");
  await buys.press("link", /证明查验/);
  await buys.type("防伪码", code.toLowerCase());
  await buyer.page.keyboard.press("Enter");
  await buyer.sees("真实有效");
  await inspect(buyer, "phone-certificate");
  const [same] = await Promise.all([buyer.page.waitForEvent("download"), buys.press("button", /下载同一文件/)]);
  expect(same.suggestedFilename()).toBe(file.suggestedFilename());

  // Over and paid, and something was wrong: the same case is taken up again for it.
  await seller.page.locator(".standing[data-status=completed]").waitFor();
  const offer = seller.page.locator("summary", { hasText: "申请「更正申报」" });
  await sells.goToThis(offer);
  await seller.page.keyboard.press("Enter");
  await offer.evaluate((summary) => summary.scrollIntoView());
  await inspect(seller, "phone-correction", {
    names: [
      ["form", "申请「更正申报」", /^Ask for: /],
      ["textbox", /理由/, /Why/],
      ["button", "提交申请", "Ask for it"],
    ],
  });
  await sells.type(/理由/, "建筑面积应为 88 平方米。");
  await sells.press("button", "提交申请");
  await seller.page.locator(".standing[data-status=open]").waitFor();
  await seller.page.locator("[data-step=correction][data-status=waiting]", { hasText: "建筑面积应为" }).waitFor();
  expect(await offer.count()).toBe(0);
  expect(await focused(seller)).toBe("MAIN");

  expect([...seller.complaints, ...buyer.complaints]).toEqual([]);
  await Promise.all([seller.close(), buyer.close()]);
}, 900_000);

test("by keyboard alone: somebody is let in to act, acts, is shown out; an authorisation and a case are taken back; who looked is read", async () => {
  const [seller, friend] = await Promise.all([window(phone), window(phone)]);
  const [sells, acts] = [keyboardOf(seller.page), keyboardOf(friend.page)];
  const delegate = personOf("buyer-lan");

  await comeIn(seller, "seller-weng");
  await sells.press("link", /二手房交易缴税/);
  await sells.type(/合同/, "LZ-CLF-000726");
  await seller.page.keyboard.press("Enter");
  await seller.page.getByRole("button", { name: "同意并确认" }).waitFor();
  const caseId = new URL(seller.page.url()).hash.split("/").at(-1) ?? "";

  await sells.press("link", /委托他人代办/);
  await sells.type("受托人姓名", delegate.name);
  await sells.type("证件号码", delegate.idNumber);
  await sells.press("checkbox", "确认和签署");
  await sells.choose("30 天");
  await demandSecondFactorOnce(seller.page);
  await sells.press("button", "委托");
  await sells.logIn("seller-weng");
  await seller.page.locator("[data-state=given]").waitFor();
  await inspect(seller, "phone-delegations");

  await comeIn(friend, "buyer-lan");
  await acts.press("link", "我的办件");
  await acts.press("link", /受托代办/);
  await friend.sees(/您正在代 .+ 办理/);
  await friend.page.getByRole("button", { name: "同意并确认" }).waitFor();
  await inspect(friend, "phone-acting");
  // Ending the case is nobody's to do for another.
  expect(await takeBack(friend).count()).toBe(0);
  await acts.press("button", "同意并确认");
  await friend.sees(/等待买方/);
  await acts.press("link", "查看或结束代办");
  await friend.sees("提交了答复");
  await acts.press("button", "结束代办");
  await acts.press("button", "确认终止");
  await friend.page.getByRole("heading", { name: "我的办件" }).waitFor();
  await friend.page.locator(`a[href$="${caseId}"]`).waitFor({ state: "detached" });

  await sells.press("link", /回到办件/);
  await sells.press("link", /我的授权/);
  await sells.press("button", "撤回授权");
  await inspect(seller, "what taking it back means", {
    names: [
      ["button", "确认撤回", "Withdraw it"],
      ["button", "不撤回", "Keep it"],
    ],
    isPictured: false,
  });
  await sells.press("button", "确认撤回");
  await seller.page.locator("[data-state=withdrawn]").waitFor();

  // The consent of the opening took the case with it. Whoever begins anew can take that case back as a whole.
  await sells.press("link", "首页");
  await sells.press("link", /二手房交易缴税/);
  await sells.type(/合同/, "LZ-CLF-000726");
  await seller.page.keyboard.press("Enter");
  await seller.page.getByRole("button", { name: "同意并确认" }).waitFor();
  await sells.goToThis(takeBack(seller));
  await seller.page.keyboard.press("Enter");
  await takeBack(seller).evaluate((summary) => summary.scrollIntoView());
  await inspect(seller, "phone-take-back", {
    names: [
      ["form", "撤回办件", "Take the case back"],
      ["textbox", /理由/, /Why/],
      ["button", "确认撤回办件", "Yes, take it back"],
    ],
  });
  await sells.type(/理由/, "改为现场办理");
  await sells.press("button", "确认撤回办件");
  await seller.page
    .locator(".standing[data-status=withdrawn]", { hasText: "由卖方撤回。理由：改为现场办理" })
    .waitFor();
  expect(await takeBack(seller).count()).toBe(0);
  expect(await focused(seller)).toBe("MAIN");

  await sells.press("link", "我的");
  await sells.press("link", /谁看过我的信息/);
  await seller.page.locator(".messages li").first().waitFor();

  expect([...seller.complaints, ...friend.complaints]).toEqual([]);
  await Promise.all([seller.close(), friend.close()]);
}, 900_000);
