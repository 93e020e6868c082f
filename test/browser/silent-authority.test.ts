import { afterAll, beforeAll, expect, test } from "vitest";
import { crowdLogin } from "../../infra/local/sandbox/population/crowd.ts";
import { crowdCreditCode } from "../../infra/local/sandbox/population/crowd-companies.ts";
import { type LocalWorld, startWorld } from "../../infra/local/world.ts";
import { clientsFolder } from "../../web/build/clients.ts";
import { inspect } from "./support/inspect.ts";
import { phone, sharedBrowser } from "./support/person.ts";

const { window } = sharedBrowser();

// A world of its own: the silence would reach the others' cases, too.
let world: LocalWorld;
beforeAll(async () => {
  world = await startWorld({ clientsFolder });
});
afterAll(() => world.close());

test("an authority is silent: the phone says which one, the rest goes on, and it ends by itself", async () => {
  await fetch(`${world.controlUrl}/faults`, {
    method: "POST",
    body: JSON.stringify({ authority: "bank", mode: "503" }),
  });
  const founder = await window(phone, { where: world });
  await founder.open("/");
  await founder.tap("登录");
  await founder.logIn(crowdLogin("founder", 2));
  await founder.tap(/新办企业开业/);
  await founder.type(/统一社会信用代码/, crowdCreditCode(2));
  await founder.tap("开始办理");
  await founder.tap("同意并确认");
  await founder.page.locator('.standing:has-text("开户银行")').waitFor();
  await founder.page.locator('[data-step="account-record"][data-status="retrying"]').waitFor();
  await inspect(founder, "phone-silent-authority");
  await founder.page.getByText(/已完成 \d+ 步/).click();
  await founder.page.locator('[data-step="registration-confirmation"][data-status="done"]').waitFor();

  await fetch(`${world.controlUrl}/faults`, { method: "DELETE" });
  await founder.page.locator(".standing[data-status=completed]").waitFor({ timeout: 200_000 });
  expect(founder.complaints).toEqual([]);
  await founder.close();
}, 300_000);
