import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { agreementOf } from "../../infra/local/sandbox/bank-debits.ts";
import { kept } from "../../infra/local/sandbox/housing-contracts.ts";
import { homeOf } from "../../infra/local/sandbox/population/housing/street/sale.ts";
import type { Login } from "../../infra/local/sandbox/population/people.ts";
import type { WalletOrder } from "../../infra/local/sandbox/wallets/order-book.ts";
import { type LocalWorld, startWorld } from "../../infra/local/world.ts";
import { ApiProblem, type Client, createClient } from "../../shared/api/client.ts";
import type { BillView } from "../../shared/api/resources/bill.ts";
import { checkFile } from "../../shared/certificates/signed-file.ts";
import { patientClient, until } from "./support/patience.ts";

type Bill = z.output<ReturnType<typeof BillView>>;

let world: LocalWorld;
beforeAll(async () => {
  world = await startWorld({ sweepMilliseconds: 300 });
});
afterAll(() => world.close());

const clientOf = (login: string): Client => patientClient({ baseUrl: world.apiUrl, token: () => world.token(login) });

const control = async (method: "POST" | "PUT" | "GET", path: string, body?: unknown): Promise<unknown> => {
  const reply = await fetch(`${world.controlUrl}${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return reply.json();
};

/** From the contract to the bills: everybody confirms what they are shown. */
const declare = async (contractNumber: string, people: readonly Login[]): Promise<string> => {
  const [opener = "seller-wei"] = people;
  const { id: caseId } = await clientOf(opener).openCase({
    body: { packageId: "second-hand-housing", opening: { contractNumber }, consents: { dataSharing: true } },
  });
  await until(async () => {
    for (const login of people) await answerAll(clientOf(login), caseId);
    return isWaitingForPayment(caseId);
  });
  return caseId;
};

const answerAll = async (client: Client, caseId: string): Promise<void> => {
  try {
    const { questions, version } = await client.getCase({ caseId });
    const [question] = questions;
    if (question) await client.answerStep({ caseId, stepId: question.stepId, version, body: { answers: {} } });
  } catch (error) {
    // Not a party yet, or somebody else was faster: one looks again.
    if (!(error instanceof ApiProblem) || error.status >= 500) throw error;
  }
};

const isWaitingForPayment = async (caseId: string): Promise<boolean> => {
  const { steps } = await clientOf("officer-lin").getCase({ caseId });
  return steps.some(({ id, status }) => id === "payment" && status === "waiting");
};

const billOf = async (login: Login, caseId: string): Promise<Bill> => {
  const [bill] = (await clientOf(login).listBills({ caseId })).bills;
  if (!bill) throw new Error(`${login} has no bill`);
  return bill;
};

const show = async (login: Login, { id, caseId }: Bill, wallet: "wechat" | "alipay"): Promise<string> => {
  const { payment } = await clientOf(login).payBill({ caseId, billId: id, body: { wallet, scene: "qr" } });
  if (payment.offer?.kind !== "qr") throw new Error("no code");
  return payment.offer.content;
};
const scan = (wallet: "wechat-pay" | "alipay", content: string) => control("POST", "/payments", { wallet, content });

const anyone = (): Client => createClient({ baseUrl: world.apiUrl });

/** The codes of all certificates that this person finds in the case. */
const codesOf = async (login: Login, caseId: string): Promise<readonly string[]> =>
  (await clientOf(login).listDocuments({ caseId })).documents.map(({ code }) => code);

/** What anybody who asks by the code is told. */
const standingOf = async (code: string): Promise<string> => {
  const { status, revocation } = await anyone().lookUpCertificate({ code });
  return revocation ? `${status} as ${revocation.reason}` : status;
};

/** What a wallet holds of these orders for us, in fen. */
const heldBy = async (wallet: "wechat-pay" | "alipay", billId: string): Promise<number> => {
  const { orders } = (await control("GET", `/orders?wallet=${wallet}`)) as { orders: readonly WalletOrder[] };
  return orders
    .filter(({ number, transaction }) => number.startsWith(`${billId}_`) && transaction !== undefined)
    .reduce((sum, { amount, refunds }) => sum + amount - refunds.reduce((back, each) => back + each.amount, 0), 0);
};

describe("a sale that is taken back before it is registered", () => {
  const contractNumber = "LZ-CLF-000101";
  let caseId = "";
  let own: Bill;

  beforeAll(async () => {
    const record = { authority: "property-registry", kind: "contract-taken-back", key: contractNumber, record: {} };
    await control("PUT", "/records", record);
    caseId = await declare(contractNumber, ["buyer-huang", "buyer-liang", "seller-wei", "seller-qin"]);
    own = await billOf("buyer-huang", caseId);
  });

  test("each sees their own bill, tax by tax; a stranger sees no case", async () => {
    expect(own).toMatchObject({ isOwn: true, status: "open", taxes: "4400.00", surcharge: "0.00", total: "4400.00" });
    expect(own.items).toMatchObject([{ tax: "deed-tax", name: { zh: "契税" }, amount: "4400.00" }]);
    expect((await clientOf("seller-wei").listBills({ caseId })).bills).toEqual([]);
    await expect(clientOf("seller-mo").listBills({ caseId })).rejects.toMatchObject({ code: "case-not-found" });
    await expect(clientOf("buyer-liang").getBill({ caseId, billId: own.id })).rejects.toMatchObject({
      code: "bill-not-found",
    });
  });

  test("paying asks for a second factor that is fresh", async () => {
    const token = await world.token({ login: "buyer-huang", loggedInSecondsAgo: 3_600 });
    const stale = createClient({ baseUrl: world.apiUrl, token });
    const body = { wallet: "wechat", scene: "qr" } as const;
    await expect(stale.payBill({ caseId, billId: own.id, body })).rejects.toMatchObject({ code: "step-up-required" });
  });

  test("whoever posts a notice without the wallet's key is answered no, and nothing is booked", async () => {
    const before = await billOf("buyer-huang", caseId);
    const post = (wallet: string, headers: Record<string, string>, body: string) =>
      fetch(`${world.apiUrl}/v1/payments/notices/${wallet}`, { method: "POST", headers, body });
    const form = `out_trade_no=${own.id}_1&trade_status=TRADE_SUCCESS&total_amount=4400.00&sign_type=RSA2&sign=Zm9yZ2Vk`;
    const alipay = await post("alipay", { "content-type": "application/x-www-form-urlencoded" }, form);
    expect([alipay.status, await alipay.text()]).toEqual([200, "failure"]);
    const wechat = await post("wechat", { "content-type": "application/json", "wechatpay-serial": "X" }, "{}");
    expect([wechat.status, ((await wechat.json()) as { code: string }).code]).toEqual([401, "FAIL"]);
    expect(await billOf("buyer-huang", caseId)).toEqual(before);
  });

  test("both wallets are scanned at once: one pays, the other's money goes back by itself", async () => {
    const [inWechat, inAlipay] = [await show("buyer-huang", own, "wechat"), await show("buyer-huang", own, "alipay")];
    await Promise.all([scan("wechat-pay", inWechat), scan("alipay", inAlipay)]);
    await until(async () => {
      const { refunds, payments } = await billOf("buyer-huang", caseId);
      const isClosed = payments.every(({ status }) => status !== "open");
      return isClosed && refunds.every(({ status }) => status === "paid");
    });
    expect((await heldBy("wechat-pay", own.id)) + (await heldBy("alipay", own.id))).toBe(440_000);
    const bill = await billOf("buyer-huang", caseId);
    expect(bill.payments.filter(({ status }) => status === "paid")).toHaveLength(1);
    await expect(
      clientOf("buyer-huang").payBill({
        caseId,
        billId: own.id,
        body: { wallet: "bank", scene: "debit", agreement: "A" },
      }),
    ).rejects.toMatchObject({ code: "bill-not-open" });
  });

  test("a bank that declines leaves the bill free; the last payment lets the case go on, and the taxes come back", async () => {
    const other = await billOf("buyer-liang", caseId);
    const client = clientOf("buyer-liang");
    const about = { caseId, billId: other.id };
    const byBank = (agreement: string) =>
      client.payBill({ ...about, body: { wallet: "bank", scene: "debit", agreement } });
    await expect(byBank(agreementOf("buyer-huang"))).rejects.toMatchObject({ code: "wallet-refused" });
    await expect(byBank(agreementOf("buyer-liang"))).rejects.toMatchObject({ code: "wallet-refused" });
    const left = await client.payBill({ ...about, body: { wallet: "wechat", scene: "h5" } });
    const { payment } = await client.abandonPayment({ ...about, paymentId: left.payment.id });
    expect(payment.status).toBe("closed");
    await scan("alipay", await show("buyer-liang", other, "alipay"));

    const certified = await until(async () => {
      const codes = await codesOf("buyer-huang", caseId);
      return codes.length > 0 && codes;
    });
    await until(async () => (await clientOf("officer-lin").getCase({ caseId })).status !== "open");
    const { steps, status } = await clientOf("officer-lin").getCase({ caseId });
    expect(status).toBe("completed");
    expect(steps.find(({ id }) => id === "refund")).toMatchObject({ status: "done" });
    for (const login of ["buyer-huang", "buyer-liang"] as const) {
      await until(async () => (await billOf(login, caseId)).status === "refunded");
    }
    for (const { id } of [own, other]) {
      expect([await heldBy("wechat-pay", id), await heldBy("alipay", id)]).toEqual([0, 0]);
    }
    // Whoever was shown the certificates before learns from their codes that the taxes went back.
    for (const code of certified) {
      await until(async () => (await standingOf(code)) === "revoked as refunded");
    }
  });
});

test("after a correction the old certificate's code says that it was corrected, and the new one is genuine", async () => {
  const people: Login[] = ["seller-qiang", "buyer-jia"];
  const caseId = await declare("LZ-CLF-000746", people);
  await payAll(caseId, people);
  const [before = ""] = await until(async () => {
    const codes = await codesOf("buyer-jia", caseId);
    return codes.length > 0 && codes;
  });
  expect(await standingOf(before)).toBe("valid");

  const { version } = await clientOf("buyer-jia").getCase({ caseId });
  const body = { reason: "those homes are another's of the same name" };
  await clientOf("buyer-jia").requestStep({ caseId, stepId: "correction", version, body });
  const officer = clientOf("officer-lin");
  const asked = await until(async () => {
    const view = await officer.getCase({ caseId });
    return view.steps.some(({ id, status }) => id === "correction" && status === "waiting") && view;
  });
  const findings = { families: { "buyer-1": { otherHomesInQueryArea: 0 } } };
  const decision = {
    approved: true,
    reason: "examined",
    values: { correctionFindings: { isFounded: true, findings } },
  };
  await officer.decideStep({ caseId, stepId: "correction", version: asked.version, body: decision });
  await until(async () => {
    await answerAll(clientOf("buyer-jia"), caseId);
    return (await officer.getCase({ caseId })).status === "completed";
  });

  await until(async () => (await standingOf(before)) === "revoked as corrected");
  const [after = ""] = await until(async () => {
    const codes = (await codesOf("buyer-jia", caseId)).filter((code) => code !== before);
    const standing = await Promise.all(codes.map(standingOf));
    const valid = codes.filter((_, index) => standing[index] === "valid");
    return valid.length > 0 && valid;
  });
  const { keys } = await anyone().listCertificateKeys();
  expect(checkFile(await anyone().fetchCertificate({ code: after }), keys)).toBe("genuine");
  await expect(anyone().fetchCertificate({ code: before })).rejects.toMatchObject({ code: "certificate-revoked" });
});

/** Everybody pays their bills, and the authorities learn of it. */
const payAll = async (caseId: string, people: readonly Login[]): Promise<void> => {
  for (const login of people) {
    for (const bill of (await clientOf(login).listBills({ caseId })).bills) {
      if (bill.isOwn && bill.status === "open") await scan("alipay", await show(login, bill, "alipay"));
    }
  }
  await until(async () => (await clientOf("officer-lin").getCase({ caseId })).status === "completed");
};

test("who sells here and buys again here gets income tax back the way it was paid, without naming the sale", async () => {
  const people: Login[] = ["seller-tan", "seller-luo", "buyer-lan", "buyer-shi"];
  const caseId = await declare("LZ-CLF-000301", people);
  const sold = await billOf("seller-tan", caseId);
  expect(sold.total).toBe("56600.00");
  await payAll(caseId, people);

  const contractNumber = "LZ-CLF-000747";
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await control("PUT", "/records", {
    authority: "housing-contracts",
    kind: "contract",
    key: contractNumber,
    record: kept({
      contractNumber,
      unitNumber: homeOf(747),
      price: "780000.00",
      contractDate: day,
      sellers: [{ person: "seller-yu", share: "1" }],
      buyers: [
        { person: "seller-tan", share: "1/2" },
        { person: "seller-luo", share: "1/2" },
      ],
    }),
  });
  const again: Login[] = ["seller-yu", "seller-tan", "seller-luo"];
  await payAll(await declare(contractNumber, again), again);

  const client = clientOf("seller-tan");
  const { id } = await client.openCase({
    body: {
      packageId: "repurchase-refund",
      opening: { contractNumber },
      consents: { dataSharing: true },
    },
  });
  await until(async () => {
    await answerAll(client, id);
    return (await client.getCase({ caseId: id })).status !== "open";
  });
  const refund = await until(async () =>
    (await billOf("seller-tan", caseId)).refunds.find(({ status }) => status === "paid"),
  );
  // 1,560,000 sold, 780,000 spent again: half of the tax goes back.
  expect(refund).toMatchObject({ reason: "re-purchase", amount: "28300.00" });
  expect(await heldBy("alipay", sold.id)).toBe(2_830_000);
  expect((await client.getCase({ caseId: id })).status).toBe("completed");
});
