import { type DynamoDBDocumentClient, PutCommand, paginateScan } from "@aws-sdk/lib-dynamodb";
import { isConditionMet } from "../../shared/cases/condition-met.ts";
import { documentsIn } from "../../shared/cases/documents-in.ts";
import { peopleSealedIn } from "../../shared/people/keys/people-vault.ts";
import type { Sealing } from "../../shared/people/sealing.ts";
import type { Vault } from "../../shared/people/vault.ts";
import { openedItem } from "./opened-item.ts";

export interface Resealed {
  readonly items: number;
  readonly resealed: number;
  /** Written by others meanwhile, and so under the present key already. */
  readonly overtaken: number;
  /** Keys of items that no key opens: they must be looked at before a former key is given up. */
  readonly unopened: readonly string[];
}

/**
 * Seals every item of the table under the present key, while the service runs: each is written back only if nobody has
 * written it since. Run it again until `resealed` is 0; then the former key can be taken out of the secret.
 *
 * @param people seals what was written before people had keys of their own; absent: that stays as it is
 */
export const resealTable = async (
  client: DynamoDBDocumentClient,
  tableName: string,
  vault: Vault,
  people?: Sealing,
): Promise<Resealed> => {
  const counts = { items: 0, resealed: 0, overtaken: 0 };
  const unopened: string[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: tableName, ConsistentRead: true })) {
    for (const item of Items) {
      counts.items += 1;
      const outcome = await resealItem({ client, tableName, vault, people }, item);
      if (outcome === "unopened") unopened.push(`${item.pk} ${item.sk}`);
      else if (outcome !== "present") counts[outcome] += 1;
    }
  }
  return { ...counts, unopened };
};

interface Resealing {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly vault: Vault;
  readonly people: Sealing | undefined;
}

const resealItem = async (
  { client, tableName, vault, people }: Resealing,
  item: Readonly<Record<string, unknown>>,
): Promise<"resealed" | "present" | "overtaken" | "unopened"> => {
  const opened = tryToOpen(vault, item);
  if (opened === undefined) return "present";
  if (opened === "unopened") return "unopened";
  const { attribute, context, value } = opened;
  const former = item[attribute] as Uint8Array;
  const resealed = (await sealedByPerson(people, value, context)) ?? vault.resealed(former, context);
  if (resealed === undefined) return "present";
  const isWritten = await isConditionMet(
    client.send(
      new PutCommand({
        TableName: tableName,
        Item: { ...item, [attribute]: resealed },
        ConditionExpression: "#sealed = :former",
        ExpressionAttributeNames: { "#sealed": attribute },
        ExpressionAttributeValues: { ":former": former },
      }),
    ),
  );
  return isWritten ? "resealed" : "overtaken";
};

/** What names people and was sealed under no key of theirs. */
const sealedByPerson = async (
  people: Sealing | undefined,
  value: unknown,
  context: string,
): Promise<Uint8Array | undefined> => {
  const isDone = !people || peopleSealedIn(value).length > 0 || documentsIn(value).next().done;
  return isDone ? undefined : people.seal(value, context);
};

const tryToOpen = (vault: Vault, item: Readonly<Record<string, unknown>>) => {
  try {
    return openedItem(vault, item);
  } catch {
    return "unopened";
  }
};
