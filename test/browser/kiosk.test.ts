import { expect, inject, test } from "vitest";
import { findInhabitant } from "../../infra/local/identity-provider/tokens.ts";
import { crowdLogin } from "../../infra/local/sandbox/population/crowd.ts";
import { crowdCreditCode } from "../../infra/local/sandbox/population/crowd-companies.ts";
import { inspect } from "./support/inspect.ts";
import { kiosk, type Person, passIdentityProvider, phone, sharedBrowser } from "./support/person.ts";

const { window } = sharedBrowser();

/** On their phone, somebody confirms the code that the kiosk shows. */
const confirmOnPhone = async (hand: Person, code: string, login: string): Promise<void> => {
  const { page } = hand;
  await page.goto(`${inject("shared").issuer}/device?user_code=${code}`);
  await page.locator("button.main").click();
  await passIdentityProvider(page, login);
  await page.getByText(/已登录自助终端/).waitFor();
};

const logInAtKiosk = async (machine: Person, hand: Person, login: string): Promise<void> => {
  const code = await machine.page.getByTestId("user-code").textContent();
  await confirmOnPhone(hand, code ?? "", login);
  await machine.sees("请将身份证放在读卡区");
};

const putCard = async (machine: Person, name: string): Promise<void> => {
  await machine.page.getByLabel("证件上的姓名").fill(name);
  await machine.page.getByRole("button", { name: "放上身份证" }).click();
};

test("begun at the kiosk, finished on the phone; nothing of the person stays behind", async () => {
  const login = crowdLogin("founder", 13);
  const name = findInhabitant(login)?.name as string;
  const [machine, hand] = await Promise.all([window(kiosk), window(phone)]);
  const bearer: string[] = [];
  machine.page.on("request", (request) => {
    const { authorization, dpop } = request.headers();
    if (authorization !== undefined && dpop !== undefined) bearer.push(authorization);
  });

  await machine.open("/kiosk/");
  await machine.sees("您想办什么？");
  await inspect(machine, "kiosk-welcome");
  await machine.tap(/新办企业开业/);
  await machine.page.getByTestId("user-code").waitFor();
  await inspect(machine, "kiosk-login");
  await logInAtKiosk(machine, hand, login);
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

  await machine.tap("结束并清除");
  await machine.sees("您想办什么？");
  await machine.page.getByRole("button", { name: /新办企业开业/ }).waitFor();
  const left = await machine.page.evaluate(async () => ({
    session: sessionStorage.length,
    local: localStorage.length,
    caches: await caches.keys(),
    databases: await indexedDB.databases(),
    cookies: document.cookie,
    text: document.documentElement.outerHTML,
    address: location.href,
  }));
  expect(left).toMatchObject({ session: 0, local: 0, caches: [], databases: [], cookies: "" });
  expect(left.address).toBe(`${inject("shared").apiUrl}/kiosk/`);
  expect(left.text).not.toContain(name);
  expect(left.text).not.toContain(crowdCreditCode(13));
  // Back in the history is the same empty page.
  await machine.page.goBack();
  await machine.page.goForward().catch(() => {});
  expect(await machine.page.textContent("body")).not.toContain(crowdCreditCode(13));
  // The token that was used opens nothing any more, on this kiosk or anywhere.
  const [used] = bearer;
  expect(used).toBeDefined();
  const again = await fetch(`${inject("shared").apiUrl}/v1/cases`, { headers: { authorization: used ?? "" } });
  expect(again.status).toBe(401);

  await hand.open(`/#/take/${code}`);
  await hand.tap("登录");
  await hand.page.getByRole("button", { name: "同意并确认" }).waitFor();
  await hand.tap("同意并确认");
  await hand.page.locator(".standing[data-status=completed]").waitFor();
  expect([...machine.complaints, ...hand.complaints]).toEqual([]);
  await Promise.all([machine.close(), hand.close()]);
}, 300_000);

test("whoever walks away is asked, and then everything is erased", async () => {
  const machine = await window(kiosk);
  await machine.page.clock.install();
  await machine.open("/kiosk/");
  await machine.tap(/继续办理/);
  await machine.page.getByTestId("user-code").waitFor();
  await machine.page.clock.fastForward(62_000);
  await machine.sees("您还在吗？");
  await machine.tap("我还在");
  await machine.page.getByText("您还在吗？").waitFor({ state: "hidden" });
  await machine.page.clock.fastForward(62_000);
  await machine.sees("您还在吗？");
  await machine.page.clock.fastForward(20_000);
  await machine.sees("您想办什么？");
  expect(await machine.page.evaluate(() => sessionStorage.length)).toBe(0);
  await machine.close();
}, 300_000);
