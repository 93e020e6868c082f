import { beforeEach, describe, expect, test } from "vitest";
import { checkAccessLog, readAccessLog } from "../../shared/actions/read-access-log.ts";
import { readCase } from "../../shared/actions/read-case.ts";
import { unmaskField } from "../../shared/actions/unmask-field.ts";
import { viewAccessEntry } from "../../shared/api/views/access-log-view.ts";
import type { Case } from "../../shared/cases/case.ts";
import { chainOfOffice } from "../../shared/people/access-log/entry.ts";
import { manyCases, unusualIn } from "../../shared/people/access-log/unusual.ts";
import { openedCases } from "../functions/support/opened-cases.ts";
import { aCaller, anAuditor, anOfficer, type TestWorld, testWorld } from "../support/test-world.ts";

let world: TestWorld;
let asking: Case;
let queued: Case;
let alarms: string[];
beforeEach(async () => {
  alarms = [];
  world = { ...testWorld(), onUnusual: ({ rule }) => alarms.push(rule) };
  ({ asking, queued } = await openedCases(world));
});

const ownLog = async (caller = aCaller()) => (await readAccessLog(world, { caller, limit: 100 })).entries;
const unmasking = { fact: "account", path: [], reason: "correction", note: "the bank asks" } as const;

describe("what the person reads", () => {
  test("each look-up, before anybody else has read anything", async () => {
    const entries = (await ownLog()).filter(({ caseId }) => caseId === queued.id);
    // The latest first.
    expect(entries.map(({ does, reader, step, authority }) => [does, reader.kind, step, authority])).toEqual([
      ["looks-up", "machine", "status", "core-tax"],
      ["looks-up", "machine", "licence", "market-regulation"],
    ]);
    const [entry] = entries;
    if (!entry) throw new Error("no entry");
    expect(viewAccessEntry(world.packages, world.hash, entry).words).toEqual({
      zh: "系统向税务核心征管系统查询:status(为办理「test」)",
      en: "the system asked the core tax system for: status (for: test)",
    });
  });

  test("a look-up that takes nothing from a record says what it was: a comparison", async () => {
    const [entry] = await ownLog();
    if (!entry) throw new Error("no entry");
    expect(viewAccessEntry(world.packages, world.hash, { ...entry, fields: [] }).words).toEqual({
      zh: "系统向税务核心征管系统核对(为办理「test」)",
      en: "the system checked with the core tax system (for: test)",
    });
  });

  test("an official's read at once, with a number by which the bureau knows them, and never their name", async () => {
    await readCase(world, { caller: anOfficer("lin"), caseId: queued.id });
    const [entry] = await ownLog();
    if (!entry) throw new Error("no entry");
    expect(entry).toMatchObject({ does: "reads", reader: { kind: "officer", office: "liuzhou" }, caseId: queued.id });
    const seen = viewAccessEntry(world.packages, world.hash, entry);
    expect(seen.words.zh).toMatch(/^税务人员\([0-9a-z]{6} liuzhou\)查看了办件/);
    expect(JSON.stringify(seen)).not.toContain('lin"');
  });

  test("nothing of their own reading at home, each at a kiosk", async () => {
    const before = (await ownLog()).length;
    await readCase(world, { caller: aCaller(), caseId: asking.id });
    expect(await ownLog()).toHaveLength(before);
    await readCase(world, { caller: aCaller("one", { channel: "kiosk" }), caseId: asking.id });
    expect((await ownLog())[0]).toMatchObject({ does: "reads", reader: { kind: "self" } });
  });

  test("a read for an inspection only when the law lets them be told", async () => {
    const before = (await ownLog()).length;
    await unmaskField(world, { ...unmasking, reason: "inspection", caller: anOfficer(), caseId: queued.id });
    expect(await ownLog()).toHaveLength(before);
    world.time.pass(91 * 86_400_000);
    expect((await ownLog())[0]).toMatchObject({ does: "unmasks", reason: "inspection" });
  });

  test("page after page, nothing twice", async () => {
    for (let time = 0; time < 6; time += 1) await readCase(world, { caller: anOfficer(), caseId: queued.id });
    const pages: unknown[] = [];
    for (let before: number | undefined, isOver = false; !isOver; isOver = before === undefined) {
      const request = { caller: aCaller(), limit: 3, ...(before !== undefined && { before }) };
      const { entries, next } = await readAccessLog(world, request);
      pages.push(...entries);
      before = next;
    }
    expect(pages).toEqual(await ownLog());
  });
});

describe("a read that cannot be noted", () => {
  const broken = () => ({
    ...world,
    access: { ...world.access, note: () => Promise.reject(new Error("throttled")) },
  });

  test("is not made: an official sees nothing", async () => {
    await expect(readCase(broken(), { caller: anOfficer(), caseId: queued.id })).rejects.toThrow("throttled");
  });

  test("is not made: a field stays masked", async () => {
    await expect(unmaskField(broken(), { ...unmasking, caller: anOfficer(), caseId: queued.id })).rejects.toThrow();
  });

  test("is not made: no authority is asked", async () => {
    const calls = world.authorities.calls.length;
    await openedCases({ ...broken(), cases: testWorld().cases }).catch(() => {});
    expect(world.authorities.calls).toHaveLength(calls);
  });
});

