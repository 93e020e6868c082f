import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { isConditionMet } from "../cases/condition-met.ts";
import { after, type Instant, toMilliseconds } from "../kernel/instant.ts";
import { guessKey } from "./certificate-keys.ts";

/** From one source, so many codes that do not exist within so long; then it waits until the time is over. */
export const guessesAllowed = 10;
export const guessWindowMilliseconds = 600_000;

export interface Guesses {
  readonly count: number;
  /** When they are forgotten. */
  readonly until: Instant;
}

/** Who asks for codes that do not exist, and how often. A source is a keyed hash of an address, never the address. */
export interface GuessStore {
  read(source: string, now: Instant): Promise<Guesses | undefined>;
  /** Counts one more. */
  count(source: string, now: Instant): Promise<void>;
}

const oneMore = (found: Guesses | undefined, now: Instant): Guesses => ({
  count: (found?.count ?? 0) + 1,
  until: found?.until ?? after(now, guessWindowMilliseconds),
});

export const memoryGuessStore = (): GuessStore => {
  const guesses = new Map<string, Guesses>();
  const read = (source: string, now: Instant) => {
    const found = guesses.get(source);
    return found && found.until > now ? found : undefined;
  };
  return {
    read: async (source, now) => read(source, now),
    async count(source, now) {
      guesses.set(source, oneMore(read(source, now), now));
    },
  };
};

/** Several calls of one source at once are counted one after the other; so many tries for each. */
const tries = 20;

export const dynamodbGuessStore = (client: DynamoDBDocumentClient, tableName: string): GuessStore => {
  const find = async (source: string): Promise<(Guesses & { readonly version: number }) | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: tableName, Key: guessKey(source), ConsistentRead: true }),
    );
    return Item as (Guesses & { readonly version: number }) | undefined;
  };
  return {
    async read(source, now) {
      const found = await find(source);
      return found && found.until > now ? { count: found.count, until: found.until } : undefined;
    },
    async count(source, now) {
      for (let tried = 0; tried < tries; tried += 1) {
        const found = await find(source);
        const { count, until } = oneMore(found && found.until > now ? found : undefined, now);
        const version = (found?.version ?? 0) + 1;
        // The table forgets by itself; whoever asks again before that finds it over.
        const Item = { ...guessKey(source), count, until, version, expiresAt: Math.ceil(toMilliseconds(until) / 1000) };
        const condition = found
          ? {
              ConditionExpression: "#version = :found",
              ExpressionAttributeNames: { "#version": "version" },
              ExpressionAttributeValues: { ":found": found.version },
            }
          : { ConditionExpression: "attribute_not_exists(pk)" };
        if (await isConditionMet(client.send(new PutCommand({ TableName: tableName, Item, ...condition })))) return;
      }
    },
  };
};
