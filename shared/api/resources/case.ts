import * as z from "zod";
import { scores } from "../../cases/case.ts";
import { lazily } from "../../kernel/lazily.ts";
import { ClaimView, ClocksView, DocumentView, InstantView, NamedView, PapersView, TextView } from "./common.ts";
import { DecisionView, NextView } from "./decision.ts";
import { StepView } from "./step.ts";

export const CaseStatusView = lazily(() => z.enum(["open", "completed", "refused", "withdrawn"]));

/** A fact as its reader may see it: private values are masked, whoever reads. */
export const FactView = lazily(() =>
  z.object({
    id: z.string(),
    label: TextView(),
    value: z.unknown(),
    isMasked: z.boolean(),
    source: z.object({
      kind: z.enum(["person", "authority", "rule"]),
      name: TextView().meta({ description: "Who said so, in words" }),
      reference: z.string().optional().meta({ description: "The authority's number of its answer" }),
    }),
    at: InstantView(),
  }),
);

/** Facts of different sources about one thing, row by row; values are masked like the facts that they stand in. */
export const ComparisonView = lazily(() =>
  z.object({
    label: TextView(),
    columns: z.array(z.object({ fact: z.string(), label: TextView(), source: TextView() })),
    rows: z.array(
      z.object({
        path: z.array(z.string()),
        values: z.array(z.unknown()).meta({ description: "One per column; absent where the source says nothing" }),
        isSame: z.boolean().meta({ description: "Judged before masking" }),
      }),
    ),
  }),
);
export type ComparisonView = z.output<ReturnType<typeof ComparisonView>>;

/** What an officer decides by. */
const ForOfficerView = lazily(() =>
  z.object({
    because: TextView().optional().meta({ description: "Why the step came to an officer" }),
    objections: z
      .array(z.object({ who: z.string(), reason: z.string(), at: InstantView(), records: z.array(TextView()) }))
      .optional()
      .meta({ description: "People whom the record names, masked, who object to its use: approving looks it up anew" }),
    claim: ClaimView(),
    takenFrom: z
      .object({ at: InstantView(), reason: z.string() })
      .optional()
      .meta({ description: "It was taken out of a colleague's hands" }),
    grounds: z.array(FactView()).meta({ description: "The facts that the step goes by" }),
    compared: z.array(ComparisonView()),
    establishes: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: "JSON Schema of `values`: what may be established with an approval" }),
    sendBackTo: z.array(NamedView().extend({ role: NamedView(), fields: z.array(NamedView()) })).meta({
      description: "The answers of people that may be sent back, with the facts that can be marked",
    }),
  }),
);

/** What this caller is asked now. */
export const QuestionView = lazily(() =>
  z.object({
    stepId: z.string(),
    name: TextView(),
    role: NamedView(),
    statement: TextView().optional().meta({ description: "What is agreed to by answering" }),
    schema: z.record(z.string(), z.unknown()).meta({ description: "JSON Schema of `answers`" }),
    mayAnswer: z.boolean().meta({ description: "False for whoever acts for another and was not given this" }),
    prefilled: z.array(FactView()).meta({ description: "Shown beside the question, to be confirmed with the answer" }),
    promisedBy: InstantView().optional(),
    draft: z
      .object({ answers: z.record(z.string(), z.unknown()), at: InstantView() })
      .optional()
      .meta({ description: "What the reader had filled in when they left, unchecked" }),
    marked: z
      .object({ fields: z.array(z.string()), reason: z.string() })
      .optional()
      .meta({ description: "What an officer wants corrected in the earlier answer, and why" }),
    forOfficer: ForOfficerView()
      .optional()
      .meta({ description: "What only officers see of a step that waits for one" }),
  }),
);

/** A case as one of its people, or an officer, may see it. */
export const CaseView = lazily(() =>
  z.object({
    id: z.string(),
    version: z.int().meta({ description: "Also the ETag" }),
    package: z.object({ id: z.string(), version: z.int(), name: TextView() }),
    status: CaseStatusView(),
    words: TextView().meta({ description: "Where the case stands, and whom it waits for" }),
    channel: z.enum(["mobile", "kiosk", "etax", "console"]),
    openedAt: InstantView(),
    closedAt: InstantView().optional(),
    roles: z.array(NamedView()).meta({ description: "What the reader is in this case" }),
    waitsFor: z.array(NamedView().extend({ steps: z.array(z.string()) })),
    satisfaction: z
      .object({ isAsked: z.boolean(), score: z.literal(scores).optional() })
      .optional()
      .meta({
        description: "Once it is over: whether the reader is asked how satisfied they were, and what they said",
      }),
    questions: z.array(QuestionView()).meta({ description: "Asked of the reader now" }),
    mayRequest: z
      .array(NamedView().extend({ statement: TextView() }))
      .meta({ description: "Steps that the reader may ask for: a correction, a cancellation" }),
    withdrawal: z
      .object({
        isPossible: z.boolean(),
        words: TextView().meta({ description: "What it means, or why it is too late" }),
      })
      .optional()
      .meta({
        description: "Taking the whole case back, for whoever opened it while it is open; absent for all others",
      }),
    withdrawn: z
      .object({ by: NamedView(), reason: z.string().optional() })
      .optional()
      .meta({ description: "In which role somebody took the case back, and why if they said so" }),
    next: z.array(NextView()).meta({ description: "What happens next, the reader's part first" }),
    decisions: z.array(DecisionView()).meta({ description: "What rules have decided" }),
    facts: z.array(FactView()).meta({ description: "What the reader gave or was shown; everything for officers" }),
    steps: z.array(StepView()),
    papers: PapersView(),
  }),
);
export type CaseView = z.output<ReturnType<typeof CaseView>>;

export const CaseSummary = lazily(() =>
  CaseView()
    .pick({
      id: true,
      version: true,
      package: true,
      status: true,
      words: true,
      openedAt: true,
      closedAt: true,
      roles: true,
    })
    .extend({
      asksReader: z.boolean().meta({ description: "Whether a question waits for the reader" }),
      mayActUntil: InstantView()
        .optional()
        .meta({ description: "Until when the reader may act in it for one of its people; absent: for nobody" }),
    }),
);
export type CaseSummary = z.output<ReturnType<typeof CaseSummary>>;

export const CasePage = lazily(() =>
  z.object({
    cases: z.array(CaseSummary()),
    next: z.string().optional().meta({ description: "`cursor` of the next page; absent on the last" }),
  }),
);

/** When each step began and ended, and whose time it was. */
export const TimelineView = lazily(() =>
  z.object({
    caseId: z.string(),
    version: z.int(),
    status: CaseStatusView(),
    openedAt: InstantView(),
    closedAt: InstantView().optional(),
    elapsedMilliseconds: z.number().optional().meta({ description: "From opening to closing" }),
    steps: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(["record", "person", "rule", "task"]),
        name: TextView(),
        status: z.string(),
        readyAt: InstantView(),
        finishedAt: InstantView().optional(),
        clocks: ClocksView(),
        attempts: z.int(),
        authority: NamedView().optional(),
        reference: z.string().optional(),
        document: DocumentView().optional(),
      }),
    ),
    clocks: ClocksView().meta({
      description: "All steps together; steps run side by side, so this is more than the elapsed time",
    }),
    papers: PapersView(),
  }),
);
export type TimelineView = z.output<ReturnType<typeof TimelineView>>;
