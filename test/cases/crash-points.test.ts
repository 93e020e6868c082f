import { describe, expect, test } from "vitest";
import { advanceDueCases } from "../../shared/actions/advance-due-cases.ts";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { decideStep } from "../../shared/actions/decide-step.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import { receiveCallback } from "../../shared/actions/receive-callback.ts";
import type { World } from "../../shared/actions/world.ts";
import type { Case } from "../../shared/cases/case.ts";
import { Life, livedIn } from "../support/crashing.ts";
import { aCaller, anOfficer, type TestWorld, testWorld } from "../support/test-world.ts";

const caller = aCaller();
const endless = Number.POSITIVE_INFINITY;

/** The story, told by a client who repeats a request that got no answer, with the same key. */
const story: readonly ((world: World, caseId: string) => Promise<unknown>)[] = [
  (world) =>
    openCase(world, {
      caller,
      packageId: "test",
      opening: { code: "C-1" },
      consents: { dataSharing: true },
      idempotencyKey: "open",
    }),
  (world, caseId) =>
    answerStep(world, { caller, caseId, stepId: "confirm", answers: { wish: "both" }, idempotencyKey: "confirm" }),
  (world, caseId) =>
    receiveCallback(world, {
      caseId,
      stepId: "agreement",
      token: world.hash.of("callback", caseId, "agreement"),
      answer: { agreement: "A-1" },
    }),
  (world, caseId) =>
    decideStep(world, {
      caller: anOfficer(),
      caseId,
      stepId: "quota",
      decision: { approved: true, reason: "seen" },
      idempotencyKey: "decide",
    }),
];

const newWorld = (): TestWorld => {
  const world = testWorld();
  world.authorities.replies.set("bank/debit-agreement", () => ({ kind: "pending" }));
  return world;
};

const caseIdIn = (world: World) => world.hash.of("case", caller.key, "open");

/** Tells the story; in the given act the process lives only so long, and a new one takes over. */
const tell = async (crashedAct: number, life: Life): Promise<TestWorld> => {
  const world = newWorld();
  for (const [index, act] of story.entries()) {
    const caseId = caseIdIn(world);
    if (index === crashedAct) {
      await Promise.race([act(livedIn(world, life), caseId), life.ended]);
      world.time.pass(60_000);
      await advanceDueCases(world, {});
    }
    await act(world, caseId);
    world.time.pass(60_000);
    await advanceDueCases(world, {});
  }
  return world;
};

const outcome = ({ status, steps, facts, lease, early, parties }: Case) => ({
  status,
  steps: Object.fromEntries(Object.entries(steps).map(([id, state]) => [id, state.status])),
  facts: Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value])),
  lease,
  early,
  parties,
});

describe("a process that dies at any input or output", () => {
  test.each(story.map((_, act) => [act] as const))(
    "in act %i: the case ends as if undisturbed, each act once",
    async (act) => {
      const undisturbed = new Life(endless);
      const expected = await tell(act, undisturbed);
      const expectedCase = (await expected.cases.read(caseIdIn(expected))) as Case;
      expect(expectedCase.status).toBe("completed");
      expect(undisturbed.points).toBeGreaterThan(5);

      for (let point = 1; point <= undisturbed.points; point += 1) {
        const world = await tell(act, new Life(point));
        const found = (await world.cases.read(caseIdIn(world))) as Case;
        expect(outcome(found), `point ${point}`).toEqual(outcome(expectedCase));
        expect([...world.authorities.acts.keys()].sort(), `point ${point}`).toEqual(
          [...expected.authorities.acts.keys()].sort(),
        );
        expect(world.faults).toEqual([]);
      }
    },
  );
});

describe("two processes at once", () => {
  test("two sweepers and a person's answer: one result, nothing done twice", async () => {
    for (let round = 0; round < 20; round += 1) {
      const world = newWorld();
      const caseId = caseIdIn(world);
      await story[0]?.(world, caseId);
      const answers = Array.from({ length: 3 }, () => story[1]?.(world, caseId).catch((error: unknown) => error));
      await Promise.all([...answers, advanceDueCases(world, {}), advanceDueCases(world, {})]);
      await Promise.all([story[2]?.(world, caseId), story[3]?.(world, caseId), story[2]?.(world, caseId)]);
      world.time.pass(60_000);
      await Promise.all([advanceDueCases(world, {}), advanceDueCases(world, {})]);
      const found = (await world.cases.read(caseId)) as Case;
      expect(found.status).toBe("completed");
      const acts = world.authorities.calls.filter(({ operation }) => operation !== "market-regulation/licence-record");
      expect(new Set(acts.map(({ key }) => key)).size).toBe(acts.length);
    }
  });

  test("an absurdly short lease repeats calls, and still every act has one key and one result", async () => {
    const world = { ...newWorld(), pace: { lease: 9_000, lastCall: 8_000, burst: 1, retryFirst: 1, retryLongest: 10 } };
    const caseId = caseIdIn(world);
    world.authorities.gate = async () => {
      world.time.pass(5_000);
      await Promise.resolve();
    };
    for (const act of story) {
      await Promise.all([act(world, caseId), advanceDueCases(world, {})]);
      for (let sweep = 0; sweep < 6; sweep += 1) {
        world.time.pass(20_000);
        await Promise.all([advanceDueCases(world, {}), advanceDueCases(world, {})]);
      }
    }
    const found = (await world.cases.read(caseId)) as Case;
    expect(found.status).toBe("completed");
    expect([...world.authorities.acts.keys()].sort()).toEqual(
      ["agreement", "declaration", "quota:1", "tax-types"].map((step) => `${caseId}:${step}`),
    );
  });
});

describe("a write whose reply was lost", () => {
  test("recognises itself: the client library repeats it and meets its own version", async () => {
    const world = newWorld();
    const { replace, create } = world.cases;
    const cases = {
      ...world.cases,
      replace: async (...write: Parameters<typeof replace>) => {
        await replace(...write);
        return replace(...write);
      },
      create: async (...write: Parameters<typeof create>) => {
        await create(...write);
        return create(...write);
      },
    };
    const caseId = caseIdIn(world);
    for (const act of story) await act({ ...world, cases }, caseId);
    const found = (await world.cases.read(caseId)) as Case;
    expect(found.status).toBe("completed");
    expect(world.authorities.calls.length).toBe(new Set(world.authorities.calls.map(({ key }) => key)).size);
  });
});
