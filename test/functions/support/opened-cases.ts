import { answerStep } from "../../../shared/actions/answer-step.ts";
import { openCase } from "../../../shared/actions/open-case.ts";
import { withdrawCase } from "../../../shared/actions/withdraw-case.ts";
import type { World } from "../../../shared/actions/world.ts";
import type { Case } from "../../../shared/cases/case.ts";
import { changeCase } from "../../../shared/cases/change-case.ts";
import type { Mandate } from "../../../shared/cases/mandate.ts";
import { after } from "../../../shared/kernel/instant.ts";
import type { SessionStore } from "../../../shared/people/sessions/session-store.ts";
import { aCaller, type TestAuthorities } from "../../support/test-world.ts";

/** A code by which the applicant goes on with the asking case elsewhere. */
export const aHandoverCode = "abcd2345";

/** Somebody whom the licence names, and who is no party to any case. */
export const aBystander = aCaller("bystander");

export const withBystander = ({ replies }: Pick<TestAuthorities, "replies">): void => {
  const licence = replies.get("market-regulation/licence-record");
  replies.set("market-regulation/licence-record", (request, key) => {
    const outcome = licence?.(request, key) as { readonly kind: "answered"; readonly answer: object };
    return { ...outcome, answer: { ...outcome.answer, partner: aBystander.person } };
  });
};

/** The asking case has let somebody in, and can be gone on with elsewhere. */
const shared = async (world: World & { readonly sessions?: SessionStore }, asking: Case): Promise<Case> => {
  const { clock, hash, sessions } = world;
  const since = clock();
  const until = after(since, 60_000);
  const key = hash.of("handover-code", aHandoverCode);
  const from = aCaller().key;
  await sessions?.keepHandover({
    key,
    person: from,
    caseId: asking.id,
    from: "kiosk",
    madeAt: since,
    until,
    isStrong: true,
  });
  const to = aCaller("agent").key;
  const mandate: Mandate = {
    id: "a-mandate",
    kind: "delegated",
    from,
    to,
    name: "agent",
    scopes: ["read"],
    since,
    until,
  };
  return changeCase(world.cases, asking, () => [{ type: "mandate-given", at: since, mandate }]);
};

/** Three cases of one applicant: one asks them to confirm, one waits for an officer, one they have taken back. */
export const openedCases = async (world: World): Promise<{ asking: Case; queued: Case; over: Case }> => {
  const caller = aCaller();
  const open = async (idempotencyKey: string) =>
    (
      await openCase(world, {
        caller,
        packageId: "test",
        opening: { code: "C-1" },
        consents: { dataSharing: true },
        idempotencyKey,
      })
    ).case;
  const asking = await shared(world, await open("the-first-case"));
  const { id: caseId } = await open("the-second-case");
  const queued = await answerStep(world, {
    caller,
    caseId,
    stepId: "confirm",
    answers: { wish: "quota" },
    idempotencyKey: "the-answer",
  });
  const { id: withdrawn } = await open("the-third-case");
  const over = await withdrawCase(world, { caller, caseId: withdrawn, idempotencyKey: "another-time" });
  return { asking, queued, over };
};
