import { createHash } from "node:crypto";
import { paginateScan } from "@aws-sdk/client-dynamodb";
import { localClient } from "../../../infra/local/dynamodb/create-table.ts";
import { tableName } from "../../../infra/local/environment.ts";
import type { LocalWorld } from "../../../infra/local/world.ts";
import type { Contract } from "../../../shared/api/contract.ts";
import { accessPartitionPrefix } from "../../../shared/people/access-log/chain-items.ts";
import { figurePartitionPrefix } from "../../../shared/speed/figure-store.ts";
import type { TestRequest } from "../../functions/support/call.ts";

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly contentLanguage: string | null;
  readonly body: unknown;
}

/** Sends a request as a test wrote it over the wire, with a token or none. */
export const knock = async (
  apiUrl: string,
  { route, takesIdempotencyKey, takesVersion }: Contract,
  request: TestRequest,
  token: string | undefined,
): Promise<Answer> => {
  const text = request.text ?? (request.body === undefined ? undefined : JSON.stringify(request.body));
  const given: Record<string, string | undefined> = {
    "content-type": text === undefined ? undefined : "application/json",
    "idempotency-key": takesIdempotencyKey ? "a-key-of-this-test" : undefined,
    "if-match": takesVersion ? '"1"' : undefined,
    authorization: token === undefined ? undefined : `Bearer ${token}`,
    ...request.headers,
  };
  const headers = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(request.path?.[name] ?? ""));
  const query = new URLSearchParams(request.query);
  const reply = await fetch(`${apiUrl}${path}${query.size > 0 ? `?${query}` : ""}`, {
    method: route.method,
    headers: Object.fromEntries(headers),
    ...(text !== undefined && { body: text }),
  });
  const body = await reply.text();
  return {
    status: reply.status,
    contentType: reply.headers.get("content-type") ?? "",
    contentLanguage: reply.headers.get("content-language"),
    body: body === "" ? undefined : JSON.parse(body),
  };
};

const aside = [figurePartitionPrefix, accessPartitionPrefix];

const digest = (item: unknown): string => createHash("sha256").update(JSON.stringify(item)).digest("hex");

/**
 * Everything that requests write, and what comes of it by the stream: each item's key with a digest of the whole, in one
 * order. Not the figures of speed, which are counted in their own time; nor the notes of who looked at a case, which are
 * made of a request that is then refused, too.
 */
export const tableContents = async (world: LocalWorld): Promise<readonly string[]> => {
  // Certificates and notices come of an earlier request, later than its answer.
  await world.streamSettled();
  const { whereabouts } = world;
  const client = localClient(whereabouts.dynamodbEndpoint);
  const items: string[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: tableName, ConsistentRead: true })) {
    const written = Items.filter(({ pk }) => !aside.some((prefix) => pk?.S?.startsWith(prefix)));
    items.push(...written.map((item) => `${item.pk?.S} ${item.sk?.S} ${digest(item)}`));
  }
  client.destroy();
  return items.sort();
};
