import { type DynamoDBDocumentClient, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { contextOf as caseContext, documentContext } from "../../shared/cases/case-item.ts";
import { isConditionMet } from "../../shared/cases/condition-met.ts";
import { accessPartitionPrefix, contextOf as chainContext } from "../../shared/people/access-log/chain-items.ts";
import type { Vault } from "../../shared/people/vault.ts";

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
 */
export const resealTable = async (
  client: DynamoDBDocumentClient,
  tableName: string,
  vault: Vault,
): Promise<Resealed> => {
  const counts = { items: 0, resealed: 0, overtaken: 0 };
  const unopened: string[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: tableName, ConsistentRead: true, ...(from && { ExclusiveStartKey: from }) }),
    );
    for (const item of page.Items ?? []) {
      counts.items += 1;
      for (const attribute of ["sealed", "content"]) {
        if (!(item[attribute] instanceof Uint8Array)) continue;
        const outcome = await resealItem(client, tableName, vault, item, attribute);
        if (outcome === "unopened") unopened.push(`${item.pk} ${item.sk}`);
        else if (outcome !== "present") counts[outcome] += 1;
      }
    }
    from = page.LastEvaluatedKey;
  } while (from);
  return { ...counts, unopened };
};

const resealItem = async (
  client: DynamoDBDocumentClient,
  TableName: string,
  vault: Vault,
  item: Readonly<Record<string, unknown>>,
  attribute: string,
): Promise<"resealed" | "present" | "overtaken" | "unopened"> => {
  const former = item[attribute] as Uint8Array;
  const resealed = tryContexts(contextsOf(String(item.pk), String(item.sk)), (context) =>
    vault.resealed(former, context),
  );
  if (resealed === "none opens") return "unopened";
  if (resealed === undefined) return "present";
  const isWritten = await isConditionMet(
    client.send(
      new PutCommand({
        TableName,
        Item: { ...item, [attribute]: resealed },
        ConditionExpression: "#sealed = :former",
        ExpressionAttributeNames: { "#sealed": attribute },
        ExpressionAttributeValues: { ":former": former },
      }),
    ),
  );
  return isWritten ? "resealed" : "overtaken";
};

const tryContexts = <Result>(contexts: readonly string[], open: (context: string) => Result): Result | "none opens" => {
  for (const context of contexts) {
    try {
      return open(context);
    } catch {
      // Sealed for another place, or altered.
    }
  }
  return "none opens";
};

/** To which places an item's bytes may be bound; certificates are bound to their whole key. */
const contextsOf = (pk: string, sk: string): readonly string[] => {
  const whole = `${pk}/${sk}`;
  if (pk.startsWith(accessPartitionPrefix)) return [chainContext(pk.slice(accessPartitionPrefix.length)), whole];
  const caseId = pk.slice(pk.indexOf("#") + 1);
  if (sk === "CASE") return [caseContext(caseId), whole];
  return [documentContext(caseId, sk.slice(sk.indexOf("#") + 1)), whole];
};
