import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exportTable, importTable } from "../../infra/local/backup/backup.ts";
import { itemOf, lineOf } from "../../infra/local/backup/item-line.ts";
import { localClient } from "../../infra/local/dynamodb/create-table.ts";
import { startTable } from "../../infra/local/dynamodb/dynalite.ts";
import { advanceDueCases } from "../../shared/actions/advance-due-cases.ts";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { decideStep } from "../../shared/actions/decide-step.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import { receiveCallback } from "../../shared/actions/receive-callback.ts";
import type { World } from "../../shared/actions/world.ts";
import type { Case } from "../../shared/cases/case.ts";
import { documentClient } from "../../shared/cases/document-client.ts";
import { dynamodbCaseStore } from "../../shared/cases/dynamodb-case-store.ts";
import { aCaller, anOfficer, silent, TestClock, testVault, testWorld, willing } from "../support/test-world.ts";

const tableName = "backup-test";
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "one-window-backup-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A table of its own, and the world over it; authorities and time outlive the table. */
const withTable = async <Result>(
  name: string,
  outside: { readonly authorities: ReturnType<typeof willing>; readonly time: TestClock },
  use: (world: World, client: ReturnType<typeof localClient>) => Promise<Result>,
): Promise<Result> => {
  const table = await startTable({ folder: join(folder, name), port: 0, tableName });
  const client = localClient(table.endpoint);
  const documents = documentClient(client);
  try {
    return await use(testWorld({ ...outside, cases: dynamodbCaseStore(documents, tableName, testVault) }), client);
  } finally {
    client.destroy();
    await table.close();
  }
};

const caller = aCaller();
const open = async (world: World, key: string): Promise<Case> =>
  (
    await openCase(world, {
      caller,
      packageId: "test",
      opening: { code: "C-1" },
      consents: { dataSharing: true },
      idempotencyKey: key,
    })
  ).case;
const answer = (world: World, { id }: Case) =>
  answerStep(world, {
    caller,
    caseId: id,
    stepId: "confirm",
    answers: { wish: "both" },
    idempotencyKey: `answer-${id}`,
  });

test("export, wipe, import: every case as it was; those that were open come to their end, each act once", async () => {
  const authorities = willing();
  authorities.replies.set("bank/debit-agreement", () => ({ kind: "pending" }));
  const time = new TestClock();
  const backup = join(folder, "backup");

  const { before, asking, waiting, unanswered } = await withTable(
    "first",
    { authorities, time },
    async (world, client) => {
      const asking = await open(world, "asking");
      const waiting = await answer(world, await open(world, "waiting"));
      authorities.replies.set("core-tax/taxpayer-status", silent);
      const unanswered = await open(world, "unanswered");
      await world.cases.writeDocument(asking, "answer", { name: "例" });
      const before = await Promise.all([asking, waiting, unanswered].map(({ id }) => world.cases.read(id)));
      expect((await exportTable(client, tableName, backup)).items).toBe(4);
      // After the backup's moment: lost with the table, and done again.
      authorities.replies.delete("core-tax/taxpayer-status");
      authorities.replies.set("core-tax/taxpayer-status", willing().replies.get("core-tax/taxpayer-status") ?? silent);
      await answer(world, asking);
      return { before, asking, waiting, unanswered };
    },
  );

  await withTable("second", { authorities, time }, async (world, client) => {
    await importTable(client, tableName, backup);
    // Once more, as after an interruption.
    await importTable(client, tableName, backup);
    const ids = [asking, waiting, unanswered].map(({ id }) => id);
    expect(await Promise.all(ids.map((id) => world.cases.read(id)))).toEqual(before);
    expect(await world.cases.readDocument(asking.id, "answer")).toEqual({ name: "例" });

    time.pass(60_000);
    await advanceDueCases(world, {});
    await answer(world, asking);
    await answer(world, unanswered);
    for (const caseId of ids) {
      const token = world.hash.of("callback", caseId, "agreement");
      await receiveCallback(world, { caseId, stepId: "agreement", token, answer: { agreement: "A-1" } });
      const decision = { approved: true, reason: "seen" };
      await decideStep(world, {
        caller: anOfficer(),
        caseId,
        stepId: "quota",
        decision,
        idempotencyKey: `decide-${caseId}`,
      });
      expect((await world.cases.read(caseId))?.status).toBe("completed");
    }
    const acts = ["agreement", "declaration", "quota:1", "tax-types"];
    expect([...authorities.acts.keys()].sort()).toEqual(ids.flatMap((id) => acts.map((act) => `${id}:${act}`)).sort());
  });
});

test("a backup that was cut off or altered is refused before anything is written", async () => {
  await withTable("first", { authorities: willing(), time: new TestClock() }, async (world, client) => {
    await open(world, "one");
    await exportTable(client, tableName, join(folder, "backup"));
  });
  await appendFile(join(folder, "backup", "items.jsonl"), `${lineOf({ pk: { S: "X" }, sk: { S: "X" } })}\n`);
  await withTable("second", { authorities: willing(), time: new TestClock() }, async (world, client) => {
    await expect(importTable(client, tableName, join(folder, "backup"))).rejects.toThrow("altered");
    await expect(importTable(client, tableName, join(folder, "nothing"))).rejects.toThrow("no finished backup");
    expect((await world.cases.listOfPerson(caller.key, { limit: 10 })).caseIds).toEqual([]);
  });
});

test("an import writes over nothing", async () => {
  await withTable("first", { authorities: willing(), time: new TestClock() }, async (world, client) => {
    const opened = await open(world, "one");
    await exportTable(client, tableName, join(folder, "backup"));
    const answered = await answer(world, opened);
    await expect(importTable(client, tableName, join(folder, "backup"))).rejects.toThrow("other items");
    expect((await world.cases.read(opened.id))?.version).toBe(answered.version);
  });
});

test("a line keeps every kind of value", () => {
  const item = {
    ...{ s: { S: "例" }, n: { N: "1.50" }, b: { B: Buffer.from([0, 255]) }, none: { NULL: true as const } },
    ...{ set: { BS: [Buffer.from("a")] }, deep: { L: [{ M: { b: { B: Buffer.from("c") } } }] } },
  };
  expect(itemOf(lineOf(item))).toEqual(item);
});
