import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { localClient } from "../../infra/local/dynamodb/create-table.ts";
import { documentClient } from "../../shared/cases/document-client.ts";
import { dynamodbFigureStore } from "../../shared/speed/dynamodb-figure-store.ts";
import type { FigureStore } from "../../shared/speed/figure-store.ts";
import { memoryFigureStore } from "../../shared/speed/memory-figure-store.ts";
import { tableName, tableOnDisk } from "../support/table-on-disk.ts";

interface Subject {
  readonly store: FigureStore;
  close(): Promise<void>;
}

const subjects: Record<string, () => Promise<Subject>> = {
  "in memory": async () => ({ store: memoryFigureStore(), close: async () => {} }),
  "in dynalite on disk": async () => {
    const table = await tableOnDisk();
    const client = localClient(table.endpoint);
    return {
      store: dynamodbFigureStore(documentClient(client), tableName),
      close: async () => {
        client.destroy();
        await table.close();
      },
    };
  },
};

const cell = (text: string) => ({ figures: new TextEncoder().encode(text), counted: new TextEncoder().encode("c") });
const key = (shard: number, day = "2030-01-31") => ({ office: "liuzhou", packageId: "test", day, shard });
const textOf = (figures: Uint8Array | undefined) => new TextDecoder().decode(figures);

describe.each(Object.entries(subjects))("a store of figures %s", (_, open) => {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());

  test("a cell comes back with the version to write it over", async () => {
    expect(await subject.store.open([key(0)])).toEqual([undefined]);
    expect(await subject.store.write(key(0), cell("one"), 0)).toBe("written");
    const [found] = await subject.store.open([key(0)]);
    expect(found?.version).toBe(1);
    expect(textOf(found?.cell.figures)).toBe("one");
    expect(textOf(found?.cell.counted)).toBe("c");
  });

  test("of two writers over the same version one wins", async () => {
    const both = await Promise.all([
      subject.store.write(key(1), cell("a"), 0),
      subject.store.write(key(1), cell("b"), 0),
    ]);
    expect(both.toSorted()).toEqual(["conflict", "written"]);
    expect(await subject.store.write(key(1), cell("c"), 1)).toBe("written");
    expect(await subject.store.write(key(1), cell("d"), 1)).toBe("conflict");
  });

  test("more cells than one call takes are read, in the order asked, and those that are not there left out", async () => {
    const keys = Array.from({ length: 150 }, (_each, shard) => key(shard, "2030-02-01"));
    for (const each of keys.filter(({ shard }) => shard % 50 === 7)) {
      await subject.store.write(each, cell(`shard ${each.shard}`), 0);
    }
    const read = await subject.store.read(keys);
    expect(read.map(({ key: { shard }, figures }) => [shard, textOf(figures)])).toEqual([
      [7, "shard 7"],
      [57, "shard 57"],
      [107, "shard 107"],
    ]);
    const opened = await subject.store.open(keys);
    expect(opened).toHaveLength(150);
    expect(textOf(opened[57]?.cell.figures)).toBe("shard 57");
  });
});
