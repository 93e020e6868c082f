import { expect, test } from "vitest";
import { phone, sharedBrowser } from "./support/person.ts";

const { window } = sharedBrowser();

test("tour", async () => {
  const p = await window(phone);
  const shot = async (n: string) => {
    await p.page.waitForLoadState("networkidle");
    await p.page.screenshot({ path: `/tmp/e7/${n}.png`, fullPage: true });
  };
  await p.open("/");
  await p.sees("二手房交易缴税");
  await shot("home");
  await p.tap("登录");
  await p.logIn("seller-wei");
  await p.sees("您好");
  await shot("home-in");
  await p.tap(/二手房交易缴税/);
  await p.page.getByRole("button", { name: "开始办理" }).waitFor();
  await shot("start");
  await p.type(/合同/, "LZ-CLF-000101");
  await p.tap("开始办理");
  await p.page.getByRole("button", { name: "同意并确认" }).waitFor();
  await shot("authorise");
  await p.tap("同意并确认");
  await p.sees(/等待买方|等待卖方/);
  await shot("waiting");
  await p.tap(/消息与通知/);
  await shot("messages");
  console.log(p.counted, p.complaints);
});
