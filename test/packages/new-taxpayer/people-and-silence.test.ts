import { describe, expect, test } from "vitest";
import { companies } from "../../../infra/local/sandbox/population/companies.ts";
import type { AuthorityId } from "../../../shared/connectors/authorities.ts";
import { newcomerTown } from "./newcomer-town.ts";
import { finish, standingsOf } from "./standings.ts";

describe("an officer", () => {
  test("refuses an incomplete registration: what builds on it is blocked, what is done stays done", async () => {
    const town = newcomerTown();
    const opened = await town.open("incomplete-licence");
    await town.answer(opened, "confirm-form", "founder-min");
    const refused = await town.decide(opened, "registration-confirmation", { approved: false });
    expect(standingsOf(refused)).toBe("R A X X X X X - - - X - X - -");
    expect(refused.steps["registration-confirmation"]?.because?.en).toContain("examined");
  });

  test("refuses a tied representative: nothing at all is done", async () => {
    const town = newcomerTown();
    const opened = await town.open("abnormal-household");
    await town.answer(opened, "confirm-form", "founder-tao");
    const refused = await town.decide(opened, "registration-confirmation", { approved: false });
    expect(standingsOf(refused)).toBe("R X X X X X X - - - - - X - -");
    expect(town.calls.filter(({ operation }) => operation.startsWith("public-security"))).toEqual([]);
  });

  test("assesses a quota only with its amount", async () => {
    const town = newcomerTown();
    const opened = await town.open("noodle-stall");
    const fixedQuotaWish = { floorAreaSquareMetres: 18, expectedMonthlySales: "20000.00" };
    await town.answer(opened, "confirm-form", "owner-long", { fixedQuotaWish });
    const without = await town.decide(opened, "fixed-quota-assessment", { approved: true });
    expect(without.steps["fixed-quota-assessment"]).toMatchObject({ status: "waiting", waitsFor: "officer" });
    const assessed = await town.decide(opened, "fixed-quota-assessment", {
      approved: true,
      values: { monthlyQuota: "18000.00" },
    });
    expect(assessed.facts.monthlyQuota?.value).toBe("18000.00");
    expect(assessed.steps["fixed-quota-assessment"]?.document?.number).toBeTruthy();
    expect(assessed.status).toBe("completed");
  });

  test("grants less than was asked for", async () => {
    const town = newcomerTown();
    const opened = await town.open("plain-company");
    const quotaWish = { monthlyTotal: "500000.00", reason: "已签合同" };
    await town.answer(opened, "confirm-form", "founder-zhong", { quotaWish });
    const granted = await town.decide(opened, "invoice-limit-approval", {
      approved: true,
      values: { approvedAmount: "200000.00" },
    });
    expect(granted.facts.approvedAmount?.value).toBe("200000.00");
    expect(granted.status).toBe("completed");
  });

  test("decides no task twice", async () => {
    const town = newcomerTown();
    const opened = await town.open("brewery");
    await town.answer(opened, "confirm-form", "brewer-mi");
    await town.decide(opened, "tax-type-determination", { approved: true });
    await expect(town.decide(opened, "tax-type-determination", { approved: false })).rejects.toMatchObject({
      code: "step-not-waiting",
    });
  });
});

describe("the applicant", () => {
  test("must have been named to the register by the enterprise", async () => {
    const town = newcomerTown();
    const refused = await town.open("plain-company", "founder-tao");
    expect(refused.steps["licence-record"]).toMatchObject({ status: "refused", code: "applicant-not-named" });
    expect(town.calls.map(({ operation }) => operation)).toEqual(["market-regulation/licence-record"]);
    expect(Object.keys(refused.facts).sort()).toEqual(["creditCode", "opener"]);
  });

  test("has said too early that the account is open: it waits on", async () => {
    const town = newcomerTown();
    const opened = await town.open("no-account-yet");
    await town.answer(opened, "confirm-form", "founder-kang");
    await town.answer(opened, "account-opening", "founder-kang");
    expect(standingsOf(await town.read(opened))).toBe("A A A A T T A - - - A - A - -");
  });

  test("types nothing in the plain case, while the fifteen acts carry dozens of fields", async () => {
    const town = newcomerTown();
    const opened = await town.open("plain-company");
    await town.answer(opened, "confirm-form", "founder-zhong");
    const acts = town.calls.filter(({ operation }) => /^(core-tax\/(?!taxpayer-status)|bank\/debit)/.test(operation));
    const fields = acts.flatMap(({ request }) => leavesOf(request));
    expect(acts).toHaveLength(9);
    // One typed field, the credit code that opens the case: less than a tenth.
    expect(fields.length).toBeGreaterThanOrEqual(60);
  });

  test("can be one of two who open for the same company: it is registered once", async () => {
    const town = newcomerTown();
    const first = await town.open("plain-company", "founder-zhong");
    const second = await town.open("plain-company", "accountant-bei");
    const done = await town.answer(first, "confirm-form", "founder-zhong");
    const late = await town.answer(second, "confirm-form", "accountant-bei");
    expect(standingsOf(done)).toBe("A A A A A A A - - - A - A - -");
    expect(late.steps["registration-confirmation"]).toMatchObject({ status: "refused", code: "already-registered" });
    expect(standingsOf(late).split(" ")[3]).toBe("X");
  });
});

describe("a silent authority holds up only what needs it", () => {
  test.each<[AuthorityId, string]>([
    ["social-insurance", "A A A A A A A - - - ? - A - -"],
    ["bank", "A A A A ? ? A - - - A - A - -"],
    ["public-security", "A ? ? A A A A - - - A - ? - -"],
  ])("%s", async (authority, expected) => {
    const town = newcomerTown();
    town.silent.add(authority);
    const opened = await town.open("plain-company");
    const confirmed = await town.answer(opened, "confirm-form", "founder-zhong");
    expect(standingsOf(confirmed).replaceAll(/\?\w*/g, "?")).toBe(expected);
    expect(confirmed.due).toBeDefined();
  });
});

test("the bank declines on paper: only the agreement is refused", async () => {
  const town = newcomerTown();
  const opened = await town.open("account-name-differs");
  await town.answer(opened, "confirm-form", companies["account-name-differs"].legalRepresentative);
  const declined = { status: "declined", zh: "印鉴不符", en: "The seal does not match" };
  await town.answerLate(opened, "tripartite-withholding-agreement", declined);
  const ended = await finish(town, await town.read(opened), "founder-ren");
  expect(standingsOf(ended)).toBe("A A A A A R A - - - A - A - -");
  expect(ended.steps["tripartite-withholding-agreement"]?.code).toBe("declined-by-the-bank");
});

const leavesOf = (value: unknown): unknown[] =>
  value !== null && typeof value === "object" ? Object.values(value).flatMap(leavesOf) : [value];
