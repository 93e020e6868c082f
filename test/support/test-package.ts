import { z } from "zod";
import { defineOperation } from "../../shared/connectors/operation.ts";
import { definePackage } from "../../shared/packages/define-package.ts";
import type { Package } from "../../shared/packages/package.ts";

/**
 * A small package that has one step of each kind:
 *
 *     licence ──> confirm ──> tax-types ──┬─> agreement (the bank answers late)
 *     status  ──┘                         ├─> quota (an officer decides)
 *              └─> desk (a rule)          └─> declaration (irreversible, after the agreement)
 *     review (on request, an officer)
 */
const text = (en: string) => ({ zh: en, en });
const operation = (authority: "market-regulation" | "core-tax" | "bank", name: string, kind: "query" | "act") =>
  defineOperation({
    authority,
    name,
    kind,
    label: text(name),
    request: z.looseObject({}),
    answer: z.looseObject({}),
  });

const fact = (label: string) => ({ schema: z.string().min(1).max(50), label: text(label) });

export const testPackage: Package = definePackage({
  id: "test",
  version: 1,
  name: text("test"),
  summary: text("one step of each kind"),
  opensWith: ["code"],
  openedBy: ["applicant"],
  roles: { applicant: { name: text("applicant") } },
  before: { visits: 2, duration: "P1D", source: "made up" },
  visits: 0,
  facts: {
    code: fact("code"),
    name: { ...fact("name"), holder: "market-regulation" },
    account: { ...fact("account"), holder: "market-regulation", isPrivate: true },
    partner: { schema: z.looseObject({}), label: text("partner"), holder: "market-regulation", isPrivate: true },
    status: { ...fact("status"), holder: "core-tax" },
    wish: fact("wish"),
    taxes: fact("taxes"),
    agreement: fact("agreement"),
    quota: fact("quota"),
    desk: fact("desk"),
    receipt: fact("receipt"),
  },
  steps: [
    {
      id: "licence",
      kind: "record",
      name: text("licence"),
      needs: ["code"],
      gives: ["name", "account", "partner"],
      looksUp: [{ under: "opening" }],
      performs: operation("market-regulation", "licence-record", "query"),
    },
    {
      id: "status",
      kind: "record",
      name: text("status"),
      needs: ["code"],
      gives: ["status"],
      looksUp: [{ under: "opening" }],
      performs: operation("core-tax", "taxpayer-status", "query"),
    },
    {
      id: "confirm",
      kind: "person",
      name: text("confirm"),
      needs: ["name", "status"],
      gives: [],
      asks: { role: "applicant", isForm: true, fields: ["wish"], shows: ["name"] },
      promise: "P15D",
    },
    {
      id: "desk",
      kind: "rule",
      name: text("desk"),
      needs: ["wish"],
      gives: ["desk"],
      decide: ({ wish }) => ({ kind: "done", gives: { desk: wish === "nothing" ? "1" : "2" } }),
    },
    {
      id: "review",
      kind: "person",
      name: text("review"),
      needs: [],
      gives: [],
      onRequest: { by: ["applicant"], once: "licence", until: "declaration", statement: text("looked at once more") },
      asks: { role: "officer", fields: [] },
      promise: "P2D",
    },
    {
      id: "tax-types",
      kind: "task",
      name: text("tax types"),
      needs: ["code", "wish"],
      gives: ["taxes"],
      performs: operation("core-tax", "determine-tax-types", "act"),
      replaces: { forms: 1, papers: 2, list: text("papers") },
    },
    {
      id: "agreement",
      kind: "task",
      name: text("agreement"),
      needs: ["taxes", "account"],
      gives: ["agreement"],
      appliesWhen: { fact: "wish", oneOf: ["debit", "both"] },
      performs: operation("bank", "debit-agreement", "act"),
      promise: "P2D",
    },
    {
      id: "quota",
      kind: "task",
      name: text("quota"),
      needs: ["taxes"],
      gives: ["quota"],
      appliesWhen: { fact: "wish", oneOf: ["quota", "both"] },
      asks: { role: "officer", fields: [] },
      performs: operation("core-tax", "assess-quota", "act"),
      promise: "P20D",
    },
    {
      id: "declaration",
      kind: "task",
      name: text("declaration"),
      needs: ["taxes"],
      wants: ["agreement"],
      gives: ["receipt"],
      isIrreversible: true,
      performs: operation("core-tax", "file-declaration", "act"),
    },
  ],
});
