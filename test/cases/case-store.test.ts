import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureTable, localClient } from "../../infra/local/dynamodb/create-table.ts";
import { hasJava, startDynamoDbLocal } from "../../infra/local/dynamodb/dynamodb-local.ts";
import type { Case, StepState } from "../../shared/cases/case.ts";
import type { CaseStore } from "../../shared/cases/case-store.ts";
import { documentClient } from "../../shared/cases/document-client.ts";
import { dynamodbCaseStore } from "../../shared/cases/dynamodb-case-store.ts";
import { memoryCaseStore } from "../../shared/cases/memory-case-store.ts";
import { caseKey, dueShardOf } from "../../shared/cases/table.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import type { PersonKey } from "../../shared/people/person-key.ts";
import { aCase } from "../support/a-case.ts";
import { tableName, tableOnDisk } from "../support/table-on-disk.ts";
import { testVault } from "../support/test-world.ts";

interface Subject {
  readonly store: CaseStore;
  /** The stored item as text, where there is a table to look into. */
  readonly raw?: (caseId: string) => Promise<string>;
  close(): Promise<void>;
}

const overTable = async (endpoint: string, close: () => Promise<void>): Promise<Subject> => {
  await ensureTable(endpoint, tableName);
  const base = localClient(endpoint);
  const client: DynamoDBDocumentClient = documentClient(base);
  return {
    store: dynamodbCaseStore(client, tableName, testVault),
    raw: async (caseId) => {
      const { pk, sk } = caseKey(caseId);
      const { Item } = await base.send(
        new GetItemCommand({ TableName: tableName, Key: { pk: { S: pk }, sk: { S: sk } } }),
      );
      return JSON.stringify(Item);
    },
    close: async () => {
      base.destroy();
      await close();
    },
  };
};

const subjects: Record<string, () => Promise<Subject>> = {
  "in memory": async () => ({ store: memoryCaseStore(testVault), close: async () => {} }),
  "in dynalite on disk": async () => {
    const table = await tableOnDisk();
    return overTable(table.endpoint, table.close);
  },
  "in Amazon's DynamoDB Local": async () => {
    const local = await startDynamoDbLocal();
    return overTable(local.endpoint, () => local.close());
  },
};

const at = (time: string) => `2030-01-31T${time}.000Z` as Instant;
const waitingFor = (waitsFor: string, promisedBy: Instant): StepState => ({
  status: "waiting",
  attempts: 0,
  round: 0,
  readyAt: at("00:00:00"),
  since: at("00:00:00"),
  waitsFor,
  promisedBy,
  clocks: { active: 0, away: 0, machine: 0, authority: 0 },
});

