import { describe, expect, test } from "vitest";
import { calendarDate } from "../../../shared/kernel/calendar-date.ts";
import {
  type InvoiceLine,
  type InvoiceWishes,
  planInvoices,
} from "../../../shared/packages/new-taxpayer/rules/invoice-plan.ts";

const plan = (wishes: Partial<InvoiceWishes>, date = "2026-11-23") =>
  planInvoices({ isGeneral: false, ...wishes }, calendarDate(date));

const line = (kind: InvoiceLine["kind"], monthlyCount: number, maxAmount: string): InvoiceLine => ({
  kind,
  monthlyCount,
  maxAmount,
});

describe("digital invoices, from 2024-12-01", () => {
  test.each<[string, Partial<InvoiceWishes>, string, readonly string[]]>([
    ["small-scale, nothing asked", {}, "100000.00", []],
    ["general, nothing asked", { isGeneral: true }, "7500000.00", []],
    ["small-scale, less", { quota: { monthlyTotal: "20000" } }, "20000", []],
    ["small-scale, the first quota", { quota: { monthlyTotal: "100000" } }, "100000", []],
    ["small-scale, a fen more", { quota: { monthlyTotal: "100000.01" } }, "100000.01", ["quota-above-first"]],
    ["general, the first quota", { isGeneral: true, quota: { monthlyTotal: "7500000" } }, "7500000", []],
    [
      "general, a fen more",
      { isGeneral: true, quota: { monthlyTotal: "7500000.01" } },
      "7500000.01",
      ["quota-above-first"],
    ],
  ])("%s", (_, wishes, amount, limitReview) => {
    expect(plan(wishes)).toMatchObject({
      regime: "digital",
      lines: [],
      limit: { kind: "monthly-total", amount },
      limitReview,
      waitsForGeneralStatus: false,
    });
  });

  test("the day before there were none", () => {
    expect(plan({}, "2024-11-30")).toMatchObject({ regime: "none" });
    expect(plan({}, "2024-11-30").limit).toBeUndefined();
    expect(plan({}, "2024-12-01")).toMatchObject({ regime: "digital" });
  });

  test("paper is still to be had, under tax control", () => {
    expect(plan({ paper: { lines: [line("ordinary", 1, "1000")] } })).toMatchObject({ regime: "tax-control" });
  });
});

// STA Announcement [2018] No. 29: special 25 of 100,000, ordinary 50 of 100,000
describe("paper invoices", () => {
  test.each<[string, readonly InvoiceLine[], readonly string[], readonly string[]]>([
    ["special at both limits", [line("special", 25, "100000.00")], [], []],
    ["one special more", [line("special", 26, "100000.00")], ["special-count-above-first"], []],
    ["special, a fen more", [line("special", 25, "100000.01")], [], ["special-amount-above-first"]],
    ["ordinary at both limits", [line("ordinary", 50, "100000.00")], [], []],
    ["one ordinary more", [line("ordinary", 51, "100000.00")], ["ordinary-above-first"], []],
    ["ordinary, a fen more", [line("ordinary", 50, "100000.01")], ["ordinary-above-first"], []],
    [
      "everything above",
      [line("special", 26, "100000.01"), line("ordinary", 51, "100000.01")],
      ["special-count-above-first", "ordinary-above-first"],
      ["special-amount-above-first"],
    ],
  ])("%s", (_, lines, typesReview, limitReview) => {
    expect(plan({ paper: { lines } })).toMatchObject({ typesReview, limitReview });
  });

  test("only special invoices have a limit to be approved", () => {
    expect(plan({ paper: { lines: [line("ordinary", 1, "100")] } }).limit).toBeUndefined();
    expect(plan({ paper: { lines: [line("special", 1, "100")] } }).limit).toEqual({
      kind: "amount-per-special-invoice",
      amount: "100",
    });
  });

  test.each<[string, boolean, InvoiceLine["kind"], boolean]>([
    ["special, general", true, "special", true],
    ["special, small-scale", false, "special", false],
    ["ordinary, general", true, "ordinary", false],
  ])("waits for general status: %s", (_, isGeneral, kind, expected) => {
    expect(plan({ isGeneral, paper: { lines: [line(kind, 1, "100")] } }).waitsForGeneralStatus).toBe(expected);
  });

  test("before 2018-08-01 there is no law here", () => {
    expect(() => plan({}, "2018-07-31")).toThrow("No law invoices.regime on 2018-07-31");
  });
});
