import { z } from "zod";
import { defineOperation } from "../../shared/connectors/operation.ts";
import { definePackage } from "../../shared/packages/define-package.ts";
import type { Package } from "../../shared/packages/package.ts";

/**
 * A small package whose sum hangs on the day, and is signed: `quote` (of a day) ──> `sign` (each of two) ──> `file`. In
 * January one owes 1, from February on 2.
 */
const text = (en: string) => ({ zh: en, en });
const record = (name: string, kind: "query" | "act") =>
  defineOperation({
    authority: "core-tax",
    name,
    kind,
    label: text(name),
    request: z.looseObject({}),
    answer: z.looseObject({}),
  });

export const datedPackage: Package = definePackage({
  id: "dated",
  version: 1,
  name: text("dated"),
  summary: text("a sum that hangs on the day"),
  opensWith: ["code"],
  openedBy: ["applicant"],
  roles: { applicant: { name: text("applicant"), listedIn: "applicants" } },
  before: { visits: 1, duration: "P1D", source: "made up" },
  visits: 0,
  facts: {
    code: { schema: z.string(), label: text("code") },
    applicants: { schema: z.array(z.looseObject({})), holder: "core-tax", isPrivate: true, label: text("applicants") },
    due: { schema: z.string(), label: text("due"), shownTo: (due, { parties }) => `${due} for ${parties.join()}` },
    quotedOn: { schema: z.string(), label: text("quoted on") },
    remark: { schema: z.string(), isPerParty: true, label: text("remark") },
    receipt: { schema: z.string(), label: text("receipt") },
  },
  steps: [
    {
      id: "people",
      kind: "record",
      name: text("people"),
      needs: ["code"],
      gives: ["applicants"],
      looksUp: [{ under: "opening" }],
      performs: record("people", "query"),
    },
    {
      id: "quote",
      kind: "rule",
      name: text("quote"),
      needs: ["applicants"],
      gives: ["due", "quotedOn"],
      decide: (_facts, { today }) => ({
        kind: "done",
        gives: { due: today < "2030-02-01" ? "1.00" : "2.00", quotedOn: today },
      }),
      isOutdated: ({ quotedOn }, { today }) => (quotedOn === today ? undefined : text(`it is ${today}`)),
    },
    {
      id: "sign",
      kind: "person",
      name: text("sign"),
      needs: ["due"],
      gives: [],
      asks: {
        role: "applicant",
        each: true,
        fields: ["remark"],
        optional: ["remark"],
        shows: ["due"],
        signs: ({ due }, parties) => ({ due, parties }),
      },
      promise: "P30D",
    },
    {
      id: "file",
      kind: "task",
      name: text("file"),
      needs: ["due"],
      after: ["sign"],
      gives: ["receipt"],
      performs: record("file", "act"),
      isIrreversible: true,
    },
  ],
});
