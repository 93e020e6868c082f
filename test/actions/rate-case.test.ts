import { describe, expect, test } from "vitest";
import { openCase } from "../../shared/actions/open-case.ts";
import { rateCase } from "../../shared/actions/rate-case.ts";
import { withdrawCase } from "../../shared/actions/withdraw-case.ts";
import { viewCase } from "../../shared/api/views/case-view.ts";
import type { Case } from "../../shared/cases/case.ts";
import { ChangedCase } from "../../shared/speed/changed-case.ts";
import { observationsOf } from "../../shared/speed/observations.ts";
import { aCaller, anOfficer, testWorld } from "../support/test-world.ts";

const applicant = aCaller();

/** A case that its applicant has taken back. */
const over = async () => {
  const world = testWorld();
  const { case: opened } = await openCase(world, {
    caller: applicant,
    packageId: "test",
    opening: { code: "C-1" },
    consents: { dataSharing: true },
    idempotencyKey: "open",
  });
  const closed = await withdrawCase(world, { caller: applicant, caseId: opened.id, idempotencyKey: "back" });
  return { world, opened, closed };
};

const askedOf = (world: { readonly packages: Parameters<typeof viewCase>[0] }, current: Case, caller = applicant) =>
  viewCase(world.packages, current, caller).satisfaction;

describe("how satisfied people were", () => {
  test("is asked once the case is over, and shown once it is said", async () => {
    const { world, opened, closed } = await over();
    expect(askedOf(world, opened)).toBeUndefined();
    expect(askedOf(world, closed)).toEqual({ isAsked: true });
    const rated = await rateCase(world, { caller: applicant, caseId: closed.id, score: 4, idempotencyKey: "rate" });
    expect(askedOf(world, rated)).toEqual({ isAsked: false, score: 4 });
    expect(askedOf(world, rated, anOfficer())).toBeUndefined();
  });

  test("is counted, and says of the person nothing", async () => {
    const { world, closed } = await over();
    const rated = await rateCase(world, { caller: applicant, caseId: closed.id, score: 2, idempotencyKey: "rate" });
    expect(rated.events).toMatchObject([{ type: "case-rated", data: { score: 2 } }]);
    expect(JSON.stringify(rated.events)).not.toContain(applicant.key);
    expect(observationsOf(ChangedCase.parse(rated))).toMatchObject([{ counters: { rated2: 1 } }]);
  });

  test("is said once by each person: a repeated request changes nothing, another is refused", async () => {
    const { world, closed } = await over();
    const rate = (score: 1 | 5, idempotencyKey: string) =>
      rateCase(world, { caller: applicant, caseId: closed.id, score, idempotencyKey });
    const rated = await rate(5, "rate");
    expect(await rate(5, "rate")).toEqual(rated);
    await expect(rate(1, "rate")).rejects.toMatchObject({ code: "idempotency-key-reused" });
    await expect(rate(1, "once more")).rejects.toMatchObject({ code: "rated-already" });
    expect((await world.cases.read(closed.id))?.ratings).toMatchObject([{ score: 5 }]);
  });

  test("two requests at once leave one answer", async () => {
    const { world, closed } = await over();
    const outcomes = await Promise.allSettled(
      ["one", "two", "three"].map((idempotencyKey) =>
        rateCase(world, { caller: applicant, caseId: closed.id, score: 5, idempotencyKey }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await world.cases.read(closed.id))?.ratings).toHaveLength(1);
  });

  test("is not asked of an open case, and strangers learn nothing", async () => {
    const { world, closed } = await over();
    const { case: open } = await openCase(world, {
      caller: applicant,
      packageId: "test",
      opening: { code: "C-2" },
      consents: { dataSharing: true },
      idempotencyKey: "another",
    });
    const rate = (caseId: string, caller = applicant) =>
      rateCase(world, { caller, caseId, score: 5, idempotencyKey: "rate" });
    await expect(rate(open.id)).rejects.toMatchObject({ code: "case-not-over" });
    await expect(rate(closed.id, aCaller("two"))).rejects.toMatchObject({ code: "case-not-found" });
  });
});