for (const [where, start] of Object.entries(subjects)) {
  const needsJava = where.includes("Amazon");
  describe.runIf(!needsJava || hasJava())(`cases ${where}${needsJava ? " (needs a JRE)" : ""}`, () => {
    let subject: Subject;
    let store: CaseStore;
    beforeAll(async () => {
      subject = await start();
      store = subject.store;
    });
    afterAll(() => subject.close());

    test("reads back what was written, whatever the facts look like", async () => {
      const written: Case = aCase({
        id: "round-trip",
        facts: {
          nested: {
            value: { list: [1, "two", { three: true }], empty: [], text: "", nothing: null, chinese: "柳州" },
            source: { kind: "person", step: "form", role: "applicant" },
            at: at("02:00:00"),
          },
        },
        early: { agreement: { answer: { agreement: "A-1" }, at: at("02:00:01") } },
        lease: { owner: "runner", until: at("02:01:00") },
        due: at("02:01:00"),
      });
      expect(await store.create(written)).toBe("created");
      expect(await store.read("round-trip")).toEqual(written);
      expect(await store.read("never-opened")).toBeUndefined();
    });

    test("creates a case once", async () => {
      expect(await store.create(aCase({ id: "once" }))).toBe("created");
      expect(await store.create(aCase({ id: "once", office: "another" }))).toBe("exists");
      expect((await store.read("once"))?.office).toBe("liuzhou");
    });

    test("replaces a case only over the version that the change was made from", async () => {
      await store.create(aCase({ id: "versions" }));
      expect(await store.replace(aCase({ id: "versions", version: 2, office: "two" }), 1)).toBe("replaced");
      expect(await store.replace(aCase({ id: "versions", version: 2, office: "late" }), 1)).toBe("conflict");
      expect(await store.replace(aCase({ id: "never-opened", version: 2 }), 1)).toBe("conflict");
      expect((await store.read("versions"))?.office).toBe("two");
      expect(await store.read("never-opened")).toBeUndefined();
    });

    test("gives back the very case that is known while it is the latest, and what was written since", async () => {
      const known = aCase({ id: "known", office: "here" });
      expect(await store.read("known", known)).toBeUndefined();
      await store.create(known);
      expect(await store.read("known", known)).toBe(known);
      await store.replace(aCase({ id: "known", version: 2, office: "there" }), 1);
      expect(await store.read("known", known)).toMatchObject({ version: 2, office: "there" });
    });

    test("of twenty writers at once one wins each version", async () => {
      await store.create(aCase({ id: "race" }));
      for (const version of [1, 2, 3]) {
        const writers = Array.from({ length: 20 }, (_, writer) =>
          store.replace(aCase({ id: "race", version: version + 1, writes: [`${writer}`] }), version),
        );
        const outcomes = await Promise.all(writers);
        expect(outcomes.filter((outcome) => outcome === "replaced")).toHaveLength(1);
        const winner = outcomes.indexOf("replaced");
        expect(await store.read("race")).toMatchObject({ version: version + 1, writes: [`${winner}`] });
      }
    });

    test("of twenty openings at once one wins", async () => {
      const openings = await Promise.all(
        Array.from({ length: 20 }, (_, opener) => store.create(aCase({ id: "opened", writes: [`${opener}`] }))),
      );
      expect(openings.filter((outcome) => outcome === "created")).toHaveLength(1);
      expect((await store.read("opened"))?.writes).toEqual([`${openings.indexOf("created")}`]);
    });

    test("keeps private facts and early answers sealed, and nobody's number in a key", async () => {
      const secret = "known-only-to-us";
      const sealed = aCase({
        id: "sealed",
        facts: {
          holder: {
            value: { idNumber: secret },
            isPrivate: true,
            source: { kind: "person", step: "form", role: "applicant" },
            at: at("02:00:00"),
          },
        },
        early: { agreement: { answer: { account: secret }, at: at("02:00:01") } },
      });
      await store.create(sealed);
      expect(await store.read("sealed")).toEqual(sealed);
      if (!subject.raw) return;
      const item = await subject.raw("sealed");
      expect(item).not.toContain(secret);
      expect(Object.keys(JSON.parse(item)).sort()).toEqual([
        ...["channel", "id", "office", "openedAt", "packageId", "packageVersion", "personPk", "personSk"],
        ...["pk", "sealed", "sk", "status", "version"],
      ]);
    });

    test("finds what is due at a moment, each side of it, until it is due no more", async () => {
      const due = aCase({ id: "due-1", due: at("05:00:00") });
      await store.create(due);
      const shard = dueShardOf("due-1");
      expect(await store.listDue(shard, at("04:59:59"), 10)).not.toContain("due-1");
      expect(await store.listDue(shard, at("05:00:00"), 10)).toContain("due-1");
      await store.replace(aCase({ id: "due-1", version: 2 }), 1);
      expect(await store.listDue(shard, at("05:00:00"), 10)).not.toContain("due-1");
    });

    test("lists a person's cases, their own and those they belong to, the latest first, page by page", async () => {
      const person = "person-list" as PersonKey;
      const another = "person-other" as PersonKey;
      await store.create(aCase({ id: "list-1", openedBy: person, openedAt: at("01:00:00") }));
      await store.create(aCase({ id: "list-2", openedBy: another, openedAt: at("02:00:00") }));
      const joined = aCase({ id: "list-2", openedAt: at("02:00:00") });
      await store.link(joined, person);
      await store.link(joined, person);
      await store.create(aCase({ id: "list-3", openedBy: person, openedAt: at("03:00:00") }));
      expect((await store.listOfPerson(person, { limit: 10 })).caseIds).toEqual(["list-3", "list-2", "list-1"]);
      const first = await store.listOfPerson(person, { limit: 2 });
      expect(first.caseIds).toEqual(["list-3", "list-2"]);
      const second = await store.listOfPerson(person, { limit: 2, from: first.next as string });
      expect(second.caseIds).toEqual(["list-1"]);
      expect((await store.listOfPerson(another, { limit: 10 })).caseIds).toEqual(["list-2"]);
    });

    test("keeps an office's queue by the most urgent promise, and drops what no officer is needed for", async () => {
      const office = "queue-office";
      const later = aCase({ id: "queue-1", office, steps: { quota: waitingFor("officer", at("09:00:00")) } });
      const sooner = aCase({ id: "queue-2", office, steps: { limit: waitingFor("officer", at("08:00:00")) } });
      const elsewhere = aCase({ id: "queue-3", office, steps: { form: waitingFor("applicant", at("07:00:00")) } });
      for (const each of [later, sooner, elsewhere]) await store.create(each);
      expect((await store.listQueue(office, { limit: 10 })).caseIds).toEqual(["queue-2", "queue-1"]);
      await store.replace({ ...sooner, version: 2, status: "withdrawn" }, 1);
      expect((await store.listQueue(office, { limit: 10 })).caseIds).toEqual(["queue-1"]);
    });

    test("keeps documents beside the case", async () => {
      await store.writeDocument(aCase({ id: "documents" }), "assessment", { lines: [1, 2] });
      await store.writeDocument(aCase({ id: "documents" }), "assessment", { lines: [1, 2, 3] });
      expect(await store.readDocument("documents", "assessment")).toEqual({ lines: [1, 2, 3] });
      expect(await store.readDocument("documents", "other")).toBeUndefined();
    });
  });
}
