import { expect, inject, test } from "vitest";
import { findInhabitant } from "../../infra/local/identity-provider/tokens.ts";
import { crowdLogin } from "../../infra/local/sandbox/population/crowd.ts";
import { crowdCreditCode } from "../../infra/local/sandbox/population/crowd-companies.ts";
import {
  confirmedLongAgo,
  expectNothingLeft,
  expectSessionEnded,
  idleTime,
  putCard,
  scanWithPhone,
  tokensOf,
} from "./support/at-the-kiosk.ts";
import { keyboardOf } from "./support/by-keyboard.ts";
import { inspect } from "./support/inspect.ts";
import { kiosk, phone, sharedBrowser } from "./support/person.ts";
import { clientOf } from "./support/queued-cases.ts";

const { window } = sharedBrowser();

test("begun at the kiosk, finished on the phone; nothing of the person stays behind", async () => {
  const login = crowdLogin("founder", 13);
  const name = findInhabitant(login)?.name as string;
  const [machine, hand] = await Promise.all([window(kiosk), window(phone)]);
  const tokens = tokensOf(machine);
  await idleTime(machine);

  await machine.open("/kiosk/");
  await machine.sees("您想办什么？");
  await inspect(machine, "kiosk-welcome");
  await machine.tap(/新办企业开业/);
  await machine.page.getByTestId("user-code").waitFor();
  await inspect(machine, "kiosk-login");
  await scanWithPhone(machine, hand, login);
  await machine.sees("请将身份证放在读卡区");
  await inspect(machine, "kiosk-card");
  await putCard(machine, "别人");
  await machine.sees(/证件与登录的人不符/);
  expect(await machine.page.textContent("body")).not.toContain(name);
  await putCard(machine, name);

  await machine.page.getByRole("button", { name: "开始办理" }).waitFor();
  for (const key of crowdCreditCode(13)) await machine.page.getByRole("button", { name: key, exact: true }).click();
  await inspect(machine, "kiosk-start");
  await machine.tap("开始办理");
  await machine.sees("确认套餐申请表");
  await inspect(machine, "kiosk-case");
  await machine.tap("显示二维码");
  const code = await machine.page.getByTestId("handover-code").textContent();
  await inspect(machine, "kiosk-hand-over");

  await machine.tap("结束并清除");
  await expectNothingLeft(machine, [name, crowdCreditCode(13), code ?? ""]);
  for (const token of tokens) await expectSessionEnded(token);
  expect(tokens.size).toBe(1);

  await hand.open(`/#/take/${code}`);
  await hand.tap("登录");
  await hand.page.getByRole("button", { name: "同意并确认" }).waitFor();
  await hand.tap("同意并确认");
  await hand.page.locator(".standing[data-status=completed]").waitFor();
  expect([...machine.complaints, ...hand.complaints]).toEqual([]);
  await Promise.all([machine.close(), hand.close()]);
}, 600_000);

test("begun on the phone, opened at the kiosk by its code, taken back there by keyboard; a page that is loaded anew keeps nothing and ends the session", async () => {
  const login = crowdLogin("founder", 14);
  const name = findInhabitant(login)?.name as string;
  const api = await clientOf(inject("shared"), login);
  const opened = await api.openCase({
    idempotencyKey: "begun-on-the-phone",
    body: {
      packageId: "new-taxpayer",
      opening: { creditCode: crowdCreditCode(14) },
      consents: { dataSharing: true },
    },
  });
  const hand = await window(phone);
  await hand.open(`/#/cases/${opened.id}`);
  await hand.tap("登录");
  await hand.logIn(login);
  await hand.page.getByText("到自助终端继续、打印").click();
  await hand.tap("显示二维码");
  const code = await hand.page.getByTestId("handover-code").textContent();
  await inspect(hand, "phone-to-kiosk");
  await hand.close();
  const machine = await window(kiosk);
  const tokens = tokensOf(machine);
  await idleTime(machine);
  await machine.open("/kiosk/");
  await confirmedLongAgo(machine, login, 0);
  await machine.tap(/继续办理/);
  await machine.sees("请将身份证放在读卡区");
  await putCard(machine, name);
  await machine.sees("您的办件");
  await machine.page.locator(".wishes button").waitFor();
  await inspect(machine, "kiosk-cases");
  await machine.type("手机上的接续码", code ?? "");
  await machine.tap("放到扫码窗口");
  await machine.sees("确认套餐申请表");

  const hands = keyboardOf(machine.page);
  const takeBack = machine.page.locator("summary", { hasText: /^撤回办件$/ });
  await hands.goToThis(takeBack);
  await machine.page.keyboard.press("Enter");
  await takeBack.evaluate((summary) => summary.scrollIntoView());
  await inspect(machine, "kiosk-take-back", {
    names: [
      ["form", "撤回办件", "Take the case back"],
      ["textbox", /理由/, /Why/],
      ["button", "确认撤回办件", "Yes, take it back"],
    ],
  });
  await hands.type(/理由/, "名称要改");
  await hands.press("button", "确认撤回办件");
  await machine.page.locator(".standing[data-status=withdrawn]", { hasText: "理由：名称要改" }).waitFor();
  expect(await takeBack.count()).toBe(0);
  expect(await machine.page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
  expect(await api.getCase({ caseId: opened.id })).toMatchObject({ status: "withdrawn" });

  await machine.page.reload();
  await expectNothingLeft(machine, [name, crowdCreditCode(14), opened.id, "名称要改"]);
  for (const token of tokens) await expectSessionEnded(token);
  expect(tokens.size).toBe(1);
  expect(machine.complaints).toEqual([]);
  await machine.close();
}, 600_000);

test("whoever walks away is asked, and then everything is erased", async () => {
  const machine = await window(kiosk);
  const pass = await idleTime(machine);
  await machine.open("/kiosk/");
  await machine.tap(/继续办理/);
  await machine.page.getByTestId("user-code").waitFor();
  await pass(62_000);
  await machine.sees("您还在吗？");
  await machine.page.keyboard.press("Enter");
  await machine.page.getByText("您还在吗？").waitFor({ state: "hidden" });
  await pass(62_000);
  await machine.sees("您还在吗？");
  await pass(20_000);
  await machine.sees("您想办什么？");
  expect(await machine.page.evaluate(() => sessionStorage.length)).toBe(0);
  await machine.close();
}, 600_000);
