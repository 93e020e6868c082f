import type { AttributeValue, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { table } from "../../../shared/cases/table.ts";

type Item = Readonly<Record<string, AttributeValue>>;

/** What the requests to the table would be billed on demand, by DynamoDB's own rules. */
export interface TableUnits {
  requests: number;
  writeUnits: number;
  readUnits: number;
  /** By how much the table has grown. */
  storedBytes: number;
}

/**
 * Counts what a client's requests come to, from the very bytes that it sends: a put is one unit for each begun kilobyte
 * of the larger of the item before and after, and one for each entry of an index that comes, goes or moves (two when it
 * moves); a consistent read one for each begun four kilobytes of each item.
 *
 * @returns what was used since the last call
 */
export const meterTable = (client: DynamoDBClient): (() => TableUnits) => {
  const items = new Map<string, Item>();
  let used: TableUnits = { requests: 0, writeUnits: 0, readUnits: 0, storedBytes: 0 };
  client.middlewareStack.add(
    (next) => async (context) => {
      const { headers, body } = context.request as { headers: Record<string, string>; body: string | Uint8Array };
      const action = headers["x-amz-target"]?.split(".")[1];
      const reply = await next(context);
      const { Item, Key, RequestItems } = JSON.parse(
        typeof body === "string" ? body : new TextDecoder().decode(body),
      ) as {
        readonly Item?: Item;
        readonly Key?: Item;
        readonly RequestItems?: Readonly<Record<string, { readonly Keys: readonly Item[] }>>;
      };
      const readUnits = (key: Item): number => Math.max(1, Math.ceil(bytesOf(items.get(nameOf(key)) ?? {}) / 4096));
      used.requests += 1;
      if (action === "PutItem" && Item) {
        const before = items.get(nameOf(Item));
        used.writeUnits += writeUnits(before, Item);
        used.storedBytes += bytesOf(Item) - bytesOf(before ?? {});
        items.set(nameOf(Item), Item);
      } else if (action === "GetItem" && Key) {
        used.readUnits += readUnits(Key);
      } else if (action === "BatchGetItem" && RequestItems) {
        for (const { Keys } of Object.values(RequestItems)) for (const key of Keys) used.readUnits += readUnits(key);
      } else {
        throw new Error(`no rule to count ${action} by`);
      }
      return reply;
    },
    { step: "build", priority: "low", name: "meter" },
  );
  return () => {
    const since = used;
    used = { requests: 0, writeUnits: 0, readUnits: 0, storedBytes: 0 };
    return since;
  };
};

const nameOf = (item: Item): string => `${item.pk?.S} ${item.sk?.S}`;

const writeUnits = (before: Item | undefined, after: Item): number => {
  const ofItem = Math.ceil(Math.max(bytesOf(before ?? {}), bytesOf(after)) / 1024);
  return Object.values(table.indexes).reduce((sum, { partitionKey, sortKey }) => {
    const entry = (item: Item | undefined) =>
      item?.[partitionKey]?.S === undefined ? undefined : `${item[partitionKey].S} ${item[sortKey]?.S}`;
    const [old, now] = [entry(before), entry(after)];
    if (old === now) return sum;
    return sum + (old === undefined ? 0 : 1) + (now === undefined ? 0 : 1);
  }, ofItem);
};

/** The size of an item as DynamoDB counts it: names and values, with three bytes for a list or map and one for each of its entries. */
export const bytesOf = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);

const valueBytes = (value: AttributeValue): number => {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.replace(/[-.]/g, "").length / 2) + 1;
  // On the wire it is base64.
  if (value.B !== undefined) return Buffer.from(String(value.B), "base64").length;
  if (value.L !== undefined) return value.L.reduce((sum, each) => sum + 1 + valueBytes(each), 3);
  if (value.M !== undefined) return 3 + bytesOf(value.M) + Object.keys(value.M).length;
  return 1;
};
