import { describe, expect, test } from "vitest";
import { advanceDueCases } from "../../shared/actions/advance-due-cases.ts";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import { viewCase } from "../../shared/api/views/case-view.ts";
import type { Case } from "../../shared/cases/case.ts";
import { canonicalHash } from "../../shared/kernel/canonical-json.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { datedPackage } from "../support/dated-package.ts";
import { aCaller, anOfficer, answered, TestAuthorities, testWorld } from "../support/test-world.ts";

const one = aCaller("one");
const two = aCaller("two");
const hour = 3_600_000;

/** Opened in Shanghai's last hour of a day, by two people of whom the second is represented by nobody. */
const opened = async (now: string) => {
  const authorities = new TestAuthorities();
  authorities.replies.set("core-tax/people", answered({ applicants: [one.person, two.person] }));
  authorities.replies.set("core-tax/file", answered({ receipt: "R-1" }));
  const world = testWorld({ packages: [datedPackage], authorities });
  world.time.now = now as Instant;
  const { case: first } = await openCase(world, {
    caller: one,
    packageId: "dated",
    opening: { code: "C-1" },
    consents: { dataSharing: true },
    idempotencyKey: "open",
  });
  let requests = 0;
  const sign = (caller: typeof one, answers: Record<string, unknown> = {}): Promise<Case> => {
    requests += 1;
    return answerStep(world, { caller, caseId: first.id, stepId: "sign", answers, idempotencyKey: `sign-${requests}` });
  };
  const read = async (): Promise<Case> => {
    const found = await world.cases.read(first.id);
    if (!found) throw new Error("no case");
    return found;
  };
  return { world, first, sign, read, sweep: () => advanceDueCases(world, {}) };
};

const lastOfJanuary = "2030-01-31T15:30:00.000Z";
const anyEvening = "2030-01-30T15:30:00.000Z";

describe("a result of another day", () => {
  test("is made anew at midnight in Shanghai by the clock alone", async () => {
    const { world, first, read, sweep } = await opened(lastOfJanuary);
    expect(first.due).toBe("2030-01-31T16:00:00.000Z");
    expect(first.facts.due?.value).toBe("1.00");
    world.time.pass(hour);
    await sweep();
    expect((await read()).facts.due?.value).toBe("2.00");
  });

  test("keeps the signatures whose form is the same, and moves on with them", async () => {
    const { world, sign, read, sweep } = await opened(anyEvening);
    await sign(one);
    world.time.pass(hour);
    await sweep();
    const signed = (await read()).steps.sign?.signed ?? [];
    expect(signed.map(({ form }) => form)).toEqual([canonicalHash({ due: "1.00", parties: ["applicant-1"] })]);
    expect((await sign(two)).status).toBe("completed");
  });

  test("takes back the signatures over another form; the last answer before does not file it", async () => {
    const { world, sign } = await opened(lastOfJanuary);
    await sign(one);
    world.time.pass(hour);
    const after = await sign(two);
    expect(after.status).toBe("open");
    expect(after.steps.sign).toMatchObject({ status: "waiting", signed: [], answeredBy: [] });
    expect(after.steps.sign?.because?.en).toContain("no longer counts");
    await sign(one);
    expect((await sign(two)).status).toBe("completed");
    expect([...world.authorities.acts.values()]).toEqual(["core-tax/file"]);
  });

  test("stays as it is once something irreversible was done with it", async () => {
    const { world, sign, read, sweep } = await opened(lastOfJanuary);
    await sign(one);
    await sign(two);
    world.time.pass(hour);
    await sweep();
    expect((await read()).facts.due?.value).toBe("1.00");
  });
});

describe("each of several people", () => {
  test("answers for themselves, and reads their own part; an officer reads the whole", async () => {
    const { world, sign, read } = await opened(anyEvening);
    await sign(one, { remark: "mine" });
    const current = await read();
    expect(current.facts.remark?.value).toEqual({ "applicant-1": "mine" });
    const seenBy = (caller: typeof one, fact: string) =>
      viewCase(world.packages, current, caller).facts.find(({ id }) => id === fact)?.value;
    expect(seenBy(one, "remark")).toEqual({ "applicant-1": "mine" });
    expect(seenBy(two, "remark")).toEqual({});
    expect(seenBy(two, "due")).toBe("1.00 for applicant-2");
    expect(seenBy(anOfficer(), "due")).toBe("1.00");
    expect(viewCase(world.packages, current, one).questions).toEqual([]);
    expect(viewCase(world.packages, current, two).questions.map(({ stepId }) => stepId)).toEqual(["sign"]);
  });
});
