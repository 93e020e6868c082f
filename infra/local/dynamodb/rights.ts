import type { IncomingHttpHeaders } from "node:http";
import { type FunctionDescription, functions, peopleKeysOf } from "../../../functions/functions.ts";
import { table } from "../../../shared/cases/table.ts";
import { certificatePrefix, guessPrefix } from "../../../shared/certificates/certificate-keys.ts";
import { accessPartitionPrefix } from "../../../shared/people/access-log/chain-items.ts";
import { keyPartitionPrefix } from "../../../shared/people/keys/key-store.ts";
import { figurePartitionPrefix } from "../../../shared/speed/figure-store.ts";

/**
 * Whether whoever signed a request may do what it asks. Functions sign under their names (see `environment.ts`) and may
 * do what their descriptions say, as their roles let them on AWS; anybody else on this machine is an engineer.
 */
export const deniedAction = (headers: IncomingHttpHeaders, body: Buffer): string | undefined => {
  const name = /Credential=([^/]+)\//.exec(headers.authorization ?? "")?.[1] ?? "";
  if (!Object.hasOwn(functions, name)) return undefined;
  const description: FunctionDescription = functions[name as keyof typeof functions];
  const action = String(headers["x-amz-target"] ?? "").split(".")[1] ?? "";
  const indexName = action === "Query" ? indexOf(body) : undefined;
  return isAllowed(description, action, indexName) ||
    isAboutFigures(description, action, body) ||
    isAboutCertificates(description, action, body) ||
    isAboutPeopleKeys(description, action, body) ||
    isANote(description, action, body)
    ? undefined
    : `${name} is not authorized to perform: dynamodb:${action}${indexName === undefined ? "" : ` on index ${indexName}`}`;
};

const isAllowed = (description: FunctionDescription, action: string, indexName: string | undefined): boolean => {
  if (action === "GetItem") return description.table !== "none";
  if (action === "PutItem") return description.table === "write";
  if (action === "Query") return description.queries.some((query) => table.indexes[query].name === indexName);
  return false;
};

/** The figures' keys, which the roles on AWS name as a condition. */
const isAboutFigures = ({ figures }: FunctionDescription, action: string, body: Buffer): boolean => {
  const isMeant = action === "BatchGetItem" ? figures !== "none" : action === "PutItem" && figures === "count";
  if (!isMeant) return false;
  const partitions = partitionsIn(body);
  return partitions.length > 0 && partitions.every((partition) => partition?.startsWith(figurePartitionPrefix));
};

/** Certificates' keys, and those of the count of wrong guesses, likewise. */
const isAboutCertificates = (
  { certificates, countsGuesses }: FunctionDescription,
  action: string,
  body: Buffer,
): boolean => {
  if (action !== "GetItem" && action !== "PutItem") return false;
  const allowed = [
    ...(certificates === "issue" || (certificates && action === "GetItem") ? [certificatePrefix] : []),
    ...(countsGuesses ? [guessPrefix] : []),
  ];
  const partitions = partitionsIn(body);
  return (
    partitions.length > 0 && partitions.every((partition) => allowed.some((prefix) => partition?.startsWith(prefix)))
  );
};

/** The items of people's keys, likewise. */
const isAboutPeopleKeys = (description: FunctionDescription, action: string, body: Buffer): boolean => {
  const use = peopleKeysOf(description);
  const isMeant = action === "BatchGetItem" ? use !== "none" : action === "PutItem" && use === "seal";
  if (!isMeant) return false;
  const partitions = partitionsIn(body);
  return partitions.length > 0 && partitions.every((partition) => partition?.startsWith(keyPartitionPrefix));
};

/** The access log's keys, likewise. */
const isANote = ({ notesReads }: FunctionDescription, action: string, body: Buffer): boolean => {
  if (!notesReads || action !== "PutItem") return false;
  const partitions = partitionsIn(body);
  return partitions.length > 0 && partitions.every((partition) => partition?.startsWith(accessPartitionPrefix));
};

interface Named {
  readonly pk?: { readonly S?: string };
}

const partitionsIn = (body: Buffer): readonly (string | undefined)[] => {
  try {
    const { Item, Key, RequestItems } = JSON.parse(body.toString("utf8")) as {
      readonly Item?: Named;
      readonly Key?: Named;
      readonly RequestItems?: Readonly<Record<string, { readonly Keys?: readonly Named[] }>>;
    };
    const keys = Object.values(RequestItems ?? {}).flatMap(({ Keys = [] }) => Keys);
    return [...(Item ? [Item] : []), ...(Key ? [Key] : []), ...keys].map(({ pk }) => pk?.S);
  } catch {
    return [];
  }
};

const indexOf = (body: Buffer): string | undefined => {
  try {
    return (JSON.parse(body.toString("utf8")) as { readonly IndexName?: string }).IndexName;
  } catch {
    return undefined;
  }
};
