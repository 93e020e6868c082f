import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { describeRoute, PathName } from "../contract.ts";
import { AuthorisationList } from "../resources/authorisation.ts";

export const listAuthorisations = describeRoute({
  name: "listAuthorisations",
  summary: {
    zh: "本人在办件中的查询授权:查什么、向谁查、为什么、到何时,撤回意味着什么",
    en: "One's own authorisations in a case: what is looked up, with whom, why, until when, and what a withdrawal means",
  },
  path: lazily(() => z.strictObject({ caseId: PathName() })),
  reply: AuthorisationList,
  refusals: ["case-not-found"],
});

export const withdrawAuthorisation = describeRoute({
  name: "withdrawAuthorisation",
  summary: { zh: "撤回本人的查询授权", en: "Withdraws an authorisation of one's own" },
  path: lazily(() => z.strictObject({ caseId: PathName(), stepId: PathName() })),
  reply: AuthorisationList,
  takesIdempotencyKey: true,
  refusals: ["case-not-found", "step-not-found", "authorisation-not-given", "case-closed", "idempotency-key-reused"],
});
