import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { contractOf } from "../../infra/local/sandbox/population/housing/street/sale.ts";
import { repurchaseRefund } from "../../shared/packages/repurchase-refund/package.ts";
import { factOf, startTown, statusOf, type Town } from "./housing-town.ts";

let town: Town;
beforeEach(async () => {
  town = await startTown(undefined, repurchaseRefund);
});
afterEach(() => town.close());

const purchaseTaxedOn = (number: number, deedTaxPaidOn: string) => {
  const contractNumber = contractOf(number);
  const record = { contractNumber, division: "450203", deedTaxPaidOn, priceWithoutVat: "600000.00" };
  return town.control.putRecord({ authority: "core-tax", kind: "purchase-taxed", key: contractNumber, record });
};

describe("who sold and buys again", () => {
  test("finds the sale by itself, refunds in proportion, and pays where the tax came from: one confirmation", async () => {
    const asked = await town.open("seller-bi", contractOf(731));
    // 19,550 x 200,000 / 250,000, each of the halves.
    expect(factOf(asked, "refund")).toMatchObject({
      amount: "15640.00",
      saleContract: contractOf(730),
      paidTo: "例商银行 甲户",
    });
    const done = await town.answer(asked, "application", "seller-bi");
    expect(done.status).toBe("completed");
    expect(done.steps["pay-refund"]?.document?.number).toBe("例退〔2026〕000001号");
  });

  test("his wife's refund is a case of her own, to her own account", async () => {
    const asked = await town.open("seller-fu", contractOf(731));
    expect(factOf(asked, "refund")).toMatchObject({ amount: "15640.00", paidTo: "例商银行 乙户" });
  });

  test("the same tax is not refunded twice", async () => {
    const statuses: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      const asked = await town.open("seller-bi", contractOf(731));
      statuses.push((await town.answer(asked, "application", "seller-bi")).status);
    }
    expect(statuses).toEqual(["completed", "refused"]);
  });

  test.each([
    // The tax of the sale was paid on 2026-05-12.
    ["on the last day of the year", "2027-05-12", "waiting"],
    ["a day later", "2027-05-13", "blocked"],
    ["before the sale", "2026-05-11", "blocked"],
  ])("bought %s", async (_, deedTaxPaidOn, application) => {
    await purchaseTaxedOn(732, deedTaxPaidOn);
    const asked = await town.open("seller-bi", contractOf(732));
    expect(statusOf(asked, "application")).toBe(application);
    if (application === "blocked") {
      expect(asked.steps["refund-rule"]).toMatchObject({ status: "refused", code: "no-refund" });
      expect(asked.steps["refund-rule"]?.because?.en.length).toBeGreaterThan(20);
    } else expect(factOf(asked, "refund")).toMatchObject({ amount: "19550.00" });
  });

  test("before the deed tax is paid one is told to pay it first", async () => {
    const asked = await town.open("seller-bi", contractOf(732));
    expect(asked.steps.purchase).toMatchObject({ status: "refused", code: "purchase-not-taxed" });
  });

  test("who never sold, and who is not among the buyers, gets nothing", async () => {
    await purchaseTaxedOn(725, "2026-11-20");
    const never = await town.open("buyer-ling", contractOf(725));
    expect(never.steps.sale).toMatchObject({ status: "refused", code: "no-sale-found" });
    const stranger = await town.open("buyer-fan", contractOf(731));
    expect(stranger.steps.contract).toMatchObject({ status: "refused", code: "opener-not-a-party" });
  });
});
