import { expect, test } from "vitest";
import { inspect } from "./support/inspect.ts";
import { phone, sharedBrowser } from "./support/person.ts";

const { window } = sharedBrowser();

test("a sale, both sides on their own phones: from the log-in to the certificate, one payment given up and made with the other wallet", async () => {
  const [seller, buyer] = await Promise.all([window(phone), window(phone)]);

  await seller.open("/");
  await seller.sees("不用跑，不用纸");
  await inspect(seller, "phone-home");
  await seller.tap("登录");
  await seller.logIn("seller-mo");
  await seller.tap(/二手房交易缴税/);
  await seller.page.getByRole("button", { name: "开始办理" }).waitFor();
  await inspect(seller, "phone-start");
  await seller.type(/合同/, "LZ-CLF-000201");
  await seller.tap("开始办理");
  await seller.sees("将要查询");
  await inspect(seller, "phone-authorise");
  await seller.tap("同意并确认");
  await seller.sees(/等待买方/);
  expect(seller.counted.typed).toBe(1);

  // The buyer finds the case that the seller opened, and is asked for nothing but two yeses.
  await buyer.open("/");
  await buyer.tap("登录");
  await buyer.logIn("buyer-lu");
  await buyer.sees("待您办理");
  buyer.counted.taps = 0;
  await buyer.tap(/待您办理/);
  await buyer.tap("同意并确认");
  await buyer.sees("您本人应缴");
  await buyer.page.getByText("契税", { exact: true }).click();
  await buyer.page.getByText(/契税法/).waitFor();
  await inspect(buyer, "phone-taxes");
  await buyer.tap("同意并确认");
  expect(buyer.counted).toEqual({ taps: 3, typed: 0 });

  await seller.sees("您本人应缴");
  await seller.tap("同意并确认");

  await buyer.page.locator(".bill[data-status=open]").waitFor();
  await inspect(buyer, "phone-bill");
  await buyer.tap("微信支付");
  await buyer.sees("等待您在微信支付中付款");
  await inspect(buyer, "phone-paying");
  await buyer.tap("不付了，换一种方式");
  await buyer.tap("支付宝");
  await buyer.sees("等待您在支付宝中付款");
  await buyer.tap(/沙箱/);
  await buyer.page.locator(".bill[data-status=paid]").waitFor();

  await seller.tap("支付宝");
  await seller.tap(/沙箱/);
  await seller.page.locator(".bill[data-status=paid]").waitFor();

  await buyer.page.locator(".standing[data-status=completed]").waitFor();
  await buyer.page.getByRole("heading", { name: "证明与文书" }).waitFor();
  await buyer.sees(/税收完税证明|契税完税证明/);
  await inspect(buyer, "phone-done");
  const [file] = await Promise.all([
    buyer.page.waitForEvent("download"),
    buyer.page
      .getByRole("button", { name: /下载 PDF.*完税证明/ })
      .first()
      .click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/完税证明.*\.pdf$/);

  await buyer.tap(/我的授权/);
  await buyer.page.locator("[data-state]").first().waitFor();
  await inspect(buyer, "phone-authorisations");
  await buyer.tap(/回到办件/);
  await buyer.tap(/消息与通知/);
  await buyer.page.locator(".messages li").first().waitFor();
  await inspect(buyer, "phone-messages");
  await buyer.page.getByRole("link", { name: "我的", exact: true }).click();
  await inspect(buyer, "phone-me");
  await buyer.tap(/谁看过我的信息/);
  await buyer.page.locator(".messages li").first().waitFor();
  await inspect(buyer, "phone-access-log");

  expect([...seller.complaints, ...buyer.complaints]).toEqual([]);
  await Promise.all([seller.close(), buyer.close()]);
}, 900_000);
