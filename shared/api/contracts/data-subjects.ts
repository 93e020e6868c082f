import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { describeRoute, PathName } from "../contract.ts";
import { ObjectionRequest, SubjectNotice } from "../resources/subject-notice.ts";

const CasePath = lazily(() => z.strictObject({ caseId: PathName() }));

export const getSubjectNotice = describeRoute({
  name: "getSubjectNotice",
  summary: {
    zh: "给记录中提到、但不是办理人的人(如未参加的配偶)的告知:哪些记录提到本人、用来做什么、异议的结果",
    en: "The notice to somebody whom a record names and who is no party, an absent spouse for example: which, what for, and what became of their objection",
  },
  path: CasePath,
  reply: SubjectNotice,
  refusals: ["case-not-found", "belongs-to-case"],
});

export const objectToRecords = describeRoute({
  name: "objectToRecords",
  summary: {
    zh: "对提到本人的记录提出异议:税务人员核实前不再使用",
    en: "Objects to records that name one: they are not used until an officer has examined them",
  },
  path: CasePath,
  bodyIs: "required",
  body: ObjectionRequest,
  reply: SubjectNotice,
  takesIdempotencyKey: true,
  refusals: [
    "case-not-found",
    "belongs-to-case",
    "objected-already",
    "objection-too-late",
    "case-closed",
    "idempotency-key-reused",
  ],
});
