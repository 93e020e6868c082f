import { describe, expect, test } from "vitest";
import { momentInWords } from "../../shared/api/views/moment.ts";
import { stepInWords } from "../../shared/api/views/step-words.ts";
import type { StepState } from "../../shared/cases/case.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import type { Standing } from "../../shared/packages/plan.ts";
import { testPackage } from "../support/test-package.ts";

const since = "2030-01-31T02:00:00.000Z" as Instant;
const state = (about: Partial<StepState>): StepState => ({
  status: "started",
  attempts: 0,
  round: 0,
  readyAt: since,
  since,
  clocks: { active: 0, away: 0, machine: 0, authority: 0 },
  ...about,
});
const instant = (text: string) => text as Instant;
const underWay: Standing = { kind: "under-way" };

test.each([
  ["the same day", "2030-01-31T02:32:10.000Z", "10:32", "10:32"],
  ["the same day there, another one in UTC", "2030-01-30T17:00:00.000Z", "01:00", "01:00"],
  ["another day there, the same one in UTC", "2030-01-31T16:00:00.000Z", "2月1日 00:00", "2030-02-01 00:00"],
  ["another year", "2031-12-05T00:05:00.000Z", "12月5日 08:05", "2031-12-05 08:05"],
])("a moment on the bureau's clock: %s", (_, moment, zh, en) => {
  expect(momentInWords(instant(moment), since)).toEqual({ zh, en });
});

describe("a step of each state", () => {
  test.each<[string, Partial<StepState>, string, string]>([
    ["begun", { status: "started" }, "正在办理", "under way"],
    ["answered", { status: "answered" }, "已收到答复,正在办理", "answered, under way"],
    [
      "a silent authority",
      { status: "retrying", waitsFor: "civil-affairs", nextAt: instant("2030-01-31T02:32:00.000Z") },
      "等待民政局答复,将于 10:32 再次查询",
      "waiting for civil affairs, asked again at 10:32",
    ],
    [
      "a fault of ours",
      { status: "retrying", nextAt: instant("2030-01-31T02:32:00.000Z") },
      "等待系统答复,将于 10:32 再次查询",
      "waiting for our own system, asked again at 10:32",
    ],
    ["a late answer", { status: "waiting", waitsFor: "bank" }, "等待开户银行答复", "waiting for the bank"],
    [
      "a person, by the promise",
      { status: "waiting", waitsFor: "applicant", promisedBy: instant("2030-02-15T02:00:00.000Z") },
      "等待applicant答复,期限 2月15日 10:00",
      "waiting for applicant, by 2030-02-15 10:00",
    ],
    [
      "a broken promise",
      { status: "waiting", waitsFor: "officer", promisedBy: instant("2030-01-31T04:00:00.000Z"), isOverdue: true },
      "等待税务人员答复,已超过 12:00 的期限",
      "waiting for a tax officer, overdue since 12:00",
    ],
    [
      "an officer who has it in hand",
      { status: "waiting", waitsFor: "officer", claimedBy: "key" as never },
      "等待税务人员答复(已受理)",
      "waiting for a tax officer (in hand)",
    ],
    ["done", { status: "done" }, "已办结", "done"],
    [
      "done, with a reason",
      { status: "done", because: { zh: "免于备案", en: "no filing needed" } },
      "已办结:免于备案",
      "done: no filing needed",
    ],
    [
      "refused",
      { status: "refused", because: { zh: "没有查到", en: "nothing was found" } },
      "不予办理:没有查到",
      "refused: nothing was found",
    ],
    [
      "blocked",
      { status: "blocked", waitsFor: "tax-types" },
      "因「tax types」未办成,无法办理",
      'cannot be done because "tax types" was not',
    ],
    ["not applicable", { status: "not-applicable" }, "不适用", "does not apply"],
  ])("%s", (_, about, zh, en) => {
    expect(stepInWords(testPackage, state(about), underWay)).toEqual({ zh, en });
  });

  test.each<[Standing, string, string]>([
    [{ kind: "ready" }, "即将办理", "about to begin"],
    [{ kind: "pending", on: ["licence", "status"] }, "等待前序事项:licence、status", "after: licence, status"],
    [{ kind: "not-applicable" }, "不适用", "does not apply"],
    [{ kind: "blocked", by: "licence" }, "因「licence」未办成,无法办理", 'cannot be done because "licence" was not'],
  ])("not begun: $kind", (standing, zh, en) => {
    expect(stepInWords(testPackage, undefined, standing)).toEqual({ zh, en });
  });
});