describe("one field in full", () => {
  test("costs a fresh login", async () => {
    const stale = { ...anOfficer(), login: { hasSecondFactor: false } };
    const request = { ...unmasking, caller: stale, caseId: queued.id };
    await expect(unmaskField(world, request)).rejects.toMatchObject({ code: "step-up-required" });
    expect((await ownLog())[0]?.does).toBe("looks-up");
  });

  test("is one value, shown with the reader's mark, which stands in the log with the reason", async () => {
    const { value, mark } = await unmaskField(world, { ...unmasking, caller: anOfficer(), caseId: queued.id });
    expect(value).toBe("0001");
    expect((await ownLog())[0]).toMatchObject({ does: "unmasks", fields: ["account"], mark, note: "the bank asks" });
  });

  test.each([
    ["a fact that is not private", "name", []],
    ["a fact that does not exist", "wages", []],
    ["a part that does not exist", "account", ["0", "idNumber"]],
    ["what every object has", "account", ["constructor"]],
  ])("%s is no field", async (_, fact, path) => {
    const request = { ...unmasking, fact, path, caller: anOfficer(), caseId: queued.id };
    await expect(unmaskField(world, request)).rejects.toMatchObject({ code: "field-not-found" });
  });

  test("an officer of another office learns nothing of the case", async () => {
    const request = { ...unmasking, caller: { ...anOfficer(), office: "elsewhere" }, caseId: queued.id };
    await expect(unmaskField(world, request)).rejects.toMatchObject({ code: "case-not-found" });
  });
});

describe("the auditor", () => {
  test("finds the chains of an office and of a case whole", async () => {
    await readCase(world, { caller: anOfficer(), caseId: queued.id });
    for (const caseId of [undefined, queued.id]) {
      const checked = await checkAccessLog(world, { caller: anAuditor(), ...(caseId !== undefined && { caseId }) });
      expect(checked.map(({ findings }) => findings)).toEqual([[]]);
      expect(checked[0]?.links).toBeGreaterThan(0);
    }
  });
});

describe("unusual patterns", () => {
  test("an official who is in the case, or whose family's record is", async () => {
    await readCase(world, { caller: { ...anOfficer(), key: aCaller().key }, caseId: queued.id });
    // Whoever is party to it reads their own case: no official's read at all.
    expect(alarms).toEqual([]);
    const officer = anOfficer("relative");
    const facts = {
      ...queued.facts,
      spouse: { value: [officer.person], source: { kind: "rule", step: "status" } as const, at: queued.openedAt },
    };
    await world.cases.replace({ ...queued, facts, version: queued.version + 1 }, queued.version);
    await readCase(world, { caller: officer, caseId: queued.id });
    expect(alarms).toEqual(["relative"]);
  });

  test("a relative's case through one field that is not about the official", async () => {
    const officer = anOfficer("relative");
    const source = { kind: "rule", step: "status" } as const;
    const facts = {
      ...queued.facts,
      spouse: { value: [officer.person], source, at: queued.openedAt },
      witness: { value: [aCaller("witness").person], isPrivate: true, source, at: queued.openedAt },
    };
    await world.cases.replace({ ...queued, facts, version: queued.version + 1 }, queued.version);
    const request = { ...unmasking, fact: "witness", path: ["0", "idNumber"] };
    await unmaskField(world, { ...request, caller: officer, caseId: queued.id });
    expect(alarms).toEqual(["relative"]);
    await unmaskField(world, { ...request, caller: anOfficer("colleague"), caseId: queued.id });
    expect(alarms).toEqual(["relative"]);
  });

  test("a field in full where there is nothing to do", async () => {
    await unmaskField(world, { ...unmasking, caller: anOfficer(), caseId: asking.id });
    expect(alarms).toEqual(["without-case"]);
    alarms.length = 0;
    await unmaskField(world, { ...unmasking, caller: anOfficer(), caseId: queued.id });
    expect(alarms).toEqual([]);
  });

  test(`the ${manyCases}th case in an hour with nothing to do there, not the one before, not hours later`, async () => {
    await readCase(world, { caller: anOfficer(), caseId: asking.id });
    const [link] = await world.access.latest(chainOfOffice("liuzhou"), 1);
    const entry = link?.entries[0];
    if (!entry) throw new Error("no entry");
    const others = Array.from({ length: manyCases - 1 }, (_, index) => ({ ...entry, caseId: `case-${index}` }));
    expect(unusualIn(entry, others.slice(1))).toEqual([]);
    expect(unusualIn(entry, others)).toEqual(["many-people"]);
    const colleague = others.map((each) => ({
      ...each,
      reader: { ...entry.reader, key: aCaller("another").key } as typeof entry.reader,
    }));
    expect(unusualIn(entry, colleague)).toEqual([]);
    const earlier = others.map((each) => ({ ...each, at: "2029-12-31T00:00:00.000Z" as typeof entry.at }));
    expect(unusualIn(entry, earlier)).toEqual([]);
  });
});
