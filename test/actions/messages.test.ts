import { describe, expect, test } from "vitest";
import { readEvent } from "../../events/events.ts";
import { advanceDueCases } from "../../shared/actions/advance-due-cases.ts";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { decideStep } from "../../shared/actions/decide-step.ts";
import { markRead, readMessages } from "../../shared/actions/read-messages.ts";
import { withdrawCase } from "../../shared/actions/withdraw-case.ts";
import { messageKinds } from "../../shared/api/resources/message.ts";
import { viewMailbox } from "../../shared/api/views/messages-view.ts";
import type { Case } from "../../shared/cases/case.ts";
import type { CaseStore } from "../../shared/cases/case-store.ts";
import { memoryCaseStore } from "../../shared/cases/memory-case-store.ts";
import { aCaller, anOfficer, type TestWorld, testVault, testWorld } from "../support/test-world.ts";
import { applicant, open } from "./told-case.ts";

const day = 86_400_000;

const confirm = (world: TestWorld, { id }: Case, wish: string) =>
  answerStep(world, {
    caller: applicant,
    caseId: id,
    stepId: "confirm",
    answers: { wish },
    idempotencyKey: `confirm-${wish}`,
  });

const told = async (world: TestWorld, { id }: Case, caller = applicant) =>
  (await readMessages(world, { caller, caseId: id })).messages.map(({ kind, step }) =>
    step ? `${kind} ${step}` : kind,
  );

describe("what a person is told", () => {
  test("follows from what happened, in its order", async () => {
    const world = testWorld();
    const opened = await open(world);
    expect(await told(world, opened)).toEqual(["opened", "asked confirm"]);
    await confirm(world, opened, "quota");
    expect(await told(world, opened)).toEqual(["opened", "asked confirm", "issued tax-types", "with-officer quota"]);
    await decideStep(world, {
      caller: anOfficer(),
      caseId: opened.id,
      stepId: "quota",
      decision: { approved: false, reason: "no turnover" },
      idempotencyKey: "decide-1",
    });
    expect((await told(world, opened)).slice(4)).toEqual(["refused quota", "refused-case"]);
  });

  test("a broken promise reminds whoever is waited for", async () => {
    const world = testWorld();
    const opened = await open(world);
    world.time.pass(16 * day);
    await advanceDueCases(world, {});
    expect((await told(world, opened)).at(-1)).toBe("reminded confirm");
  });

  test("every message has words in both languages, the moment of its effect, and what to do next", async () => {
    const world = testWorld();
    const opened = await open(world);
    await confirm(world, opened, "quota");
    const mailbox = await readMessages(world, { caller: applicant, caseId: opened.id });
    const { messages, unread, basis } = viewMailbox(world.packages, mailbox);
    expect(unread).toBe(4);
    expect(basis).toHaveLength(1);
    for (const { text, next } of messages) {
      for (const words of [text, next]) {
        expect(words.zh).toMatch(/\p{Script=Han}.*[。]$/u);
        expect(words.en).toMatch(/^[A-Za-z].*[.]$/);
      }
    }
    // Who has it in hand changes nobody's position; that it is one's turn, with a term, does.
    expect(messages.map(({ kind, takesEffectAt }) => [kind, takesEffectAt])).toEqual([
      ["opened", "2030-01-31T02:00:00.000Z"],
      ["asked", "2030-01-31T02:00:00.000Z"],
      ["issued", "2030-01-31T02:00:00.000Z"],
      ["with-officer", undefined],
    ]);
    expect(messages[1]?.promisedBy).toBe("2030-02-15T02:00:00.000Z");
    expect(messages[2]?.document).toEqual({ number: "T-1", issuedOn: "2030-01-31" });
    for (const kind of messages.map((message) => message.kind)) expect(messageKinds).toContain(kind);
  });

  test("strangers are told nothing", async () => {
    const world = testWorld();
    const opened = await open(world);
    await expect(told(world, opened, aCaller("stranger"))).rejects.toThrow("case-not-found");
  });
});

describe("reading", () => {
  test("is noted with its moment, and changes nothing of the case", async () => {
    const world = testWorld();
    const opened = await open(world);
    world.time.pass(day);
    await markRead(world, { caller: applicant, caseId: opened.id, upTo: 1 });
    world.time.pass(day);
    const again = await markRead(world, { caller: applicant, caseId: opened.id, upTo: 2 });
    await markRead(world, { caller: applicant, caseId: opened.id, upTo: 1 });
    const view = viewMailbox(world.packages, again);
    expect(view.messages.map(({ readAt }) => readAt)).toEqual(["2030-02-01T02:00:00.000Z", "2030-02-02T02:00:00.000Z"]);
    expect(view.unread).toBe(0);
    expect((await world.cases.read(opened.id))?.version).toBe(opened.version);
  });

  test("beyond the last message is refused", async () => {
    const world = testWorld();
    const opened = await open(world);
    const beyond = markRead(world, { caller: applicant, caseId: opened.id, upTo: 9 });
    await expect(beyond).rejects.toThrow("message-not-found");
  });
});

describe("what goes outward", () => {
  /** A store that keeps every event that was ever written. */
  const recording = () => {
    const events: Case["events"][number][] = [];
    const store = memoryCaseStore(testVault);
    const cases: CaseStore = {
      ...store,
      create: async (made) => {
        const outcome = await store.create(made);
        if (outcome === "created") events.push(...made.events);
        return outcome;
      },
      replace: async (changed, version) => {
        const outcome = await store.replace(changed, version);
        if (outcome === "replaced") events.push(...changed.events);
        return outcome;
      },
    };
    return { cases, events };
  };

  test("is one event for each message, in its own write, with no more than names and counts", async () => {
    const { cases, events } = recording();
    const world = testWorld({ cases });
    const opened = await open(world);
    await withdrawCase(world, { caller: applicant, caseId: opened.id, idempotencyKey: "back" });
    const written = events.filter(({ type }) => type === "message-written");
    expect(written.map(({ data }) => data)).toEqual([
      { message: 1, kind: "opened", to: "opener" },
      { message: 2, kind: "asked", step: "confirm", to: "applicant" },
      { message: 3, kind: "withdrawn" },
    ]);
    for (const { id, type, at, data } of written) {
      expect(readEvent({ id, type, version: 1, caseId: opened.id, at, data })).toMatchObject({ type });
    }
  });

  test("of a case that was taken back says why to its people, and to nobody else", async () => {
    const { cases, events } = recording();
    const world = testWorld({ cases });
    const opened = await open(world);
    const reason = "the shop opens next year";
    const back = await withdrawCase(world, { caller: applicant, caseId: opened.id, reason, idempotencyKey: "back" });
    expect(back.messages?.at(-1)).toMatchObject({ kind: "withdrawn", reason });
    expect(JSON.stringify(events)).not.toContain(reason);
  });
});
