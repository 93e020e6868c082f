import * as z from "zod";
import { queueLists } from "../../cases/table.ts";
import { lazily } from "../../kernel/lazily.ts";
import { describeRoute, PageQuery, PathName } from "../contract.ts";
import { AuthoritiesView } from "../resources/authority.ts";
import { CasePage, CaseView, TimelineView } from "../resources/case.ts";
import { MailboxView } from "../resources/message.ts";
import { QueuePage } from "../resources/queue.ts";

const CasePath = lazily(() => z.strictObject({ caseId: PathName() }));

export const listCases = describeRoute({
  name: "listCases",
  summary: { zh: "本人的办件,最近的在前", en: "One's own cases, the latest first" },
  query: PageQuery,
  reply: CasePage,
  refusals: ["cursor-invalid"],
});

export const getCase = describeRoute({
  name: "getCase",
  summary: {
    zh: "一个办件:进展、等待谁、现在要您答复什么",
    en: "A case: where it stands, whom it waits for, what you are asked now",
  },
  path: CasePath,
  reply: CaseView,
  refusals: ["case-not-found"],
});

export const getTimeline = describeRoute({
  name: "getTimeline",
  summary: { zh: "办件的时间线:每个事项的四个时钟", en: "The timeline of a case: four clocks per step" },
  path: CasePath,
  reply: TimelineView,
  refusals: ["case-not-found"],
});

export const getMessages = describeRoute({
  name: "getMessages",
  summary: {
    zh: "办件中给本人的消息:发生了什么、何时生效、接下来做什么",
    en: "One's messages in a case: what has happened, when it takes effect, what to do next",
  },
  path: CasePath,
  reply: MailboxView,
  refusals: ["case-not-found"],
});

export const listQueue = describeRoute({
  name: "listQueue",
  summary: { zh: "等待税务人员的办件,最急的在前", en: "Cases that wait for an officer, the most urgent first" },
  query: lazily(() =>
    PageQuery().extend({
      list: z.enum(queueLists).default("officer").meta({
        description: "officer: what waits for an officer; overdue: where somebody else is late with what was promised",
      }),
    }),
  ),
  reply: QueuePage,
  refusals: ["cursor-invalid"],
});

export const listAuthorities = describeRoute({
  name: "listAuthorities",
  summary: {
    zh: "各部门是否答复,多少办件在等",
    en: "Which authorities answer, and how many cases wait for those that do not",
  },
  reply: AuthoritiesView,
});
