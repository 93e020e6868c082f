import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { messageInWords } from "../../shared/api/views/message-words.ts";
import type { Case } from "../../shared/cases/case.ts";
import { secondHandHousing, secondHandHousingToTheBills } from "../../shared/packages/housing/package.ts";
import { openTill } from "./housing-till.ts";
import { factOf, startTown, statusOf, type Town } from "./housing-town.ts";

let town: Town;
beforeEach(async () => {
  town = await startTown();
});
afterEach(() => town.close());

const sellers = ["seller-wei", "seller-qin"] as const;
const buyers = ["buyer-huang", "buyer-liang"] as const;

const filed = async (): Promise<Case> => {
  const ready = await town.authorised("LZ-CLF-000101", sellers, buyers);
  await town.answer(ready, "seller-declaration", ...sellers);
  return town.answer(ready, "buyer-declaration", ...buyers);
};

interface BillFact {
  readonly billNumber: string;
  readonly amount: string;
}
const settling = (current: Case, change: object = {}) => ({
  settled: (factOf(current, "bills") as readonly BillFact[]).map(({ billNumber, amount }) => ({
    billNumber,
    amount,
    paidOn: "2026-11-23",
    surcharge: "0.00",
    ...change,
  })),
});
const registered = { result: "registered", certificateNumber: "例证-1", registeredOn: "2026-11-25" };

describe("after the bills", () => {
  test("everything waits for the money; then registry, invoice and registration go on by themselves", async () => {
    const unpaid = await filed();
    expect(unpaid.steps.payment).toMatchObject({ status: "waiting", waitsFor: "core-tax" });
    expect(statusOf(unpaid, "tax-cleared")).toBe("not-begun");
    const told = unpaid.messages?.findLast(({ step }) => step === "payment");
    if (!told) throw new Error("nobody is told to pay");
    expect(messageInWords(secondHandHousing, told).next.en).toContain("Please pay your bill");

    const paid = await town.arrives(unpaid, "payment", settling(unpaid));
    expect(paid.steps["tax-cleared"]).toMatchObject({
      status: "done",
      document: { number: "例不动产税〔2026〕000001号" },
    });
    expect(paid.steps["sales-invoice"]).toMatchObject({
      status: "done",
      document: { number: "例发票〔2026〕000001号" },
    });
    expect(paid.steps.registration).toMatchObject({ status: "waiting", waitsFor: "property-registry" });

    const done = await town.arrives(paid, "registration", registered);
    expect(done.status).toBe("completed");
    expect(done.steps.registration?.document).toEqual({ number: "例证-1", issuedOn: "2026-11-25" });
    expect(statusOf(done, "refund")).toBe("not-applicable");
  });

  test("a notice that comes twice, or before our own mark, does nothing twice", async () => {
    const unpaid = await filed();
    const paid = await town.arrives(unpaid, "payment", settling(unpaid));
    const again = await town.arrives(unpaid, "payment", settling(unpaid));
    expect(again.version).toBe(paid.version);
    const registrationAct = (await town.control.acts()) as { effects: number };
    expect(registrationAct.effects).toBe(5);
  });

  test("paid late: the surcharge is told in words and nothing else changes", async () => {
    const unpaid = await filed();
    const paid = await town.arrives(unpaid, "payment", settling(unpaid, { surcharge: "22.00" }));
    expect(paid.steps.payment?.because?.zh).toContain("滞纳金44.00元");
    expect(statusOf(paid, "tax-cleared")).toBe("done");
  });

  test("five days after the last day to pay: 0.05 % of each tax for each day, and only that", async () => {
    const unpaid = await filed();
    // Filed on 2026-11-23, to be paid by 2026-12-08.
    town.time.pass(20 * 86_400_000);
    const till = openTill(town);
    for (const login of buyers) await till.payAs(login, await town.read(unpaid));
    const paid = await town.read(unpaid);
    expect(factOf(paid, "settlement")).toMatchObject([
      { amount: "4400.00", surcharge: "11.00", paidOn: "2026-12-13" },
      { amount: "4400.00", surcharge: "11.00", paidOn: "2026-12-13" },
    ]);
    expect(paid.steps.payment?.because?.en).toContain("a surcharge of 22.00 yuan");
    expect(statusOf(paid, "tax-cleared")).toBe("done");
  });

  test.each([
    ["too little", { amount: "4399.99" }],
    ["for another bill", { billNumber: "例税单〔2026〕000009号" }],
  ])("money that came in %s clears nothing", async (_, change) => {
    const unpaid = await filed();
    const refused = await town.arrives(unpaid, "payment", settling(unpaid, change));
    expect(refused.steps.payment).toMatchObject({ status: "refused", code: "settlement-differs" });
    expect(statusOf(refused, "tax-cleared")).toBe("blocked");
  });

  test("a contract that ends before it is registered: every tax goes back, without an application", async () => {
    const unpaid = await filed();
    const paid = await town.arrives(unpaid, "payment", settling(unpaid));
    const done = await town.arrives(paid, "registration", { result: "cancelled", cancelledOn: "2026-11-24" });
    expect(done.status).toBe("completed");
    expect(done.steps.registration?.because?.en).toContain("go back the way they came");
    expect((factOf(done, "refunds") as readonly BillFact[]).map(({ amount }) => amount)).toEqual([
      "4400.00",
      "4400.00",
    ]);
    expect(done.steps.refund?.document?.number).toBe("例退〔2026〕000001号");
  });
});

test("a sale that was opened when cases ended with the bills ends there, though more is offered now", async () => {
  await town.close();
  town = await startTown(undefined, secondHandHousingToTheBills);
  const ready = await town.authorised("LZ-CLF-000101", sellers, buyers);
  Object.assign(town.world, { packages: [secondHandHousingToTheBills, secondHandHousing] });
  await town.answer(ready, "seller-declaration", ...sellers);
  const done = await town.answer(ready, "buyer-declaration", ...buyers);
  expect(done).toMatchObject({ packageVersion: 1, status: "completed" });
  expect(statusOf(done, "payment")).toBe("not-begun");
  expect((await town.open("seller-wei", "LZ-CLF-000201")).packageVersion).toBe(2);
});
